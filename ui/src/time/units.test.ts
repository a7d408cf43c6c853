import { describe, expect, it } from 'vitest';

import { between, clock, minutes, plus } from './units';

describe('a time of day', () => {
  it('is as much later as what lies between two times', () => {
    const [start, end] = [clock(540), clock(1510)];
    expect(plus(start, between(start, end))).toBe(end);
    expect(plus(start, minutes(0))).toBe(start);
  });

  it('has nothing between it and an earlier one', () => {
    expect(between(clock(600), clock(540))).toBe(0);
  });
});
