import { describe, expect, it } from 'vitest';

import type { SessionView, Slot, TimedSlot } from '../../host/generated/types';
import { shared } from './share';
import { sharedSession } from './times';
import { clock, minutes } from '../../time/units';

/** A generator of numbers that are the same in every run (an LCG after Numerical Recipes). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A random running order of some slots out of ten, with random times, seams and tracks. */
function order(any: (below: number) => number, depth = 0): TimedSlot[] {
  const ids = Array.from({ length: 10 }, (_, at) => `${depth}-${at}`);
  return Array.from({ length: any(6) }, () => {
    const [id = ''] = ids.splice(any(ids.length), 1);
    const fit = [
      { type: 'contiguous' as const },
      { type: 'gap' as const, minutes: minutes(5 + any(2)) },
      { type: 'overrun' as const, minutes: minutes(5) },
    ][any(3)]!;
    const tracks =
      depth === 0 && any(3) === 0
        ? Array.from({ length: 1 + any(2) }, (_, at) => ({
            id: `${id}-${at}`,
            start: clock(540),
            end: clock(540 + any(2)),
            slots: order(any, 1),
          }))
        : [];
    return { id, start: clock(540 + any(3)), end: clock(600 + any(2)), fit, tracks };
  });
}

function view(any: (below: number) => number): SessionView {
  const slots = order(any);
  const rows = slots.map(({ id }) => ({ id, title: `${id} ${any(2)}` }) as Slot);
  const day = { id: 'd', session: 's', date: null, start: clock(540 + any(2)), rank: 'a' };
  const timed = { id: 'd', start: clock(540), end: clock(600 + any(2)), slots };
  return { id: any(9) === 0 ? 'other' : 's', days: [{ day, timed, slots: rows, tracks: [] }] };
}

describe('shared times', () => {
  it('equal the new times, whatever is shown', () => {
    const any = numbers(7);
    for (let turn = 0; turn < 2000; turn += 1) {
      const [old, next] = [view(any), view(any)];
      const expected = structuredClone(next);
      const shown = structuredClone(old);
      expect(sharedSession(old, next)).toEqual(expected);
      expect(old).toEqual(shown);
    }
  });

  it('are the shown objects when they are equal', () => {
    const any = numbers(11);
    for (let turn = 0; turn < 200; turn += 1) {
      const old = view(any);
      expect(sharedSession(old, structuredClone(old))).toBe(old);
    }
  });

  it('keep unchanged slots, as generic sharing does', () => {
    const any = numbers(13);
    for (let turn = 0; turn < 500; turn += 1) {
      const old = view(any);
      const next = { ...view(any), id: old.id };
      const kept = sharedSession(old, structuredClone(next)).days[0]!.timed.slots;
      const known = shared(old, structuredClone(next)).days[0]!.timed.slots;
      const which = (slots: TimedSlot[]) =>
        slots.map((slot) => old.days[0]!.timed.slots.indexOf(slot));
      expect(which(kept)).toEqual(which(known));
    }
  });
});
