import { afterEach, describe, expect, it } from 'vitest';

import { Navigation, type View } from './navigation.svelte';

const MEMORY = 'deroule.view';

afterEach(() => localStorage.clear());

describe('the navigation', () => {
  it('starts with the programme', () => {
    expect(new Navigation().view).toEqual({ screen: 'programme' });
  });

  it.each<View>([
    { screen: 'programme' },
    { screen: 'session', session: 's' },
    { screen: 'board', session: null },
    { screen: 'board', session: 's' },
    { screen: 'agenda' },
    { screen: 'print', session: 's' },
  ])('starts on the last screen: $screen', (view) => {
    new Navigation().go(view);
    expect(new Navigation().view).toEqual(view);
  });

  it.each([
    'not json {',
    'null',
    '12',
    '"session"',
    '[]',
    '{}',
    '{"screen":"elsewhere"}',
    '{"screen":"session"}',
    '{"screen":"session","session":null}',
    '{"screen":"board"}',
    '{"screen":"board","session":42}',
    '{"screen":"print","session":{}}',
  ])('starts with the programme when %s is remembered', (nonsense) => {
    localStorage.setItem(MEMORY, nonsense);
    expect(new Navigation().view).toEqual({ screen: 'programme' });
  });

  it('clears the selection when it goes to another screen', () => {
    const navigation = new Navigation();
    navigation.select({ type: 'slot', id: 'x' });
    expect(navigation.slot).toBe('x');
    navigation.go({ screen: 'agenda' });
    expect(navigation.selected).toBeNull();
    expect(navigation.slot).toBeNull();
  });

  it('goes to the session of a finding and selects its subject', () => {
    const navigation = new Navigation();
    navigation.show('s', { type: 'slot', id: 'x' });
    expect(navigation.view).toEqual({ screen: 'session', session: 's' });
    expect(navigation.slot).toBe('x');
    navigation.show('s', { type: 'day', id: 'd' });
    expect(navigation.selected).toEqual({ type: 'day', id: 'd' });
    expect(navigation.slot).toBeNull();
  });
});
