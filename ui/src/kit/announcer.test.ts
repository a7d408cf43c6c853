import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { announce, announceAtRest, announced, announceNoMore } from './announcer.svelte';

describe('what is told to a screen reader', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
    announce('before');
  });
  afterEach(() => {
    announceNoMore();
    vi.runAllTimers();
    vi.useRealTimers();
  });

  it('waits, where it goes on and on, until it stays', () => {
    for (const time of ['9h', '9h30', '10h']) {
      announceAtRest(() => time);
      vi.advanceTimersByTime(100);
      expect(announced()).toBe('before');
    }
    vi.advanceTimersByTime(100);
    expect(announced()).toBe('10h');
  });

  it('is not what waited, once something else is said or nothing waits any more', () => {
    announceAtRest(() => '9h');
    announce('put back');
    vi.advanceTimersByTime(1000);
    expect(announced()).toBe('put back');
    announceAtRest(() => '10h');
    announceNoMore();
    vi.advanceTimersByTime(1000);
    expect(announced()).toBe('put back');
  });

  it('is told twice where the same is said twice', () => {
    announce('moved');
    const first = announced();
    announce('moved');
    expect(announced()).not.toBe(first);
  });
});
