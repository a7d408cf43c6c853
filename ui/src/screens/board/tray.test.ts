import { describe, expect, it } from 'vitest';

import type { IdeaCard } from '../../host/generated/types';
import { titlesIn, trayOf } from './tray';

const card = (id: string, session: string | null, ...placed: string[]) =>
  ({
    idea: { id, session },
    placements: placed.map((one) => ({ session: one })),
  }) as unknown as IdeaCard;

describe('the tray', () => {
  const cards = [
    card('free', null),
    card('meant', 'here'),
    card('placed', 'here', 'here'),
    card('both', 'other', 'other', 'here'),
    card('there', null, 'other'),
    card('other', 'other'),
  ];

  it('has what needs a place, what has one here, and what is of another session', () => {
    const ids = (group: IdeaCard[]) => group.map((one) => one.idea.id);
    const tray = trayOf(cards, 'here');
    expect(ids(tray.toPlace)).toEqual(['free', 'meant']);
    expect(ids(tray.placed)).toEqual(['placed', 'both']);
    expect(ids(tray.elsewhere)).toEqual(['there', 'other']);
  });

  it('has each idea once, whatever the session', () => {
    for (const session of ['here', 'other', 'none', null]) {
      const { toPlace, placed, elsewhere } = trayOf(cards, session);
      expect(new Set([...toPlace, ...placed, ...elsewhere]).size).toBe(cards.length);
    }
  });
});

describe('several lines', () => {
  it('are titles without the marks of a list', () => {
    expect(titlesIn('- un\n* deux\n\n  3. trois  fois\r\n• quatre')).toEqual([
      ...['un', 'deux', 'trois fois', 'quatre'],
    ]);
  });

  it('are no titles when there is only one', () => {
    expect(titlesIn('une idée\n')).toEqual([]);
    expect(titlesIn('')).toEqual([]);
  });

  it('keep a number or a dash inside of a title', () => {
    expect(titlesIn('2026 en bref\nbas - haut')).toEqual(['2026 en bref', 'bas - haut']);
  });
});
