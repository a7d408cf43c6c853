import { describe, expect, it } from 'vitest';

import type {
  SessionChange,
  SessionView,
  Slot,
  TimedSlot,
  Track,
} from '../../host/generated/types';
import { completed } from './completed';
import { clock, minutes } from '../../time/units';

const slot = (id: string, parent: Slot['parent'], title = id): Slot => ({
  id,
  parent,
  rank: id,
  title,
  kind: 'activity',
  minutes: minutes(30),
  minMinutes: null,
  maxMinutes: null,
  optional: false,
  pin: null,
  room: null,
  facilitators: [],
  notes: null,
  material: null,
  setup: minutes(0),
  teardown: minutes(0),
});
const onDay: Slot['parent'] = { type: 'day', id: 'd' };
const inTrack: Slot['parent'] = { type: 'track', id: 't' };
const track: Track = {
  id: 't',
  slot: 'b',
  rank: 'a',
  title: null,
  room: null,
  audience: null,
  idea: null,
};
const timed = (id: string, tracks: TimedSlot['tracks'] = []): TimedSlot => ({
  id,
  start: clock(540),
  end: clock(570),
  fit: { type: 'contiguous' },
  tracks,
});
const view: SessionView = {
  id: 's',
  days: [
    {
      day: { id: 'd', session: 's', date: null, start: clock(540), rank: 'a' },
      timed: {
        id: 'd',
        start: clock(540),
        end: clock(600),
        slots: [
          timed('a'),
          timed('b', [{ id: 't', start: clock(540), end: clock(570), slots: [timed('c')] }]),
        ],
      },
      slots: [slot('a', onDay), slot('b', onDay), slot('c', inTrack)],
      tracks: [track],
    },
  ],
};
const change = (fresh: Slot[] = [], id = 's'): SessionChange => ({
  id,
  days: view.days.map((day) => ({ ...day, slots: fresh, tracks: [] })),
});

describe('running orders after a change', () => {
  it('have the new rows, and the old ones that were left out', () => {
    const fresh = slot('c', inTrack, 'Autre');
    const next = completed(view, change([fresh]));
    const [day] = next?.days ?? [];
    expect(day?.slots[0]).toBe(view.days[0]?.slots[0]);
    expect(day?.slots[2]).toBe(fresh);
    expect(day?.tracks).toEqual([track]);
    expect(completed(view, change())).toEqual(view);
  });

  it('are refused where an old row is missing', () => {
    expect(completed(null, change())).toBeNull();
    expect(completed({ ...view, id: 'other' }, change())).toBeNull();
    expect(completed(null, { id: 's', days: view.days })).toEqual(view);
  });
});
