/**
 * One drag of slots, of an edge, or of a new block, from its first target until its drop is written. It
 * is created when the drag begins and disposed when it ends: an answer that comes later changes nothing.
 */
import type { Clock, Edit, Finding, SlotId } from '../../../host/generated/types';
import { capital, formatMessage, t, time } from '../../../i18n/i18n.svelte';
import { Channel } from '../../../perf/channel.svelte';
import type { Plan } from '../../../state/plan.svelte';
import type { Column } from '../axis/layout';
import { PreviewCache, type CachedPreview } from '../preview/preview-cache';
import type { PreviewRenderer } from '../preview/preview-renderer.svelte';
import { editOf } from './edits';
import { around, type Item, type Target } from './targets';

/** The target of a drag, and what a drop there would do. */
export interface Aim {
  target: Target;
  /** When the dragged slot would start; where it starts now until the preview is known, and null for a new slot. */
  start: Clock | null;
}

/** What a session of a drag needs of the screen. */
export interface DragContext {
  plan: Pick<Plan, 'previews' | 'apply' | 'findings' | 'templates' | 'watch'>;
  preview: Pick<PreviewRenderer, 'show' | 'startOf' | 'shownPreview'>;
  /** The days as measured for this drag. */
  columns: () => Column[];
  /** Announces the target, once there are words for it. */
  announceTarget: (message: () => string) => void;
}

export class DragSession {
  /** The dragged slot; of a new block, the slot that a drop inserts. */
  slot = $state.raw<SlotId | null>(null);
  /** The worst problem a drop would cause; null when it would cause none. */
  worstProblem = $state.raw<Finding | null>(null);
  /** Null where nothing can be dropped; undefined before the first target. */
  readonly aim = new Channel<Aim | null | undefined>(undefined);
  readonly item: Item;
  readonly #context: DragContext;
  /** The edit of the target: what is dropped is what was shown. */
  #edit: Edit | null = null;
  #target: Target | null = null;
  #cache: PreviewCache | null = null;
  /** The revision of the store that the cache was filled at. */
  #revision: number | null = null;
  #request = 0;
  #isOver = false;

  constructor(item: Item, context: DragContext) {
    this.item = item;
    this.#context = context;
    if (item.type === 'slot' || item.type === 'edge') this.slot = item.id;
  }

  /** Shows a target: at once where its preview is cached, else when it arrives. */
  aimAt(target: Target | null): void {
    if (this.#isOver) return;
    const request = ++this.#request;
    this.#target = target;
    const cache = this.#currentCache();
    const entry = target && cache.get(target);
    this.#edit = entry?.edit ?? null;
    if (!entry || entry.preview !== undefined) return this.#show(entry);
    this.worstProblem = null;
    const start = this.aim.current?.start ?? this.#context.preview.startOf(this.slot);
    this.aim.set({ target: entry.target, start });
    const onAnswer = () => {
      if (this.#isOver || request !== this.#request) return;
      if (this.#currentCache() === cache) this.#show(entry);
      else this.aimAt(target);
    };
    cache.load(entry).then(onAnswer, onAnswer);
  }

  /** Shows the same target on what the store holds by now. */
  aimAgain(): void {
    this.aimAt(this.#target);
  }

  /**
   * Ends the drag with a drop, and writes it. The preview stays until the answer is there, so that nothing
   * jumps; then `onWritten` is called. Returns false where nothing can be dropped.
   */
  async drop(onWritten: () => void): Promise<boolean> {
    const edit = this.#edit;
    if (this.#isOver || !edit) return false;
    this.dispose();
    // The preview of a new block may be missing still: the slot follows from the edit.
    if (this.item.type === 'new') this.slot = insertedBy(edit);
    await this.#context.plan.apply(edit, this.#context.preview.shownPreview(onWritten));
    return true;
  }

  /** Ends the drag. Answers that arrive later change nothing. */
  dispose(): void {
    this.#isOver = true;
    this.#edit = null;
    this.#cache = null;
    this.worstProblem = null;
  }

  /** Shows what a drop would do, or that nothing can be dropped. */
  #show(entry: CachedPreview | null): void {
    const { preview: renderer } = this.#context;
    const preview = entry?.preview ?? null;
    if (!preview) this.#edit = null;
    renderer.show(preview);
    this.worstProblem = preview?.troubles.find((one) => !this.#isKnown(one)) ?? null;
    if (this.item.type === 'new' && this.#edit) this.slot = insertedBy(this.#edit);
    const start = this.#edit && renderer.startOf(this.slot);
    this.aim.set(entry && this.#edit && { target: entry.target, start });
    const { worstProblem } = this;
    this.#context.announceTarget(() => wordsOf(this.item, start, worstProblem));
    if (!entry || !this.#edit || entry.prefetched) return;
    this.#currentCache()
      .prefetchAround(entry, () => around(this.#context.columns(), this.item, entry.target))
      // A failed prefetch is no problem yet: the target is loaded again when the drag gets there.
      .catch(() => undefined);
  }

  /** The previews of this drag; an empty cache once another revision is shown. */
  #currentCache(): PreviewCache {
    const { plan, preview } = this.#context;
    const { revision } = plan.watch;
    if (this.#cache && this.#revision !== revision) {
      this.#cache = null;
      preview.show(null);
    }
    this.#revision = revision;
    return (this.#cache ??= new PreviewCache(
      (edits) => plan.previews(edits),
      (target) => editOf(this.item, target, plan.templates),
    ));
  }

  /** Whether a problem exists already: then no drop causes it. */
  #isKnown({ message, subject }: Finding): boolean {
    return this.#context.plan.findings.some(
      (one) => one.message.code === message.code && one.subject.id === subject.id,
    );
  }
}

/** A target in words: when the item would start, and the problem that would cause. */
function wordsOf(item: Item, start: Clock | null, problem: Finding | null): string {
  if (start === null) return t('drag-nowhere');
  const aim = t('drag-aim', { title: item.title, time: time(start) });
  return problem ? `${aim} ${capital(formatMessage(problem.message))}` : aim;
}

/** The slot that an edit inserts; the first one when it inserts several. */
function insertedBy(edit: Edit): SlotId | null {
  const first = edit.type === 'batch' ? edit.edits[0] : edit;
  if (first?.type === 'addSlot') return first.id;
  if (first?.type === 'applyTemplate') return first.slots[0] ?? null;
  return first?.type === 'insertSlots' ? (first.slots[0]?.id ?? null) : null;
}
