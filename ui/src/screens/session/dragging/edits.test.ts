import { describe, expect, it } from 'vitest';

import { DAY, track } from '../test-day';
import { batch, editOf, insertEdit, moveEdit } from './edits';
import type { Item, Target } from './targets';
import { clock, minutes } from '../../../time/units';

const place: Target = { type: 'place', parent: track('t'), before: 'b', pin: clock(600) };

describe('the edit of a drop', () => {
  it('moves a slot', () => {
    const item: Item = { type: 'slot', id: 'a', ids: ['a'], title: '', isBlock: false, grab: 0 };
    expect(editOf(item, place, [])).toEqual({
      ...{ type: 'moveSlot', slot: 'a', parent: track('t'), before: 'b', pin: clock(600) },
    });
  });

  it('moves several slots in one step, and fixes the time of the first', () => {
    expect(moveEdit(['a', 'c'], DAY, null, clock(600))).toEqual({
      type: 'batch',
      edits: [
        { type: 'moveSlot', slot: 'a', parent: DAY, before: null, pin: clock(600) },
        { type: 'moveSlot', slot: 'c', parent: DAY, before: null, pin: null },
      ],
    });
  });

  it('resizes the slot of an edge', () => {
    const edge: Item = { type: 'edge', id: 'a', title: '', start: clock(540) };
    const edit = editOf(edge, { type: 'length', minutes: minutes(45) }, []);
    expect(edit).toEqual({ type: 'resizeSlot', slot: 'a', minutes: minutes(45) });
    expect(editOf(edge, place, [])).toBeNull();
  });

  it('inserts a built-in block', () => {
    const item: Item = { type: 'new', block: 'break', title: '', isBlock: false, grab: 0 };
    expect(editOf(item, place, [])).toMatchObject({
      ...{
        type: 'addSlot',
        parent: track('t'),
        before: 'b',
        pin: clock(600),
        kind: 'break',
        minutes: minutes(15),
      },
    });
  });

  it('inserts nothing of a block that no longer exists', () => {
    const item: Item = { type: 'new', block: 'gone', title: '', isBlock: false, grab: 0 };
    expect(editOf(item, place, [])).toBeNull();
  });

  it('is nothing for a lasso', () => {
    const lasso: Item = { type: 'lasso', title: '', from: { x: 0, y: 0 }, adds: false };
    expect(editOf(lasso, place, [])).toBeNull();
  });
});

describe('inserting a block', () => {
  const plain = {
    id: 'x',
    kind: 'workshop' as const,
    minutes: minutes(75),
    title: 'X',
    template: null,
  };

  it('with tracks splits the new slot in the same step', () => {
    const { id, edit } = insertEdit({ ...plain, tracks: 3 }, DAY, null, null);
    expect(edit).toMatchObject({
      type: 'batch',
      edits: [
        { type: 'addSlot', id },
        { type: 'splitSlot', slot: id },
      ],
    });
    const split = edit.type === 'batch' && edit.edits[1];
    expect(split && split.type === 'splitSlot' && new Set(split.tracks).size).toBe(3);
  });

  it('of an own template applies it, and fixes its time after that', () => {
    const template = { id: 'own', title: 'Own', rank: 'a', start: clock(540), slots: [] };
    const { id, edit } = insertEdit({ ...plain, tracks: 0, template }, DAY, null, clock(600));
    expect(edit).toEqual({
      type: 'batch',
      edits: [
        { type: 'applyTemplate', template: 'own', parent: DAY, before: null, slots: [id] },
        { type: 'pinSlot', slot: id, at: 600 },
      ],
    });
  });
});

it('leaves a batch of one edit alone', () => {
  const only = { type: 'deleteSlot', slot: 'a' } as const;
  expect(batch([only])).toBe(only);
});
