import { describe, expect, it, vi } from 'vitest';

import type { Edit, Preview } from '../host/generated/types';
import { Prospects } from './prospects';
import type { Target } from './targets';

const place = (at: number): Target => ({
  type: 'place',
  parent: { type: 'day', id: 'd' },
  before: `s${at}`,
  pin: null,
});
const around = (at: number) => () =>
  Array.from({ length: 200 }, (_, by) => [place(at + by + 1), place(at - by - 1)]).flat();
const PREVIEW: Preview = { session: null, retimed: [], troubles: [], reload: false };

function prospects(
  answer: (edits: Edit[]) => (Preview | null)[] = (all) => all.map(() => PREVIEW),
) {
  const asked: Edit[][] = [];
  const previews = vi.fn((edits: Edit[]) => {
    asked.push(edits);
    return Promise.resolve(answer(edits));
  });
  const editAt = (target: Target): Edit | null =>
    target.type === 'place' && target.before !== 's-1'
      ? { type: 'deleteSlot', slot: target.before ?? '' }
      : null;
  return { asked, previews, all: new Prospects(previews, editAt) };
}

describe('what drops near the pointer would do', () => {
  it('is known once it was asked for', async () => {
    const { all, asked } = prospects();
    expect(all.at(place(3))).toBeUndefined();
    await all.ask(place(3));
    expect(all.at(place(3))).toEqual(PREVIEW);
    expect(asked).toEqual([[{ type: 'deleteSlot', slot: 's3' }]]);
  });

  it('is known around a place that was aimed at, and asked for again only near the end of that', async () => {
    const { all, asked } = prospects();
    await all.ask(place(50));
    await all.lookAround(place(50), around(50));
    // Nearest first, some at once.
    expect(asked.slice(1).map((edits) => edits.length)).toEqual([12, 12, 12, 12]);
    expect(asked[1]?.[0]).toEqual({ type: 'deleteSlot', slot: 's51' });
    for (let at = 50; at <= 62; at += 1) {
      expect(all.at(place(at))).toEqual(PREVIEW);
      await all.lookAround(place(at), around(at));
    }
    expect(asked).toHaveLength(5);
    await all.lookAround(place(63), around(63));
    expect(asked.length).toBeGreaterThan(5);
    expect(all.at(place(80))).toEqual(PREVIEW);
  });

  it('is not asked for ahead once the drag is over', async () => {
    const { all, asked } = prospects();
    const looking = all.lookAround(place(50), around(50));
    all.stop();
    await looking;
    expect(asked).toHaveLength(1);
  });

  it('is not asked for where nothing can be dropped', async () => {
    const { all, previews } = prospects();
    expect(all.edit(place(-1))).toBeNull();
    await all.ask(place(-1));
    expect(previews).not.toHaveBeenCalled();
  });

  it('is null where the edit would be refused', async () => {
    const { all } = prospects(() => [null]);
    await all.ask(place(3));
    expect(all.at(place(3))).toBeNull();
  });

  it('is one edit for each place, so that what is dropped is what was shown', async () => {
    const { all, asked } = prospects();
    const edit = all.edit(place(4));
    await all.ask(place(4));
    expect(asked[0]?.[0]).toBe(edit);
    expect(all.edit(place(4))).toBe(edit);
  });

  it('can be asked for again after an answer that did not come', async () => {
    const { all, previews } = prospects();
    previews.mockRejectedValueOnce(new Error('gone'));
    await expect(all.ask(place(3))).rejects.toThrow('gone');
    expect(all.at(place(3))).toBeUndefined();
    await all.ask(place(3));
    expect(all.at(place(3))).toEqual(PREVIEW);
  });
});
