import { describe, expect, it, vi } from 'vitest';

import type { Edit, Preview } from '../../../host/generated/types';
import { Prospects } from './preview-cache';
import type { Target } from '../dragging/targets';

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
    const one = all.of(place(3));
    expect(one.preview).toBeUndefined();
    await all.ask(one);
    expect(one.preview).toEqual(PREVIEW);
    expect(asked).toEqual([[{ type: 'deleteSlot', slot: 's3' }]]);
  });

  it('is known around a place that was aimed at, and asked for again only near the end of that', async () => {
    const { all, asked } = prospects();
    const from = all.of(place(50));
    await all.ask(from);
    await all.lookAround(from, around(50));
    // Nearest first, all at once.
    expect(asked.slice(1).map((edits) => edits.length)).toEqual([24]);
    expect(asked[1]?.[0]).toEqual({ type: 'deleteSlot', slot: 's51' });
    for (let at = 50; at <= 56; at += 1) {
      expect(all.of(place(at))).toMatchObject({ preview: PREVIEW, surrounded: true });
    }
    const further = all.of(place(57));
    expect(further).toMatchObject({ preview: PREVIEW, surrounded: false });
    await all.lookAround(further, around(57));
    // What is known by then is not asked for again.
    expect(asked[2]).toHaveLength(24);
    expect(asked[2]?.[0]).toEqual({ type: 'deleteSlot', slot: 's63' });
    expect(all.of(place(76)).preview).toEqual(PREVIEW);
  });

  it('is asked for once, however many wait for it', async () => {
    const { all, asked } = prospects();
    const from = all.of(place(50));
    const looking = all.lookAround(from, around(50));
    const next = all.of(place(51));
    await all.ask(next, from);
    expect(next.preview).toEqual(PREVIEW);
    await looking;
    expect(asked.map((edits) => edits.length)).toEqual([24, 1]);
  });

  it('is looked for again where the answer did not come', async () => {
    const { all, previews } = prospects();
    const [from, next] = [all.of(place(50)), all.of(place(51))];
    previews.mockRejectedValueOnce(new Error('gone'));
    await expect(all.lookAround(from, around(50))).rejects.toThrow('gone');
    expect([from, next].map((one) => one.surrounded)).toEqual([false, false]);
    await all.lookAround(next, around(51));
    expect(all.of(place(52)).preview).toEqual(PREVIEW);
  });

  it('is not asked for where nothing can be dropped', async () => {
    const { all, previews } = prospects();
    const nowhere = all.of(place(-1));
    expect(nowhere).toMatchObject({ edit: null, preview: null });
    await all.ask(nowhere);
    expect(previews).not.toHaveBeenCalled();
  });

  it('is told of each place for itself, also when nothing can be dropped on one of them', async () => {
    const { all } = prospects((edits) => edits.map((_, at) => (at === 1 ? null : PREVIEW)));
    const some = [place(-1), place(3), place(4), place(5)].map((target) => all.of(target));
    await all.ask(...some);
    expect(some.map((one) => one.preview)).toEqual([null, PREVIEW, null, PREVIEW]);
  });

  it('is one edit for each place, so that what is dropped is what was shown', async () => {
    const { all, asked } = prospects();
    const one = all.of(place(4));
    await all.ask(one);
    expect(asked[0]?.[0]).toBe(one.edit);
    expect(all.of(place(4))).toBe(one);
  });

  it('can be asked for again after an answer that did not come', async () => {
    const { all, previews } = prospects();
    const one = all.of(place(3));
    previews.mockRejectedValueOnce(new Error('gone'));
    await expect(all.ask(one)).rejects.toThrow('gone');
    expect(one.preview).toBeUndefined();
    await all.ask(one);
    expect(one.preview).toEqual(PREVIEW);
  });
});
