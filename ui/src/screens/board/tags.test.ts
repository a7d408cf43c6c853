import { describe, expect, it } from 'vitest';

import type { Colour, IdeaCard } from '../../host/generated/types';
import { cardColour } from './tags';

const card = (...tagColours: (Colour | null)[]) => ({ tagColours }) as IdeaCard;

describe('the colour of a card', () => {
  it('is that of its first tag that has one', () => {
    expect(cardColour(card(null, 'rose', 'teal'))).toBe('var(--audience-rose)');
  });

  it('is missing where no tag has one', () => {
    expect(cardColour(card(null))).toBeNull();
    expect(cardColour(card())).toBeNull();
  });
});
