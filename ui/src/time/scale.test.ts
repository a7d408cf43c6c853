import { describe, expect, it } from 'vitest';

import { belowHeading, hoursBetween, length, toMinutes, toPixels, type Scale } from './scale';

describe('a scale', () => {
  it('puts its first minute at the top', () => {
    expect(toPixels({ from: 540, pixels: 1.5 }, 540)).toBe(0);
    expect(toPixels({ from: 540, pixels: 1.5 }, 600)).toBe(90);
    expect(length({ from: 540, pixels: 1.5 }, 600, 630)).toBe(45);
  });

  it('maps every minute to a pixel and back', () => {
    for (const scale of [
      { from: 0, pixels: 1 },
      { from: 555, pixels: 1.6 },
      { from: 1380, pixels: 0.7 },
    ]) {
      for (let minute = 0; minute < 2880; minute++) {
        expect(toMinutes(scale, toPixels(scale, minute))).toBeCloseTo(minute, 9);
      }
    }
  });

  it('has space for a heading only above what starts at its minute', () => {
    const scale: Scale = { from: 540, pixels: 2, headings: [{ at: 600, pixels: 38 }] };
    expect(toPixels(scale, 570)).toBe(60);
    expect(toPixels(scale, 600)).toBe(120);
    expect(belowHeading(scale, 600)).toBe(158);
    expect(belowHeading(scale, 570)).toBe(60);
    expect(toPixels(scale, 630)).toBe(218);
    expect(length(scale, 570, 600)).toBe(60);
    expect(length(scale, 600, 630)).toBe(98);
  });

  it('maps every pixel of a heading to its minute, and others to theirs', () => {
    const headings = [
      { at: 600, pixels: 38 },
      { at: 660, pixels: 20 },
    ];
    const scale: Scale = { from: 540, pixels: 2, headings };
    for (const pixel of [120, 121, 140, 158]) expect(toMinutes(scale, pixel)).toBe(600);
    for (let minute = 540; minute < 800; minute++) {
      expect(toMinutes(scale, toPixels(scale, minute))).toBeCloseTo(minute, 9);
      expect(toMinutes(scale, belowHeading(scale, minute))).toBeCloseTo(minute, 9);
    }
  });

  it('has the whole hours between two times, the ends with them', () => {
    expect(hoursBetween(540, 720)).toEqual([540, 600, 660, 720]);
    expect(hoursBetween(545, 719)).toEqual([600, 660]);
    expect(hoursBetween(1400, 1510)).toEqual([1440, 1500]);
  });

  it('has no hour within less than one', () => {
    expect(hoursBetween(541, 599)).toEqual([]);
  });
});
