import { describe, expect, it } from 'vitest';

import { parseEntry } from './entry';

describe('a typed line', () => {
  it.each([
    ['Accueil', 'Accueil', null, null],
    ['Accueil 30', 'Accueil', null, 30],
    ['30 Accueil', 'Accueil', null, 30],
    ['15 min de pause', 'pause', null, 15],
    ['Atelier 1h15', 'Atelier', null, 75],
    ['1h15 Atelier', 'Atelier', null, 75],
    ['9h30 Accueil', 'Accueil', 570, null],
    ['9h30 Accueil 30', 'Accueil', 570, 30],
    ['09:30 Standup', 'Standup', 570, null],
    ['- 9h30 - 10h : Accueil', 'Accueil', 570, 30],
    ['9h30 – 10h Accueil', 'Accueil', 570, 30],
    ['23h - 1h : Veillée', 'Veillée', 1380, 120],
    ['0 Fin', 'Fin', null, 0],
    ['Atelier 2', 'Atelier 2', null, null],
    ['Atelier 2 45', 'Atelier 2', null, 45],
    ['2 ateliers en parallèle', '2 ateliers en parallèle', null, null],
  ])('%s', (line, title, start, minutes) => {
    expect(parseEntry(line)).toEqual({ title, start, minutes });
  });

  it('without a title is none', () => {
    expect(parseEntry('')).toBeNull();
    expect(parseEntry('  - ')).toBeNull();
  });
});
