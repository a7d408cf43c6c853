import { describe, expect, it } from 'vitest';

import { countOf } from './count';

describe('a number that was typed', () => {
  it('is whole, and not too large', () => {
    expect(
      ['1', ' 12 ', '99', '100', '0', '-1', '1,5', '', 'x'].map((text) => countOf(text, 99)),
    ).toEqual([1, 12, 99, null, null, null, null, null, null]);
  });
});
