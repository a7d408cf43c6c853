import { describe, expect, it } from 'vitest';

import { preferences } from '../../../state/preferences.svelte';
import { layOut, type Column } from '../axis/layout';
import { DAY, day, track } from '../test-day';
import { around, placeOf, places, resolve, sameTarget, slotsIn, type Item } from './targets';
import { clock, minutes } from '../../../time/units';

/** Two pixels a minute from 9:00, and a gap of half an hour before the break, which is fixed at 10:30. */
const scale = { from: 540, pixels: 2 };
const gapped = {
  ...day,
  timed: {
    ...day.timed,
    slots: day.timed.slots.map((timed) =>
      timed.id === 'break'
        ? {
            ...timed,
            start: clock(630),
            end: clock(660),
            fit: { type: 'gap' as const, minutes: minutes(30) },
          }
        : timed,
    ),
  },
};
const column: Column = { day: 'd', left: 0, right: 200, layout: layOut(gapped, scale, 700) };
const columns = [column];
const plain = { alt: false, shift: false };
const slot = (id: string, isBlock = false): Item => ({
  ...{ type: 'slot', id, ids: [id], title: id, isBlock, grab: 0 },
});
const y = (minute: number) => (minute - 540) * 2;

describe('the target at a point', () => {
  it('is the place before the first slot whose middle is below', () => {
    const at = (minute: number) => resolve(columns, slot('break'), { x: 50, y: y(minute) }, plain);
    expect(at(545)).toEqual({ type: 'place', parent: DAY, before: 'welcome', pin: null });
    expect(at(560)).toEqual({ type: 'place', parent: DAY, before: 'block', pin: null });
  });

  it('is the end of the day below the last slot', () => {
    const target = resolve(columns, slot('welcome'), { x: 50, y: y(690) }, plain);
    expect(target).toEqual({ type: 'place', parent: DAY, before: null, pin: null });
  });

  it('skips the dragged slot itself', () => {
    const target = resolve(columns, slot('welcome'), { x: 50, y: y(545) }, plain);
    expect(target).toMatchObject({ before: 'block' });
  });

  it('is in the track under the pointer, but not for a block', () => {
    const at = (item: Item, x: number) => resolve(columns, item, { x, y: y(590) }, plain);
    expect(at(slot('welcome'), 50)).toMatchObject({ parent: track('t1') });
    expect(at(slot('welcome'), 150)).toMatchObject({ parent: track('t2'), before: null });
    expect(at(slot('welcome', true), 150)).toMatchObject({ parent: DAY });
  });

  it('is fixed at the time of the pointer in a gap, and with Alt', () => {
    const at = (minute: number, alt: boolean) =>
      resolve(columns, slot('welcome'), { x: 50, y: y(minute) }, { alt, shift: false });
    expect(at(613, false)).toMatchObject({ before: 'break', pin: clock(615) });
    expect(at(552, true)).toMatchObject({ pin: clock(550) });
    expect(at(552, false)).toMatchObject({ pin: null });
  });

  it('ignores the gap that goes with the dragged slot', () => {
    const target = resolve(columns, slot('break'), { x: 50, y: y(613) }, plain);
    expect(target).toMatchObject({ pin: null });
  });

  it('is a length for an edge, in steps, or in minutes with Shift', () => {
    const edge: Item = { type: 'edge', id: 'welcome', title: '', start: clock(540) };
    const at = (shift: boolean) =>
      resolve(columns, edge, { x: 50, y: y(583) }, { ...plain, shift });
    expect(preferences.step).toBe(5);
    expect(at(false)).toEqual({ type: 'length', minutes: minutes(45) });
    expect(at(true)).toEqual({ type: 'length', minutes: minutes(43) });
  });

  it('is never shorter than nothing', () => {
    const edge: Item = { type: 'edge', id: 'welcome', title: '', start: clock(540) };
    expect(resolve(columns, edge, { x: 50, y: -80 }, plain)).toEqual({
      type: 'length',
      minutes: minutes(0),
    });
  });

  it('is nothing outside of the days', () => {
    expect(resolve(columns, slot('welcome'), { x: 250, y: 50 }, plain)).toBeNull();
    expect(resolve(columns, slot('welcome'), { x: 50, y: -60 }, plain)).toBeNull();
  });

  it('is the area of a lasso, in whichever direction it is drawn', () => {
    const lasso: Item = { type: 'lasso', title: '', from: { x: 90, y: 80 }, adds: false };
    const area = resolve(columns, lasso, { x: 10, y: 20 }, plain);
    expect(area).toEqual({ type: 'area', left: 10, right: 90, top: 20, bottom: 80 });
    if (area?.type !== 'area') throw new Error('no area');
    expect(slotsIn(columns, area)).toEqual(['welcome', 'block']);
    expect(slotsIn(columns, { ...area, left: 210, right: 290 })).toEqual([]);
  });
});

describe('the places of a slot', () => {
  it('are all those of the days and tracks, in reading order, without itself', () => {
    const all = places(columns, ['one'], false);
    expect(all.map((one) => one.type === 'place' && [one.parent.id, one.before])).toEqual([
      ['d', 'welcome'],
      ['d', 'block'],
      ['t1', 'two'],
      ['t1', null],
      ['t2', null],
      ['d', 'break'],
      ['d', null],
    ]);
  });

  it('are those of the day alone for a block', () => {
    const all = places(columns, ['block'], true);
    expect(all.every((one) => one.type === 'place' && one.parent.type === 'day')).toBe(true);
  });

  it('include where it is now', () => {
    const now = placeOf(columns, 'two');
    expect(now).toEqual({ type: 'place', parent: track('t1'), before: null, pin: null });
    expect(placeOf(columns, 'gone')).toBeNull();
  });
});

describe('the targets around a target', () => {
  it('are the places of the same running order, nearest first', () => {
    const target = { type: 'place', parent: DAY, before: 'block', pin: null } as const;
    const found = around(columns, slot('welcome'), target);
    expect(found.map((one) => one.type === 'place' && one.before)).toEqual(['break', null]);
  });

  it('are lengths and times in steps, none below zero', () => {
    const length = around(columns, slot('welcome'), { type: 'length', minutes: minutes(5) });
    expect(length.slice(0, 3)).toEqual([10, 0, 15].map((minutes) => ({ type: 'length', minutes })));
    const pinned = { type: 'place', parent: DAY, before: null, pin: clock(600) } as const;
    const times = around(columns, slot('welcome'), pinned);
    expect(times.slice(0, 2)).toEqual([
      { ...pinned, pin: clock(605) },
      { ...pinned, pin: clock(595) },
    ]);
  });
});

it('compares targets by what a drop would do', () => {
  const place = { type: 'place', parent: DAY, before: 'a', pin: null } as const;
  expect(sameTarget(place, { ...place })).toBe(true);
  expect(sameTarget(place, { ...place, pin: clock(600) })).toBe(false);
  expect(sameTarget(place, { ...place, parent: track('d') })).toBe(false);
  expect(
    sameTarget({ type: 'length', minutes: minutes(5) }, { type: 'length', minutes: minutes(5) }),
  ).toBe(true);
  expect(sameTarget(place, { type: 'length', minutes: minutes(5) })).toBe(false);
});
