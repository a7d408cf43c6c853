import { describe, expect, it } from 'vitest';

import { nothing, open, programme, session } from '../test-data';
import { updated } from './programme';

describe('an updated view', () => {
  it('replaces changed rows, and keeps the other objects', () => {
    const fresh = session('two', 'Autre');
    const next = updated(open, { ...nothing, sessions: [fresh] });
    expect(next.sessions.map((row) => row.session.id)).toEqual(['one', 'two', 'three']);
    expect(next.sessions[0]).toBe(open.sessions[0]);
    expect(next.sessions[1]).toEqual(fresh);
    expect(next.sessions[2]).toBe(open.sessions[2]);
  });

  it('keeps every list that is not in the update', () => {
    const next = updated(open, nothing);
    expect(next.programme).toBe(open.programme);
    expect(next.sessions).toBe(open.sessions);
    expect(next.audiences).toBe(open.audiences);
    expect(next.rooms).toBe(open.rooms);
    expect(next.ideas).toBe(open.ideas);
  });

  it('is the same object when nothing changed', () => {
    const again = structuredClone(open.sessions[1]!);
    expect(updated(open, nothing)).toBe(open);
    expect(updated(open, { ...nothing, sessions: [again] })).toBe(open);
  });

  it('follows a new order, with new rows and without deleted ones', () => {
    const next = updated(open, {
      ...nothing,
      sessions: [session('four')],
      sessionOrder: ['three', 'four', 'one'],
    });
    expect(next.sessions.map((row) => row.session.id)).toEqual(['three', 'four', 'one']);
    expect(next.sessions[0]).toBe(open.sessions[2]);
  });

  it('takes its programme from the list of programmes', () => {
    const renamed = { ...programme, title: 'Autre' };
    expect(updated(open, { ...nothing, programmes: [renamed] }).programme).toEqual(renamed);
    expect(updated(open, { ...nothing, programmes: [] }).programme).toBe(programme);
  });
});
