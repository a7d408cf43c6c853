/** A day for unit tests: a welcome, a block of two tracks (two slots in the first, none in the second), a break. */
import type { DayView, Parent, SessionView, Slot, TimedSlot } from '../../host/generated/types';
import { clock, minutes, plus } from '../../time/units';

export const DAY: Parent = { type: 'day', id: 'd' };
export const track = (id: string): Parent => ({ type: 'track', id });

export function slot(id: string, parent: Parent, rank: string): Slot {
  return {
    ...{
      id,
      parent,
      rank,
      title: id,
      kind: 'activity',
      minutes: minutes(30),
      minMinutes: null,
      maxMinutes: null,
    },
    ...{
      optional: false,
      pin: null,
      setup: minutes(0),
      teardown: minutes(0),
      room: null,
      facilitators: [],
      notes: null,
    },
    material: null,
  };
}

function timed(id: string, at: number, tracks: TimedSlot['tracks'] = []): TimedSlot {
  const start = clock(at);
  return { id, start, end: plus(start, minutes(30)), fit: { type: 'contiguous' }, tracks };
}

export const day: DayView = {
  day: { id: 'd', session: 's', date: null, start: clock(540), rank: 'a' },
  timed: {
    id: 'd',
    start: clock(540),
    end: clock(630),
    slots: [
      timed('welcome', 540),
      timed('block', 570, [
        {
          id: 't1',
          start: clock(570),
          end: clock(600),
          slots: [timed('one', 570), timed('two', 585)],
        },
        { id: 't2', start: clock(570), end: clock(600), slots: [] },
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

export const view: SessionView = { id: 's', days: [day] };
