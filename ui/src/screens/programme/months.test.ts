import { describe, expect, it } from 'vitest';

import type { SessionRow } from '../../host/generated/types';
import { addDays, monthStart } from '../../time/dates';
import { otherSessionOn } from './dates-taken';
import { lineOf } from './months';
import { usualOf } from './usual';

const line = (dates: string[], width = 1000) => {
  const found = lineOf(dates, 'fr', width);
  if (!found) throw new Error('no line');
  return found;
};

describe('the line of months', () => {
  it('has whole months, at least three and at most twenty-four', () => {
    expect(line(['2026-02-10']).months.map((one) => one.first)).toEqual([
      ...['2026-02-01', '2026-03-01', '2026-04-01'],
    ]);
    expect(line(['2026-02-10', '2026-09-01']).months).toHaveLength(8);
    expect(line(['2026-02-10', '2031-01-01']).months).toHaveLength(24);
    expect(lineOf([], 'fr', 1000)).toBeNull();
  });

  it('gives back each date where it puts it', () => {
    const { dateAt, leftOf, months } = line(['2025-11-03', '2026-12-24']);
    const last = monthStart(months.at(-1)!.first, 1);
    let count = 0;
    for (let date = months[0]!.first; date < last; date = addDays(date, 1)) {
      expect(dateAt(leftOf(date) / 100)).toBe(date);
      count += 1;
    }
    expect(count).toBe(426);
    // Outside it is the nearest date.
    expect([dateAt(-1), dateAt(2)]).toEqual(['2025-11-01', '2026-12-31']);
  });

  it('names as many months as there is room for', () => {
    const named = (width: number) =>
      line(['2025-01-01', '2026-12-01'], width).months.filter((one) => one.isNamed).length;
    expect(named(2400)).toBe(24);
    expect(named(600)).toBeLessThanOrEqual(9);
    expect(named(600)).toBeGreaterThan(4);
  });
});

function row(id: string, status: string, venue: string | null, hours: [string, number, number][]) {
  const attendances = hours.map(([audience, start, end]) => ({ audience, start, end }));
  return {
    session: { id, title: id, status, venue },
    days: [{ date: `2026-03-0${id}`, attendances }],
  } as unknown as SessionRow;
}

describe('what a new session takes over', () => {
  const sessions = [
    row('1', 'confirmed', 'Laptop', [['dig', 570, 1110]]),
    row('2', 'confirmed', null, [
      ['dig', 540, 1080],
      ['mentors', 840, 1080],
    ]),
    row('3', 'cancelled', 'Ailleurs', [['mentors', 600, 660]]),
  ];

  it('is from the last one that was not cancelled; the venue from the last that has one', () => {
    const usual = usualOf({ sessions });
    expect(usual.hours.map((one) => [one.audience, one.start, one.end])).toEqual([
      ['dig', 540, 1080],
      ['mentors', 840, 1080],
    ]);
    expect(usual.venue).toBe('Laptop');
  });

  it('is nothing but usual hours in a new programme', () => {
    const usual = usualOf({ sessions: [] });
    expect([usual.hours, usual.venue, usual.otherwise.start]).toEqual([[], null, 570]);
  });
});

describe('a date', () => {
  const sessions = [row('1', 'confirmed', null, []), row('3', 'cancelled', null, [])];

  it('is taken by another session that takes place', () => {
    expect(otherSessionOn(sessions, '2026-03-01', null)).toBe('1');
    expect(otherSessionOn(sessions, '2026-03-01', '1')).toBeNull();
    expect(otherSessionOn(sessions, '2026-03-03', null)).toBeNull();
    expect(otherSessionOn(sessions, '2026-03-02', null)).toBeNull();
  });
});
