import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { announce, announceAtRest, announced, cancelAnnouncement } from './announcer.svelte';

describe('the announcer', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
    announce('before');
  });
  afterEach(() => {
    cancelAnnouncement();
    vi.runAllTimers();
    vi.useRealTimers();
  });

  it('announces the last of many messages, once it rests', () => {
    for (const time of ['9h', '9h30', '10h']) {
      announceAtRest(() => time);
      vi.advanceTimersByTime(100);
      expect(announced()).toBe('before');
    }
    vi.advanceTimersByTime(100);
    expect(announced()).toBe('10h');
  });

  it('forgets a waiting message when another is announced or it is cancelled', () => {
    announceAtRest(() => '9h');
    announce('put back');
    vi.advanceTimersByTime(1000);
    expect(announced()).toBe('put back');
    announceAtRest(() => '10h');
    cancelAnnouncement();
    vi.advanceTimersByTime(1000);
    expect(announced()).toBe('put back');
  });

  it('announces the same message twice', () => {
    announce('moved');
    const first = announced();
    announce('moved');
    expect(announced()).not.toBe(first);
  });
});
