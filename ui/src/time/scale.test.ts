import { describe, expect, it } from 'vitest';

import { hoursBetween, length, toMinutes, toPixels } from './scale';

describe('a scale', () => {
  it('puts its first minute at the top', () => {
    expect(toPixels({ from: 540, pixels: 1.5 }, 540)).toBe(0);
    expect(toPixels({ from: 540, pixels: 1.5 }, 600)).toBe(90);
    expect(length({ from: 540, pixels: 1.5 }, 30)).toBe(45);
  });

  it('leads from every minute to a pixel and back', () => {
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

  it('has the whole hours between two times, the ends with them', () => {
    expect(hoursBetween(540, 720)).toEqual([540, 600, 660, 720]);
    expect(hoursBetween(545, 719)).toEqual([600, 660]);
    expect(hoursBetween(1400, 1510)).toEqual([1440, 1500]);
  });

  it('has no hour within less than one', () => {
    expect(hoursBetween(541, 599)).toEqual([]);
  });
});
