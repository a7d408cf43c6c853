/** The ideas beside the wall: those that still need a place first. */
import type { IdeaCard, SessionId } from '../../host/generated/types';

export interface Tray {
  /** Of this session or of none, and without a place. */
  toPlace: IdeaCard[];
  /** With a place in this session. */
  placed: IdeaCard[];
  /** Meant for another session, or placed only there. */
  elsewhere: IdeaCard[];
}

/** Each idea is in one group. */
export function trayOf(ideas: IdeaCard[], session: SessionId | null): Tray {
  const tray: Tray = { toPlace: [], placed: [], elsewhere: [] };
  for (const card of ideas) {
    const isHere = card.placements.some((one) => one.session === session);
    const isOfOther = card.idea.session !== null && card.idea.session !== session;
    if (isHere) tray.placed.push(card);
    else if (isOfOther || card.placements.length > 0) tray.elsewhere.push(card);
    else tray.toPlace.push(card);
  }
  return tray;
}

/** The titles in a text of several lines, without the marks of a list. One line is no list: it gives none. */
export function titlesIn(text: string): string[] {
  const titles = text
    .split(/\r?\n/u)
    .map((line) =>
      line
        .replace(/^\s*(?:[-*•–]|\d{1,3}[.)])\s+/u, '')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .filter((title) => title !== '');
  return titles.length > 1 ? titles : [];
}
