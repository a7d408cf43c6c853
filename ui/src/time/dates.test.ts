import { describe, expect, it } from 'vitest';

import {
  addDays,
  daysBetween,
  daysInMonth,
  formatDate,
  formatDays,
  monthStart,
  weekday,
  type DateStyle,
} from './dates';

/** Every day across a change to summer time, a change of year and a leap day. */
const DAYS = Array.from({ length: 1500 }, (_, at) => addDays('2025-01-01', at));

describe('a date', () => {
  it('is formatted in both languages', () => {
    expect(formatDate('2026-10-13', 'fr', 'long')).toBe('mardi 13 octobre 2026');
    expect(formatDate('2026-10-13', 'fr', 'dayMonth')).toBe('13 octobre');
    expect(formatDate('2026-10-13', 'fr', 'weekday')).toBe('mardi');
    expect(formatDate('2026-10-13', 'en', 'dayMonth')).toBe('13 October');
    expect(formatDate('2026-10-13', 'en', 'monthYear')).toBe('October 2026');
  });

  it('has the names of the system, on every day and in every style', () => {
    const styles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
      long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
      date: { day: 'numeric', month: 'long', year: 'numeric' },
      dayMonth: { day: 'numeric', month: 'long' },
      short: { day: 'numeric', month: 'short' },
      weekday: { weekday: 'long' },
      month: { month: 'long' },
      monthYear: { month: 'long', year: 'numeric' },
      monthShort: { month: 'short' },
    };
    for (const [language, tag] of [
      ['fr', 'fr-FR'],
      ['en', 'en-GB'],
    ] as const) {
      for (const [style, options] of Object.entries(styles)) {
        const { format } = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
        // Some systems put a comma behind the weekday, and none says « 1er ».
        const known = DAYS.slice(0, 366).map((day) =>
          format(Date.parse(day))
            .replace(',', '')
            .replace(/^((?:\S+di |dimanche )?)1(?= )/, language === 'fr' ? '$11er' : '$&'),
        );
        const own = DAYS.slice(0, 366).map((day) => formatDate(day, language, style as DateStyle));
        expect(own).toEqual(known);
      }
    }
  });

  it('is listed as a range when days follow each other, else one by one', () => {
    const three = formatDays(['2026-10-30', '2026-10-31', '2026-11-01'], 'fr');
    expect(three).toBe('vendredi 30 octobre – dimanche 1er novembre 2026');
    expect(formatDays(['2026-12-31', '2027-01-01'], 'en')).toBe(
      'Thursday 31 December 2026 – Friday 1 January 2027',
    );
    expect(formatDays(['2026-10-30', '2026-11-06'], 'en')).toBe(
      'Friday 30 October 2026, Friday 6 November 2026',
    );
    expect(formatDays(['2026-10-30'], 'fr')).toBe('vendredi 30 octobre 2026');
    expect(formatDays([], 'fr')).toBe('');
  });

  it('moves by days across months, leap days and clock changes', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-29', 1)).toBe('2026-03-30');
    expect(addDays('2026-10-25', -1)).toBe('2026-10-24');
  });

  it('never repeats and never skips a weekday', () => {
    expect(new Set(DAYS).size).toBe(DAYS.length);
    const first = weekday(DAYS[0]!);
    expect(DAYS.filter((day, at) => weekday(day) !== (first + at) % 7)).toEqual([]);
    expect(DAYS.filter((day, at) => daysBetween(DAYS[0]!, day) !== at)).toEqual([]);
  });

  it('has Monday as the first day of the week', () => {
    expect(weekday('2026-10-12')).toBe(0);
    expect(weekday('2026-10-18')).toBe(6);
  });

  it('finds months across years', () => {
    expect(monthStart('2026-10-13')).toBe('2026-10-01');
    expect(monthStart('2026-12-31', 1)).toBe('2027-01-01');
    expect(monthStart('2026-01-31', -1)).toBe('2025-12-01');
    expect(daysInMonth('2028-02-10')).toBe(29);
    expect(daysInMonth('2026-02-10')).toBe(28);
  });
});
