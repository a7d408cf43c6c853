import { describe, expect, it } from 'vitest';

import type { Room, SessionView, Slot, Track } from '../../host/generated/types';
import { boardOf } from './rounds';
import { faultInPeople, peopleIn } from './people';
import { clock } from '../../time/units';

const room = (id: string): Room => ({
  id,
  programme: 'p',
  name: id,
  capacity: null,
  features: null,
  rank: id,
});
const track = (id: string, room: string | null): Track => ({
  ...{ id, slot: 'round', rank: id, title: null, room, audience: null, idea: null },
});

function session(tracks: Track[]): SessionView {
  return {
    id: 's',
    days: [
      {
        day: { id: 'd', session: 's', date: null, start: clock(540), rank: 'a' },
        timed: {
          ...{ id: 'd', start: clock(540), end: clock(600) },
          slots: [
            {
              ...{ id: 'round', start: clock(540), end: clock(600), fit: { type: 'contiguous' } },
              tracks: tracks.map(({ id }) => ({
                id,
                start: clock(540),
                end: clock(600),
                slots: [],
              })),
            },
          ],
        },
        slots: [{ id: 'round' } as Slot],
        tracks,
      },
    ],
  };
}

describe('the board', () => {
  it.each([
    ['two tracks in one room', [track('a', 'blue'), track('b', 'blue')]],
    ['tracks without a room', [track('a', null), track('b', 'blue'), track('c', null)]],
    ['a room that is gone', [track('a', 'gone'), track('b', 'blue')]],
  ])('shows each track once: %s', (_what, tracks) => {
    const { rounds } = boardOf(session(tracks), [room('blue'), room('red')]);
    const shown = rounds[0]?.cells.flatMap((cell) => cell.track?.id ?? []);
    expect(shown?.toSorted()).toEqual(tracks.map(({ id }) => id));
  });
});

describe('the columns of the board', () => {
  const columns = (view: SessionView) =>
    boardOf(view, [room('hall'), room('blue'), room('red')]).columns.map((one) => one.key);

  it('are no room of a plenary, unless a track is in it', () => {
    const view = session([track('a', 'blue')]);
    const plenary = { id: 'plenary', room: 'hall' } as Slot;
    view.days[0]!.slots.push(plenary);
    expect(columns(view)).toEqual(['blue', 'red']);
    const inHall = session([track('a', 'blue'), track('b', 'hall')]);
    inHall.days[0]!.slots.push(plenary);
    expect(columns(inHall)).toEqual(['hall', 'blue', 'red']);
  });
});

describe('a number of people', () => {
  it.each([
    ['12', 12],
    ['12 places', 12],
    [' 8 ', 8],
    ['', null],
  ])('is read in "%s"', (text, count) => {
    expect(faultInPeople(text)).toBeNull();
    expect(peopleIn(text)).toBe(count);
  });

  it.each(['douze', '-3', 'environ 12'])('is refused in "%s"', (text) => {
    expect(faultInPeople(text)).not.toBeNull();
  });
});
