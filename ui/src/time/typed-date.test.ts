import { describe, expect, it } from 'vitest';

import { addDays, daysBetween, formatDate, weekday } from './dates';
import { readDate, type DateContext } from './typed-date';

/** A Sunday, with a programme whose last session is on a Thursday in December. */
const TODAY = '2026-03-01';
const SERIES: DateContext = { today: TODAY, near: '2026-12-10' };
const ALONE: DateContext = { today: TODAY, near: null };

const best = (text: string, context = ALONE) => readDate(text, context)[0]?.date ?? null;
const range = (text: string, context = ALONE) => {
  const [first] = readDate(text, context);
  return first && [first.date, first.to];
};

describe('a typed date', () => {
  it.each([
    ['12 mars', '2026-03-12'],
    ['12 MARS 2027', '2027-03-12'],
    ['12/3', '2026-03-12'],
    ['12/03/27', '2027-03-12'],
    ['12.3.2027', '2027-03-12'],
    ['jeu. 12', '2026-03-12'],
    ['jeudi 12 mars', '2026-03-12'],
    ['1er avril', '2026-04-01'],
    ['le 3 févr. 2027', '2027-02-03'],
    ['demain', '2026-03-02'],
    ['après-demain', '2026-03-03'],
    ['aujourd’hui', '2026-03-01'],
    ['dans 2 semaines', '2026-03-15'],
    ['dans un mois', '2026-04-01'],
    ['jeudi', '2026-03-05'],
    ['mar 12', '2026-05-12'],
    ['12 mar', '2026-03-12'],
    ['2026-04-30', '2026-04-30'],
    ['march 12', '2026-03-12'],
    ['March 12th, 2027', '2027-03-12'],
    ['thu 12', '2026-03-12'],
    ['tomorrow', '2026-03-02'],
    ['in 3 days', '2026-03-04'],
    ['Friday', '2026-03-06'],
    ['15', '2026-03-15'],
  ])('reads %s', (text, date) => {
    expect(best(text)).toBe(date);
  });

  it.each(['', 'bientôt', '31 février', '12 mars mars', '0/3', '45', '12/13', 'a', '12 12 12'])(
    'is not found in “%s”',
    (text) => {
      expect(readDate(text, ALONE)).toEqual([]);
    },
  );

  it.each([
    ['12–14 mars', '2026-03-12', '2026-03-14'],
    ['du 12 au 14 mars 2027', '2027-03-12', '2027-03-14'],
    ['30 mars – 2 avril', '2026-03-30', '2026-04-02'],
    ['March 12-14', '2026-03-12', '2026-03-14'],
    ['30 décembre au 2 janvier', '2026-12-30', '2027-01-02'],
    ['12-14/3', '2026-03-12', '2026-03-14'],
  ])('reads the days %s', (text, from, to) => {
    expect(range(text)).toEqual([from, to]);
  });

  it('is no range that ends before it begins, or after more than a month', () => {
    expect(readDate('14–12 mars', ALONE)).toEqual([]);
    expect(readDate('1 mars – 30 mai', ALONE)).toEqual([]);
  });

  it('comes after the last date of a series; other years are offered', () => {
    const readings = readDate('12 mars', SERIES).map((one) => one.date);
    expect(readings[0]).toBe('2027-03-12');
    expect(readings).toContain('2026-03-12');
    expect(best('jeudi', SERIES)).toBe('2026-12-17');
  });

  it('that replaces another is the nearest to it', () => {
    const replaced = { ...SERIES, replaces: true };
    expect(best('3 déc', replaced)).toBe('2026-12-03');
    expect(best('3 janv', replaced)).toBe('2027-01-03');
  });

  it('follows the weekday to another year, and ignores one that fits none', () => {
    // 12 March is a Thursday in 2026 and a Friday in 2027.
    expect(best('vendredi 12 mars')).toBe('2027-03-12');
    expect(best('lundi 12 mars')).toBe('2026-03-12');
  });

  it('says the same when it is written out and typed back', () => {
    let crossings = 0;
    for (let at = 0; at < 1500; at += 1) {
      const date = addDays('2025-06-01', at);
      for (const language of ['fr', 'en'] as const) {
        for (const style of ['date', 'long'] as const) {
          expect(best(formatDate(date, language, style))).toBe(date);
        }
        const near = addDays(date, (at % 300) - 150);
        if (near.slice(0, 4) !== date.slice(0, 4)) crossings += 1;
        const context = { today: TODAY, near, replaces: true };
        expect(best(formatDate(date, language, 'dayMonth'), context)).toBe(date);
        expect(best(formatDate(date, language, 'short'), context)).toBe(date);
      }
    }
    expect(crossings).toBeGreaterThan(100);
  });

  it('has only readings that are dates, in order of nearness', () => {
    for (const [reading] of ['12/3', 'jeu 12', '30'].map((text) => readDate(text, SERIES))) {
      expect(reading?.date).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(weekday(reading!.date)).toBeGreaterThanOrEqual(0);
      expect(daysBetween(SERIES.near!, reading!.date)).toBeGreaterThanOrEqual(0);
    }
  });
});
