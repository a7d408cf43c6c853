import { afterEach, describe, expect, it, vi } from 'vitest';

import { dismiss, tell, toasts } from './toasts.svelte';

afterEach(() => {
  toasts().forEach(({ id }) => dismiss(id));
  vi.useRealTimers();
});

const texts = () => toasts().map(({ text }) => text);

describe('notices', () => {
  it('keep every problem until it is read, however many others come', () => {
    vi.useFakeTimers();
    tell('no copy', 'problem');
    ['a', 'b', 'c', 'd'].forEach((text) => tell(text));
    expect(texts()).toEqual(['no copy', 'c', 'd']);
    ['e', 'f', 'g'].forEach((text) => tell(text, 'problem'));
    vi.advanceTimersByTime(60_000);
    expect(texts()).toEqual(['no copy', 'e', 'f', 'g']);
  });

  it('are not told twice at once', () => {
    tell('no copy', 'problem');
    tell('no copy', 'problem');
    expect(texts()).toEqual(['no copy']);
  });
});
