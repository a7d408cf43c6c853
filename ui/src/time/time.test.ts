import { describe, expect, it } from 'vitest';

import {
  formatClock,
  formatDuration,
  formatOnPage,
  formatTime,
  lengthUntil,
  parseDuration,
  parseTime,
  pastMidnight,
  snap,
} from './time';
import { clock, minutes } from './units';

const TWO_DAYS = Array.from({ length: 2880 }, (_, minute) => minute);

describe('a time of day', () => {
  it('is written with an h in French and a colon in English', () => {
    expect(formatTime(clock(570), 'fr')).toBe('9h30');
    expect(formatTime(clock(540), 'fr')).toBe('9h');
    expect(formatTime(clock(570), 'en')).toBe('09:30');
    expect(formatTime(clock(545), 'fr')).toBe('9h05');
  });

  it('restarts at midnight and names the day', () => {
    expect(formatTime(clock(1515), 'fr')).toBe('1h15\u00a0(+1\u00a0j)');
    expect(formatTime(clock(1515), 'en')).toBe('01:15\u00a0(+1\u00a0d)');
    expect(formatClock(clock(1515), 'fr')).toBe('1h15');
    expect(formatClock(clock(1440), 'en')).toBe('00:00');
  });

  it('counts past midnight on a page', () => {
    expect(formatOnPage(clock(1515))).toBe('25h15');
    expect(formatOnPage(clock(540))).toBe('9h');
  });

  it.each(['fr', 'en'] as const)(
    'is read back as it was written, every minute, in %s',
    (language) => {
      const misread = TWO_DAYS.filter(
        (minute) => parseTime(formatTime(clock(minute), language)) !== minute,
      );
      expect(misread).toEqual([]);
    },
  );

  it.each([
    ['9h', 540],
    ['9H30', 570],
    ['09:30', 570],
    ['9.30', 570],
    ['14', 840],
    [' 9 h 30 ', 570],
    ['0:00', 0],
    ['24h', 1440],
    ['47h59', 2879],
    ['1h15 (+1 j)', 1515],
    ['01:15 (+1 d)', 1515],
    ['1h15 +1', 1515],
    ['2 + 1j', 1560],
  ])('is understood when typed as "%s"', (text, minutes) => {
    expect(parseTime(text)).toBe(minutes);
  });

  it.each([
    '',
    'midi',
    '9h60',
    '48h',
    '-1',
    '9h30m5',
    '123',
    '9:30:00',
    '9,30',
    '24h +1',
    '9h +2',
    '9h (1 j)',
  ])('is not read into "%s"', (text) => {
    expect(parseTime(text)).toBeNull();
  });
});

describe('an end that was typed', () => {
  it.each([
    ['9h', '10h30', 90],
    ['9h', '9h', 0],
    ['22h', '0h30', 150],
    ['24h45', '25h', 15],
    ['24h45', '1h', 15],
    ['24h45', '0h30', 1425],
  ])('of what starts at %s and ends at %s makes it %i minutes long', (start, end, minutes) => {
    expect(lengthUntil(clock(parseTime(start) ?? NaN), clock(parseTime(end) ?? NaN))).toBe(minutes);
  });
});

describe('a time typed behind another', () => {
  it.each([
    ['0h30', '24h30', '24h30'],
    ['1h', '23h', '25h'],
    ['2h', '25h15', '26h'],
    ['23h', '25h', '23h'],
    ['25h', '23h', '25h'],
    ['9h', '22h', '9h'],
    ['2h', '15h', '2h'],
  ])('is, for %s behind %s, %s', (typed, from, meant) => {
    const at = (text: string) => clock(parseTime(text) ?? NaN);
    expect(pastMidnight(at(typed), at(from))).toBe(at(meant));
  });
});

describe('a duration', () => {
  it('is written in minutes below the hour and in hours above', () => {
    expect(formatDuration(minutes(0))).toBe('0\u00a0min');
    expect(formatDuration(minutes(45))).toBe('45\u00a0min');
    expect(formatDuration(minutes(60))).toBe('1\u00a0h');
    expect(formatDuration(minutes(65))).toBe('1\u00a0h\u00a005');
  });

  it('is read back as it was written, with either space, for every minute up to two days', () => {
    const misread = [...TWO_DAYS, 2880].filter((count) => {
      const written = formatDuration(minutes(count));
      const plain = written.replaceAll('\u00a0', ' ');
      return parseDuration(written) !== count || parseDuration(plain) !== count;
    });
    expect(misread).toEqual([]);
  });

  it.each([
    ['45', 45],
    ['75 min', 75],
    ['90m', 90],
    ["20'", 20],
    ['1h15', 75],
    ['1 h', 60],
    ['1:15', 75],
    ['2 heures', 120],
    ['1 hour 5 min', 65],
    ['48h', 2880],
  ])('is understood when typed as "%s"', (text, minutes) => {
    expect(parseDuration(text)).toBe(minutes);
  });

  it.each(['', 'long', '1h60', '48h01', '2881', '-5', '1.5'])('is not read into "%s"', (text) => {
    expect(parseDuration(text)).toBeNull();
  });
});

describe('snapping', () => {
  it('is rounded to the nearest step, at most half a step away', () => {
    for (const step of [5, 10, 15]) {
      for (const minute of TWO_DAYS) {
        const snapped = snap(minute, step);
        expect(snapped % step).toBe(0);
        expect(Math.abs(snapped - minute)).toBeLessThanOrEqual(step / 2);
      }
    }
  });

  it('is rounded to whole minutes when there is no step', () => {
    expect(snap(12.4, 1)).toBe(12);
    expect(snap(12.6, 0)).toBe(13);
  });
});
