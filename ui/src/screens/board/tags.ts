/** The colours of tags. */
import type { Colour, IdeaCard } from '../../host/generated/types';

/** Every colour, in the order of the menu. A new one does not compile until it is here. */
export const COLOURS = Object.keys({
  teal: 0,
  purple: 0,
  blue: 0,
  amber: 0,
  rose: 0,
  green: 0,
  slate: 0,
} satisfies Record<Colour, 0>) as Colour[];

/** The colour of an idea's card, as CSS: that of its first tag that has one; null without any. */
export function cardColour(card: IdeaCard): string | null {
  const colour = card.tagColours.find((one) => one !== null);
  return colour ? `var(--audience-${colour})` : null;
}

/** The tint of the same colour, for the ground of the card. */
export function cardTint(card: IdeaCard): string | null {
  const colour = card.tagColours.find((one) => one !== null);
  return colour ? `var(--audience-${colour}-tint)` : null;
}
