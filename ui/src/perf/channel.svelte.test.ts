import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';

import { Told } from './channel.svelte';

describe('what is told', () => {
  it('comes to who follows it at once, beginning with what it is', () => {
    const told = new Told(1);
    const heard: number[] = [];
    told.follow((value) => heard.push(value));
    told.tell(2);
    expect(heard).toEqual([1, 2]);
    expect(told.current).toBe(2);
  });

  it('comes no more to who has let go, and still to the others', () => {
    const told = new Told(1);
    const [one, other]: [number[], number[]] = [[], []];
    const letGo = told.follow((value) => one.push(value));
    told.follow((value) => other.push(value));
    letGo();
    told.tell(2);
    expect([one, other]).toEqual([[1], [1, 2]]);
  });

  it('draws anew what was drawn by reading it', () => {
    const told = new Told(1);
    const drawn: number[] = [];
    const end = $effect.root(() => {
      $effect(() => void drawn.push(told.current));
    });
    flushSync();
    told.tell(2);
    flushSync();
    end();
    told.tell(3);
    flushSync();
    expect(drawn).toEqual([1, 2]);
  });
});
