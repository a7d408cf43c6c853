import { describe, expect, it, vi } from 'vitest';

import type { Edit, Preview } from '../../../host/generated/types';
import { PreviewCache } from './preview-cache';
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

function cacheWith(
  answer: (edits: Edit[]) => (Preview | null)[] = (all) => all.map(() => PREVIEW),
) {
  const calls: Edit[][] = [];
  const previews = vi.fn((edits: Edit[]) => {
    calls.push(edits);
    return Promise.resolve(answer(edits));
  });
  const editAt = (target: Target): Edit | null =>
    target.type === 'place' && target.before !== 's-1'
      ? { type: 'deleteSlot', slot: target.before ?? '' }
      : null;
  return { calls, previews, cache: new PreviewCache(previews, editAt) };
}

describe('the preview cache', () => {
  it('knows a preview once it is loaded', async () => {
    const { cache, calls } = cacheWith();
    const one = cache.get(place(3));
    expect(one.preview).toBeUndefined();
    await cache.load(one);
    expect(one.preview).toEqual(PREVIEW);
    expect(calls).toEqual([[{ type: 'deleteSlot', slot: 's3' }]]);
  });

  it('prefetches around a target, and again only near the end of what it has', async () => {
    const { cache, calls } = cacheWith();
    const from = cache.get(place(50));
    await cache.load(from);
    await cache.prefetchAround(from, around(50));
    // Nearest first, all at once.
    expect(calls.slice(1).map((edits) => edits.length)).toEqual([24]);
    expect(calls[1]?.[0]).toEqual({ type: 'deleteSlot', slot: 's51' });
    for (let at = 50; at <= 56; at += 1) {
      expect(cache.get(place(at))).toMatchObject({ preview: PREVIEW, prefetched: true });
    }
    const further = cache.get(place(57));
    expect(further).toMatchObject({ preview: PREVIEW, prefetched: false });
    await cache.prefetchAround(further, around(57));
    // What is known by then is not requested again.
    expect(calls[2]).toHaveLength(24);
    expect(calls[2]?.[0]).toEqual({ type: 'deleteSlot', slot: 's63' });
    expect(cache.get(place(76)).preview).toEqual(PREVIEW);
  });

  it('requests a preview once, however many wait for it', async () => {
    const { cache, calls } = cacheWith();
    const from = cache.get(place(50));
    const prefetching = cache.prefetchAround(from, around(50));
    const next = cache.get(place(51));
    await cache.load(next, from);
    expect(next.preview).toEqual(PREVIEW);
    await prefetching;
    expect(calls.map((edits) => edits.length)).toEqual([24, 1]);
  });

  it('prefetches again where a call failed', async () => {
    const { cache, previews } = cacheWith();
    const [from, next] = [cache.get(place(50)), cache.get(place(51))];
    previews.mockRejectedValueOnce(new Error('gone'));
    await expect(cache.prefetchAround(from, around(50))).rejects.toThrow('gone');
    expect([from, next].map((one) => one.prefetched)).toEqual([false, false]);
    await cache.prefetchAround(next, around(51));
    expect(cache.get(place(52)).preview).toEqual(PREVIEW);
  });

  it('requests nothing where nothing can be dropped', async () => {
    const { cache, previews } = cacheWith();
    const nowhere = cache.get(place(-1));
    expect(nowhere).toMatchObject({ edit: null, preview: null });
    await cache.load(nowhere);
    expect(previews).not.toHaveBeenCalled();
  });

  it('keeps each target apart, also where one can take no drop', async () => {
    const { cache } = cacheWith((edits) => edits.map((_, at) => (at === 1 ? null : PREVIEW)));
    const some = [place(-1), place(3), place(4), place(5)].map((target) => cache.get(target));
    await cache.load(...some);
    expect(some.map((one) => one.preview)).toEqual([null, PREVIEW, null, PREVIEW]);
  });

  it('keeps one edit a target, so that what is dropped is what was shown', async () => {
    const { cache, calls } = cacheWith();
    const one = cache.get(place(4));
    await cache.load(one);
    expect(calls[0]?.[0]).toBe(one.edit);
    expect(cache.get(place(4))).toBe(one);
  });

  it('loads again after a call that failed', async () => {
    const { cache, previews } = cacheWith();
    const one = cache.get(place(3));
    previews.mockRejectedValueOnce(new Error('gone'));
    await expect(cache.load(one)).rejects.toThrow('gone');
    expect(one.preview).toBeUndefined();
    await cache.load(one);
    expect(one.preview).toEqual(PREVIEW);
  });
});
