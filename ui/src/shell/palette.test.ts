import { describe, expect, it } from 'vitest';

import { matches, pieces, type Entry } from './palette';

const entry = (id: string, name: string, text?: string): Entry => ({
  ...{ id, name, hint: '', icon: 'note', run: () => undefined },
  ...(text === undefined ? {} : { text }),
});
const entries = [
  entry('undo', 'Annuler'),
  entry('summer', 'Bilan de l’été', 'Halle · Léa Martin · apporter les affiches de juillet'),
  entry('lunch', 'Déjeuner', 'Trois adresses, puis le bilan du matin'),
  entry('budget', 'Lire un budget', ''),
];
const ids = (query: string) => matches(entries, query).map(({ entry }) => entry.id);

describe('a search', () => {
  it('finds every word, accents and capitals aside', () => {
    expect(ids('ete BILAN')).toEqual(['summer']);
    expect(ids('lea')).toEqual(['summer']);
    expect(ids('rien')).toEqual([]);
  });

  it('puts what starts with the query first, then names, then the rest', () => {
    expect(ids('bilan')).toEqual(['summer', 'lunch']);
    expect(ids('l')).toEqual(['budget', 'undo', 'summer', 'lunch']);
  });

  it('shows only commands until something is typed', () => {
    expect(ids('  ')).toEqual(['undo']);
  });

  it('shows what it found in a text, and nothing where the name says it', () => {
    const [found] = matches(entries, 'affiches');
    expect(found?.excerpt).toContain('apporter les affiches');
    expect(matches(entries, 'été')[0]?.excerpt).toBe('');
  });

  it('finds each entry by each word of its name and of its text', () => {
    let count = 0;
    for (const { id, name, text } of entries) {
      for (const word of `${name} ${text ?? ''}`.split(/[^\p{L}]+/u).filter(Boolean)) {
        expect(ids(word.toUpperCase())).toContain(id);
        expect(ids(word.normalize('NFD'))).toContain(id);
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(20);
  });
});

describe('the pieces of a text', () => {
  it('are the text, with what was searched apart', () => {
    for (const text of ['Bilan de l’été', 'a 👩‍💻 b', 'été'.normalize('NFD'), '']) {
      for (const query of ['ete', 'b', 'bilan été', '']) {
        expect(
          pieces(text, query)
            .map((one) => one.text)
            .join(''),
        ).toBe(text);
      }
    }
    expect(pieces('Bilan de l’été', 'ete bil')).toEqual([
      { text: 'Bil', isMatch: true },
      { text: 'an de l’', isMatch: false },
      { text: 'été', isMatch: true },
    ]);
  });
});
