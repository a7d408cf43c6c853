import { beforeEach, describe, expect, it } from 'vitest';

import { fakeHost } from '../../host/fake';
import type { Edit, SlotSpec } from '../../host/generated/types';
import { Navigation } from '../../state/navigation.svelte';
import { Plan } from '../../state/plan.svelte';
import { outcome } from '../../state/test-data';
import { createSession } from './context';
import { DAY, track, view } from './test-day';

const spec = { title: 'copied' } as SlotSpec;

/** The session screen on the test day; `specs` are the slots that Rust makes of copied rows. */
function screen(specs: SlotSpec[] | null = [spec]) {
  const edits: Edit[] = [];
  const copied: { copied: string[] }[] = [];
  const plan = new Plan(
    fakeHost({
      apply: ({ edit }) => {
        edits.push(edit);
        return outcome();
      },
      copied_slots: ({ text }) => {
        copied.push(JSON.parse(text));
        if (!specs) throw new Error('refused');
        return specs;
      },
    }),
  );
  plan.session = view;
  return { ...createSession(plan, new Navigation()), plan, edits, copied };
}

beforeEach(() => localStorage.clear());

describe('duplicating', () => {
  it('inserts what Rust makes of the rows, after the last slot, and selects it', async () => {
    const { actions, selection, edits, copied } = screen([spec, spec]);
    selection.set(['welcome', 'block']);
    await actions.duplicate();
    expect(copied[0]?.copied).toEqual(['welcome', 'block']);
    const [edit] = edits;
    expect(edit).toMatchObject({ type: 'insertSlots', parent: DAY, before: 'break' });
    const slots = edit?.type === 'insertSlots' ? edit.slots : [];
    expect(slots.map((one) => one.spec)).toEqual([spec, spec]);
    expect(selection.several).toEqual(slots.map((one) => one.id));
  });

  it('stays in the track of the slot', async () => {
    const { actions, selection, edits } = screen();
    selection.select('two');
    await actions.duplicate();
    expect(edits[0]).toMatchObject({ type: 'insertSlots', parent: track('t1'), before: null });
  });

  it('changes nothing when Rust refuses', async () => {
    const { actions, selection, edits } = screen(null);
    selection.select('welcome');
    await actions.duplicate();
    expect(edits).toEqual([]);
    expect(selection.slots()).toEqual(['welcome']);
  });
});

describe('deleting', () => {
  it('deletes a block once, and selects what comes after its tracks', async () => {
    const { actions, selection, edits } = screen();
    selection.set(['block', 'one']);
    await actions.remove();
    expect(edits).toEqual([{ type: 'deleteSlot', slot: 'block' }]);
    expect(selection.slots()).toEqual(['break']);
  });

  it('selects the slot before when there is none after', async () => {
    const { actions, selection } = screen();
    selection.select('break');
    await actions.remove();
    expect(selection.slots()).toEqual(['two']);
  });
});

describe('resizing', () => {
  it('never goes below zero, and is one step for all', async () => {
    const { actions, selection, edits } = screen();
    selection.set(['welcome', 'break']);
    await actions.resize(-45);
    expect(edits).toEqual([
      {
        type: 'batch',
        edits: ['welcome', 'break'].map((slot) => ({ type: 'resizeSlot', slot, minutes: 0 })),
      },
    ]);
  });
});

describe('pinning', () => {
  it('pins each slot at its time', async () => {
    const { actions, selection, edits } = screen();
    selection.select('break');
    expect(actions.allPinned()).toBe(false);
    await actions.pin();
    expect(edits).toEqual([{ type: 'pinSlot', slot: 'break', at: 600 }]);
  });
});

describe('merging', () => {
  it('needs slots that follow each other', () => {
    const { actions, selection } = screen();
    selection.set(['welcome', 'block']);
    expect(actions.mayMerge()).toBe(true);
    selection.set(['welcome', 'break']);
    expect(actions.mayMerge()).toBe(false);
    selection.select('break');
    expect(actions.mayMerge()).toBe(false);
  });
});
