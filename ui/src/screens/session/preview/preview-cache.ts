/**
 * What drops near the pointer would do, requested before the pointer gets there. A step of a drag onto a
 * cached target is shown in the same frame, without a call (docs/performance.md).
 */
import type { Edit, Preview } from '../../../host/generated/types';
import type { Target } from '../dragging/targets';

/** How many previews are prefetched at once. Half of them are then near enough to step to without another
 *  prefetch, and no other call waits for long. */
const BATCH = 24;

/** A target, and what a drop there would do. */
export interface CachedPreview {
  readonly target: Target;
  /** The edit of a drop there, down to the ids of new rows; null where nothing can be dropped. */
  readonly edit: Edit | null;
  /** Null where nothing can be dropped, or the edit would be refused; undefined until it is known. */
  preview: Preview | null | undefined;
  /** The call that will answer; null when none is under way. */
  pending: Promise<void> | null;
  /** Whether its neighbours are cached, or requested. */
  prefetched: boolean;
}

export class PreviewCache {
  /** One entry a target, so that what is dropped is what was shown. */
  #entries = new Map<string, CachedPreview>();

  constructor(
    private readonly previews: (edits: Edit[]) => Promise<(Preview | null)[]>,
    private readonly editAt: (target: Target) => Edit | null,
  ) {}

  get(target: Target): CachedPreview {
    const key = keyOf(target);
    let entry = this.#entries.get(key);
    if (!entry) {
      const edit = this.editAt(target);
      const preview = edit ? undefined : null;
      entry = { target, edit, preview, pending: null, prefetched: false };
      this.#entries.set(key, entry);
    }
    return entry;
  }

  /** Loads previews that are neither known nor requested, in one call. */
  async load(...entries: CachedPreview[]): Promise<void> {
    const unknown = entries.filter((one) => one.preview === undefined);
    const requested = unknown.filter((one) => one.pending === null);
    const edits = requested.flatMap(({ edit }) => edit ?? []);
    if (edits.length > 0) {
      const answer = this.previews(edits)
        .then((previews) => requested.forEach((one, at) => (one.preview = previews[at] ?? null)))
        .finally(() => requested.forEach((one) => (one.pending = null)));
      for (const one of requested) one.pending = answer;
    }
    await Promise.all(unknown.map((one) => one.pending));
  }

  /** Loads the previews around a target, nearest first. */
  async prefetchAround(from: CachedPreview, around: () => Target[]): Promise<void> {
    const near: CachedPreview[] = [];
    const unknown: CachedPreview[] = [];
    for (const target of around()) {
      if (unknown.length === BATCH) break;
      const one = this.get(target);
      if (near.length < BATCH / 2) near.push(one);
      if (one.preview === undefined) unknown.push(one);
    }
    const setPrefetched = (prefetched: boolean) =>
      [from, ...near].forEach((one) => (one.prefetched = prefetched));
    setPrefetched(true);
    try {
      await this.load(...unknown);
    } catch (problem) {
      setPrefetched(false);
      throw problem;
    }
  }
}

function keyOf(target: Target): string {
  switch (target.type) {
    case 'place':
      return `${target.parent.id} ${target.before} ${target.pin}`;
    case 'length':
      return `${target.minutes}`;
    case 'area':
      return '';
  }
}
