import { describe, expect, it, vi } from 'vitest';

import { fakeHost } from '../../../host/fake';
import type { DayView, Parent, SessionView, Slot, TimedSlot } from '../../../host/generated/types';
import { Plan } from '../../../state/plan.svelte';
import { Navigation } from '../../../state/navigation.svelte';
import { endIn } from '../list/columns';
import { SessionDesk } from '../desk.svelte';
import { outermost } from './queries';
import { placeOf, places } from '../dragging/targets';

const DAY: Parent = { type: 'day', id: 'd' };
const track = (id: string): Parent => ({ type: 'track', id });

function slot(id: string, parent: Parent, rank: string): Slot {
  return {
    ...{ id, parent, rank, title: id, kind: 'activity', minutes: 30, least: null, most: null },
    ...{ optional: false, pin: null, setup: 0, tidy: 0, room: null, leads: [], notes: null },
    material: null,
  };
}

function timed(id: string, start: number, tracks: TimedSlot['tracks'] = []): TimedSlot {
  return { id, start, end: start + 30, seam: { type: 'flows' }, tracks };
}

/** Welcome, a block of two tracks (two slots in the first, none in the second), a break. */
const day: DayView = {
  day: { id: 'd', session: 's', date: null, start: 540, rank: 'a' },
  timed: {
    id: 'd',
    start: 540,
    end: 630,
    slots: [
      timed('welcome', 540),
      timed('block', 570, [
        { id: 't1', start: 570, end: 600, slots: [timed('one', 570), timed('two', 585)] },
        { id: 't2', start: 570, end: 600, slots: [] },
      ]),
      timed('break', 600),
    ],
  },
  slots: [
    slot('welcome', DAY, 'a'),
    slot('block', DAY, 'b'),
    slot('one', track('t1'), 'a'),
    slot('two', track('t1'), 'b'),
    slot('break', DAY, 'c'),
  ],
  tracks: ['t1', 't2'].map((id) => ({
    ...{ id, slot: 'block', rank: id, title: null, room: null, audience: null, idea: null },
  })),
};
const view: SessionView = { id: 's', days: [day] };

function deskOf() {
  const apply = vi.fn();
  const plan = new Plan(
    fakeHost({
      apply: ({ edit }) => {
        apply(edit);
        throw new Error('enough');
      },
    }),
  );
  plan.session = view;
  return { desk: new SessionDesk(plan, new Navigation()), apply };
}

describe('what is chosen', () => {
  it('has a block stand for all that is in its tracks', () => {
    expect(outermost(view, ['welcome', 'block', 'one', 'two', 'break'])).toEqual([
      'welcome',
      'block',
      'break',
    ]);
    expect(outermost(view, ['one', 'break'])).toEqual(['one', 'break']);
  });

  it('is moved, copied and deleted as a whole where a stretch goes over a block', async () => {
    const { desk, apply } = deskOf();
    desk.select('welcome');
    desk.extend('break');
    expect(desk.chosen()).toEqual(['welcome', 'block', 'break']);
    expect(desk.isChosen('one')).toBe(true);
    await desk.actions.remove();
    expect(apply).toHaveBeenCalledExactlyOnceWith({
      type: 'several',
      edits: ['welcome', 'block', 'break'].map((id) => ({ type: 'deleteSlot', slot: id })),
    });
  });

  it('is made one only where each follows the one before', async () => {
    const { desk, apply } = deskOf();
    desk.mark(['welcome', 'break']);
    expect(desk.actions.mayMerge()).toBe(false);
    await desk.actions.merge();
    expect(apply).not.toHaveBeenCalled();
    desk.mark(['one', 'two']);
    expect(desk.actions.mayMerge()).toBe(true);
    desk.select('break');
    expect(desk.actions.mayMerge()).toBe(false);
  });

  it('begins a stretch anew after everything was let go of', () => {
    const { desk } = deskOf();
    desk.select('break');
    desk.mark([], null);
    desk.extend('welcome');
    expect(desk.chosen()).toEqual(['welcome']);
  });
});

describe('the list', () => {
  it('has places to move a slot to although no axis is shown', () => {
    const { desk } = deskOf();
    expect(desk.hasAxis).toBe(false);
    const from = placeOf(desk.columns(), 'one');
    expect(from).toEqual({ type: 'place', parent: track('t1'), before: 'two', pin: null });
    expect(places(desk.columns(), ['one'], false)).toContainEqual({
      type: 'place',
      parent: track('t2'),
      before: null,
      pin: null,
    });
  });

  it.each([
    ['the day', DAY, 'break'],
    ['a track', track('t1'), 'two'],
    ['a track without slots, behind those of the tracks before', track('t2'), 'two'],
    ['another day', { type: 'day', id: 'other' } as Parent, undefined],
    ['a track elsewhere', track('t9'), undefined],
  ])('has what is added at the end of %s in its place', (_where, parent, row) => {
    expect(endIn(day, parent)).toBe(row);
  });

  it('has what is added to a day without slots above everything', () => {
    const none = { ...day, timed: { ...day.timed, slots: [] }, slots: [] };
    expect(endIn(none, DAY)).toBeNull();
  });
});
