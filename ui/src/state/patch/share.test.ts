import { describe, expect, it } from 'vitest';

import { shared } from './share';

const view = () => ({
  id: 'v',
  slots: [
    { id: 'a', title: 'Accueil', facilitators: ['Ada'] },
    { id: 'b', title: 'Pause', facilitators: [] },
  ],
});

describe('structural sharing', () => {
  it('returns the old object when nothing changed', () => {
    const old = view();
    expect(shared(old, view())).toBe(old);
  });

  it('equals the new value, with old objects where they are equal', () => {
    const old = view();
    const next = view();
    next.slots[1]!.title = 'Déjeuner';
    next.slots.reverse();
    const result = shared(old, next);
    expect(result).toEqual(next);
    expect(result.slots[1]).toBe(old.slots[0]);
    expect(result.slots[0]).not.toBe(old.slots[1]);
    expect(result.slots[0]!.facilitators).toBe(old.slots[1]!.facilitators);
  });

  it('does not write to the old value', () => {
    const old = view();
    const next = view();
    next.slots.pop();
    expect(shared(old, next).slots).toHaveLength(1);
    expect(old).toEqual(view());
    expect(shared(null, next)).toBe(next);
    expect(shared(old, null)).toBeNull();
  });
});
