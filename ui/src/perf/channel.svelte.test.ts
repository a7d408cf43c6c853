import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';

import { Channel } from './channel.svelte';

describe('a channel', () => {
  it('calls its subscribers at once, first with its value', () => {
    const channel = new Channel(1);
    const values: number[] = [];
    channel.subscribe((value) => values.push(value));
    channel.set(2);
    expect(values).toEqual([1, 2]);
    expect(channel.current).toBe(2);
  });

  it('stops calling one that unsubscribed, and goes on calling the others', () => {
    const channel = new Channel(1);
    const [one, other]: [number[], number[]] = [[], []];
    const unsubscribe = channel.subscribe((value) => one.push(value));
    channel.subscribe((value) => other.push(value));
    unsubscribe();
    channel.set(2);
    expect([one, other]).toEqual([[1], [1, 2]]);
  });

  it('redraws what was drawn by reading it', () => {
    const channel = new Channel(1);
    const drawn: number[] = [];
    const end = $effect.root(() => {
      $effect(() => void drawn.push(channel.current));
    });
    flushSync();
    channel.set(2);
    flushSync();
    end();
    channel.set(3);
    flushSync();
    expect(drawn).toEqual([1, 2]);
  });
});
