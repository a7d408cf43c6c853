import { describe, expect, it } from 'vitest';

import type { DayRow, DayView, SessionRow, Slot, Track } from '../../host/generated/types';
import { rowsOf, segmentsOf, spanOf, ticksOf } from './orders';
import { clock, minutes } from '../../time/units';

const dayRow = (id: string, start: number, end: number) => ({ id, start, end }) as DayRow;
const session = (id: string, days: DayRow[]) => ({ session: { id }, days }) as SessionRow;
const slot = (id: string) => ({ id, kind: 'plenary', title: id.toUpperCase() }) as Slot;
const flows = { type: 'contiguous' } as const;

/** A day of slots `[id, start, end]`. */
function dayView(id: string, ...slots: [string, number, number][]): DayView {
  return {
    day: { id },
    timed: {
      slots: slots.map(([id, start, end]) => ({ id, start, end, fit: flows, tracks: [] })),
    },
    slots: slots.map(([id]) => slot(id)).reverse(),
    tracks: [],
  } as unknown as DayView;
}

describe('the lines', () => {
  const sessions = [
    session('a', [dayRow('a1', 570, 600), dayRow('a2', 570, 570)]),
    session('b', []),
  ];

  it('are one a day, and one for a session without days', () => {
    const view = dayView('a2', ['x', 570, 600]);
    const rows = rowsOf(sessions, [{ id: 'a', days: [view] }]);
    expect(rows.map(({ key, view }) => [key, view])).toEqual([
      ['a1', null],
      ['a2', view],
      ['b', null],
    ]);
  });
});

describe('the scale', () => {
  const span = (rows: DayRow[], ...views: DayView[]) =>
    spanOf(rowsOf([session('s', rows)], [{ id: 's', days: views }]));

  it('spans whole hours around every day', () => {
    expect(span([dayRow('a', 570, 1110), dayRow('b', 600, 1125)])).toEqual({ from: 540, to: 1140 });
  });

  it('includes a slot fixed before the day starts, and one that ends the next day', () => {
    const view = dayView('a', ['x', 570, 1500], ['y', 470, 480]);
    expect(span([dayRow('a', 570, 1500)], view)).toEqual({ from: 420, to: 1500 });
  });

  it('is a usual day when no running order exists', () => {
    expect(span([dayRow('a', 300, 300)])).toEqual({ from: 540, to: 1080 });
  });

  it('is at least one hour', () => {
    expect(span([dayRow('a', 600, 600)], dayView('a', ['x', 600, 600]))).toEqual({
      from: 600,
      to: 660,
    });
  });

  it('labels every hour where there is room, else some', () => {
    const hours = (width: number) =>
      ticksOf({ from: 540, to: 780 }, width).flatMap(({ minute, named }) => (named ? minute : []));
    expect(hours(400)).toEqual([540, 600, 660, 720, 780]);
    expect(hours(100)).toEqual([540, 660, 780]);
    expect(hours(0)).toEqual([540]);
    expect(ticksOf({ from: 540, to: 780 }, 400).map(({ left }) => left)).toEqual([
      0, 25, 50, 75, 100,
    ]);
  });
});

describe('a bar', () => {
  it('has its slots in order, at their times', () => {
    const view = dayView('a', ['x', 600, 630], ['y', 660, 660]);
    const found = segmentsOf(view, { from: 540, to: 780 });
    expect(found.map(({ title, left, width }) => [title, left, width])).toEqual([
      ['X', 25, 12.5],
      ['Y', 50, 0],
    ]);
  });

  it('marks overruns and parallel tracks', () => {
    const view = dayView('a', ['x', 600, 630]);
    view.timed.slots[0]!.fit = { type: 'overrun', minutes: minutes(5) };
    view.timed.slots[0]!.tracks = [
      { id: 't', start: clock(600), end: clock(630), slots: [] },
      { id: 'gone', start: clock(600), end: clock(630), slots: [] },
    ];
    view.tracks = [{ id: 't' } as Track];
    const [only] = segmentsOf(view, { from: 540, to: 780 });
    expect(only).toMatchObject({ overruns: true, tracks: [{ id: 't' }] });
  });
});
