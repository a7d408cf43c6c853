import { describe, expect, it } from 'vitest';

import {
  addDays,
  daysBetween,
  daysInMonth,
  formatDate,
  formatDays,
  monthStart,
  today,
  weekday,
} from './dates';

/** Every day from a day before the summer time of one year to after a leap day. */
const DAYS = Array.from({ length: 1500 }, (_, at) => addDays('2025-01-01', at));

describe('a date', () => {
  it('is written in the words of the language', () => {
    expect(formatDate('2026-10-13', 'fr', 'long')).toBe('mardi 13 octobre 2026');
    expect(formatDate('2026-10-13', 'fr', 'dayMonth')).toBe('13 octobre');
    expect(formatDate('2026-10-13', 'fr', 'weekday')).toBe('mardi');
    expect(formatDate('2026-10-13', 'en', 'dayMonth')).toBe('13 October');
    expect(formatDate('2026-10-13', 'en', 'monthYear')).toBe('October 2026');
  });

  it('is told with others as a stretch when they follow each other, else one by one', () => {
    const three = formatDays(['2026-10-30', '2026-10-31', '2026-11-01'], 'fr');
    expect(three).toMatch(/^vendredi 30 octobre\s–\sdimanche 1 novembre 2026$/);
    expect(formatDays(['2026-10-30', '2026-11-06'], 'en')).toBe(
      'Friday, 30 October 2026, Friday, 6 November 2026',
    );
    expect(formatDays(['2026-10-30'], 'fr')).toBe('vendredi 30 octobre 2026');
    expect(formatDays([], 'fr')).toBe('');
  });

  it('moves by days over ends of months, leap days and changes of the clock', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-29', 1)).toBe('2026-03-30');
    expect(addDays('2026-10-25', -1)).toBe('2026-10-24');
  });

  it('never comes twice and never skips a weekday', () => {
    expect(new Set(DAYS).size).toBe(DAYS.length);
    const first = weekday(DAYS[0]!);
    expect(DAYS.filter((day, at) => weekday(day) !== (first + at) % 7)).toEqual([]);
    expect(DAYS.filter((day, at) => daysBetween(DAYS[0]!, day) !== at)).toEqual([]);
  });

  it('has Monday as the first day of the week', () => {
    expect(weekday('2026-10-12')).toBe(0);
    expect(weekday('2026-10-18')).toBe(6);
  });

  it('knows its month, over the ends of years', () => {
    expect(monthStart('2026-10-13')).toBe('2026-10-01');
    expect(monthStart('2026-12-31', 1)).toBe('2027-01-01');
    expect(monthStart('2026-01-31', -1)).toBe('2025-12-01');
    expect(daysInMonth('2028-02-10')).toBe(29);
    expect(daysInMonth('2026-02-10')).toBe(28);
  });

  it('of today is the one on the wall, just before and just after midnight', () => {
    expect(today(new Date(2026, 0, 5, 0, 1))).toBe('2026-01-05');
    expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});
