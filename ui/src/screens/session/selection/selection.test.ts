import { describe, expect, it, vi } from 'vitest';

import { fakeHost } from '../../../host/fake';
import type { Parent } from '../../../host/generated/types';
import { Plan } from '../../../state/plan.svelte';
import { Navigation } from '../../../state/navigation.svelte';
import { endIn } from '../list/columns';
import { createSession } from '../context';
import { DAY, day, track, view } from '../test-day';
import { withoutNested } from './queries';
import { placeOf, places } from '../dragging/targets';

function session() {
  const apply = vi.fn();
  const plan = new Plan(
    fakeHost({
      apply: ({ edit }) => {
        apply(edit);
        throw new Error('enough');
      },
    }),
  );
  plan.session = view;
  return { ...createSession(plan, new Navigation()), apply };
}

describe('the selection', () => {
  it('treats a block as all that is in its tracks', () => {
    expect(withoutNested(view, ['welcome', 'block', 'one', 'two', 'break'])).toEqual([
      'welcome',
      'block',
      'break',
    ]);
    expect(withoutNested(view, ['one', 'break'])).toEqual(['one', 'break']);
  });

  it('deletes a block as a whole where a range spans it', async () => {
    const { selection, actions, apply } = session();
    selection.select('welcome');
    selection.extendTo('break');
    expect(selection.slots()).toEqual(['welcome', 'block', 'break']);
    expect(selection.has('one')).toBe(true);
    await actions.remove();
    expect(apply).toHaveBeenCalledExactlyOnceWith({
      type: 'batch',
      edits: ['welcome', 'block', 'break'].map((id) => ({ type: 'deleteSlot', slot: id })),
    });
  });

  it('merges only slots that follow each other', async () => {
    const { selection, actions, apply } = session();
    selection.set(['welcome', 'break']);
    expect(actions.mayMerge()).toBe(false);
    await actions.merge();
    expect(apply).not.toHaveBeenCalled();
    selection.set(['one', 'two']);
    expect(actions.mayMerge()).toBe(true);
    selection.select('break');
    expect(actions.mayMerge()).toBe(false);
  });

  it('starts a new range after it was cleared', () => {
    const { selection } = session();
    selection.select('break');
    selection.clear();
    selection.extendTo('welcome');
    expect(selection.slots()).toEqual(['welcome']);
  });
});

describe('the list', () => {
  it('has places to move a slot to, although no axis is shown', () => {
    const { axis } = session();
    expect(axis.isMounted).toBe(false);
    const from = placeOf(axis.columns(), 'one');
    expect(from).toEqual({ type: 'place', parent: track('t1'), before: 'two', pin: null });
    expect(places(axis.columns(), ['one'], false)).toContainEqual({
      type: 'place',
      parent: track('t2'),
      before: null,
      pin: null,
    });
  });

  it.each([
    ['the day', DAY, 'break'],
    ['a track', track('t1'), 'two'],
    ['a track without slots, behind those of the tracks before', track('t2'), 'two'],
    ['another day', { type: 'day', id: 'other' } as Parent, undefined],
    ['a track elsewhere', track('t9'), undefined],
  ])('shows the field for a new slot at the end of %s', (_where, parent, row) => {
    expect(endIn(day, parent)).toBe(row);
  });

  it('shows the field for a new slot above everything on a day without slots', () => {
    const none = { ...day, timed: { ...day.timed, slots: [] }, slots: [] };
    expect(endIn(none, DAY)).toBeNull();
  });
});
