import { describe, expect, it } from 'vitest';

import type { SessionRow, Shift } from '../../host/generated/types';
import { addDays, weekday } from '../../time/dates';
import { countOf, laterTitle, movedSessions, shifted, yearsOf } from './shift';

const weekdays = (by: number): Shift => ({ type: 'weekday', by });
const days = (by: number): Shift => ({ type: 'days', by });

describe('a date moved by years', () => {
  it.each([
    ['the last Friday of August', '2019-08-30', 1, '2020-08-28'],
    ['and back', '2020-08-28', -1, '2019-08-30'],
    ['the second Thursday', '2019-12-12', 1, '2020-12-10'],
    ['a fifth Friday where there are four', '2020-01-31', 1, '2021-01-29'],
    ['a fourth and last Friday where there are five', '2021-01-29', -1, '2020-01-31'],
    ['a fourth Friday that is not the last', '2020-01-24', 1, '2021-01-22'],
    ['the first of a month', '2021-05-01', 1, '2022-05-07'],
    ['the leap day, a last Saturday', '2020-02-29', 1, '2021-02-27'],
    ['the last Saturday of February, to the leap day', '2019-02-23', 1, '2020-02-29'],
    ['many years', '2019-09-26', 11, '2030-09-26'],
  ])('stays %s', (_name, from, years, to) => {
    expect(shifted(from, weekdays(years))).toBe(to);
  });

  it('keeps its weekday, its month, and its place among them', () => {
    for (let at = 0; at < 1500; at += 1) {
      const date = addDays('2019-01-01', at);
      for (const years of [-3, -1, 0, 1, 2, 4, 28]) {
        const moved = shifted(date, weekdays(years))!;
        const [from, to] = [date, moved].map((one) => Number(one.slice(0, 4)));
        expect(weekday(moved)).toBe(weekday(date));
        expect(moved.slice(4, 7)).toBe(date.slice(4, 7));
        expect(to! - from!).toBe(years);
        const isLast = (one: string) => addDays(one, 7).slice(5, 7) !== one.slice(5, 7);
        const nth = (one: string) => Math.ceil(Number(one.slice(8)) / 7);
        if (isLast(date)) expect(isLast(moved)).toBe(true);
        else expect(nth(moved)).toBe(nth(date));
      }
    }
  });
});

describe('a date moved otherwise', () => {
  it('counts days over leap days', () => {
    expect(shifted('2019-09-26', days(364))).toBe('2020-09-24');
    expect(shifted('2020-03-01', days(-1))).toBe('2020-02-29');
  });

  it('is to be confirmed', () => {
    expect(shifted('2020-03-01', { type: 'none' })).toBeNull();
  });
});

describe('the sessions of a copy', () => {
  const session = (id: string, dates: (string | null)[]) =>
    ({
      session: { id, title: id.toUpperCase() },
      days: dates.map((date) => ({ date })),
    }) as SessionRow;

  it('are shown with their first dates', () => {
    const sessions = [session('a', [null, '2019-09-27', '2019-09-26']), session('b', [null])];
    expect(movedSessions(sessions, days(364))).toEqual([
      { session: 'a', title: 'A', before: '2019-09-26', after: '2020-09-24' },
      { session: 'b', title: 'B', before: null, after: null },
    ]);
    expect(movedSessions(sessions, { type: 'none' })[0]).toMatchObject({ after: null });
  });
});

describe('the title of a copy', () => {
  it.each([
    ['DIG 2019', 1, 'DIG 2020'],
    ['Mentorat 2019-2020', 1, 'Mentorat 2020-2021'],
    ['Mentorat 2019–20', 2, 'Mentorat 2021–22'],
    ['1999/00', 1, '2000/01'],
    ['Depuis 2019-12', 1, 'Depuis 2020-12'],
    ['Portes ouvertes', 1, 'Portes ouvertes'],
    ['Salle 12019, lot 20190', 1, 'Salle 12019, lot 20190'],
  ])('of %s, %i later', (title, years, later) => {
    expect(laterTitle(title, years)).toBe(later);
  });

  it('is as many years later as its dates are', () => {
    expect(
      [weekdays(3), days(364), days(728), days(30), { type: 'none' } as const].map(yearsOf),
    ).toEqual([3, 1, 2, 0, 1]);
  });
});

describe('a number that was typed', () => {
  it('is whole, and not too large', () => {
    expect(
      ['1', ' 12 ', '99', '100', '0', '-1', '1,5', '', 'x'].map((text) => countOf(text, 99)),
    ).toEqual([1, 12, 99, null, null, null, null, null, null]);
  });
});
