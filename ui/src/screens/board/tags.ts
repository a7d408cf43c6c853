/** The colours of tags. */
import type { Colour, IdeaCard } from '../../host/generated/types';

/** Every colour, in the order of the menu. */
export const COLOURS = [
  'teal',
  'purple',
  'blue',
  'amber',
  'rose',
  'green',
  'slate',
] as const satisfies Colour[];

/** The colour of an idea's card, as CSS: that of its first tag that has one; null without any. */
export function cardColour(card: IdeaCard): string | null {
  const colour = card.tagColours.find((one) => one !== null);
  return colour ? `var(--audience-${colour})` : null;
}
