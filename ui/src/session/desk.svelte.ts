/** The session screen's own state: the drag under way and what dropping it would give. */
import { DragKernel } from '../drag/kernel';
import type { Drag, Point } from '../drag/reducer';
import type { Edit, SessionView, SlotId } from '../host/generated/types';
import { t, time } from '../i18n/i18n.svelte';
import { announce } from '../parts/live.svelte';
import type { Plan } from '../plan/plan.svelte';
import type { Navigation } from '../plan/view.svelte';
import { editOf } from './edits';
import { resolve, sameTarget, type Column, type Item, type Target } from './targets';

export class SessionDesk {
  drag = $state.raw<Drag<Item, Target>>({ phase: 'idle' });
  /** The running orders as a drop would leave them; null while nothing is aimed at. */
  preview = $state.raw<SessionView | null>(null);
  /** The slot a drag is about, also while the drop is being written. */
  moving = $state<SlotId | null>(null);
  /** The slot whose title is being written in place. */
  renaming = $state<SlotId | null>(null);
  /** The slot to choose a place for in a dialog. */
  placing = $state<SlotId | null>(null);
  readonly kernel: DragKernel<Item, Target>;

  /** Where the axis is; set by it. Coordinates of a point on it, scrolled or not. */
  toAxis: (at: Point) => Point = (at) => at;
  columns: () => Column[] = () => [];
  scroller: () => HTMLElement | null = () => null;

  /** The edit aimed at, kept so that what is dropped is what was shown. */
  #edit: Edit | null = null;
  #asked = 0;

  constructor(
    private readonly plan: Plan,
    private readonly navigation: Navigation,
  ) {
    this.kernel = new DragKernel<Item, Target>(
      {
        resolve: (item, at, modifiers) => {
          const box = this.scroller()?.getBoundingClientRect();
          if (item.type !== 'edge' && box && !inside(box, at)) return null;
          return resolve(this.columns(), item, this.toAxis(at), modifiers);
        },
        same: sameTarget,
      },
      {
        onState: (drag) => (this.drag = drag),
        onBegin: (item) => this.#begin(item),
        onAim: (item, target) => void this.#aim(item, target),
        onDrop: (item) => void this.#drop(item),
        onRestore: () => this.#restore(),
        onClick: (item) => item.type !== 'new' && this.select(item.id),
      },
      () => this.scroller(),
    );
  }

  select(slot: SlotId): void {
    this.navigation.select({ type: 'slot', id: slot });
  }

  /** Gives the keyboard to a slot's card once it is drawn. */
  focus(slot: SlotId): void {
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-slot="${slot}"]`)?.focus(),
    );
  }

  #begin(item: Item): void {
    if (item.type !== 'new') {
      this.moving = item.id;
      this.select(item.id);
      announce(t('drag-lifted', { title: item.title }));
    }
  }

  async #aim(item: Item, target: Target | null): Promise<void> {
    const asked = ++this.#asked;
    this.#edit = target && editOf(item, target, item.title);
    if (!this.#edit) {
      this.preview = null;
      announce(t('drag-nowhere'));
      return;
    }
    try {
      const outcome = await this.plan.preview(this.#edit);
      if (asked !== this.#asked || this.drag.phase !== 'dragging') return;
      this.preview = outcome.update.session;
      if (item.type === 'new') this.moving = insertedIn(this.#edit);
      const start = this.#startOf(this.moving);
      if (start !== null) announce(t('drag-aim', { title: item.title, time: time(start) }));
    } catch {
      // It would be refused: nothing can be dropped here.
      if (asked === this.#asked) {
        this.#edit = null;
        this.preview = null;
      }
    }
  }

  async #drop(item: Item): Promise<void> {
    this.#asked += 1;
    const edit = this.#edit;
    this.#edit = null;
    const slot = item.type === 'new' ? edit && insertedIn(edit) : item.id;
    // The preview stays until the answer is there, so that nothing jumps.
    if (edit) await this.plan.apply(edit);
    this.preview = null;
    this.moving = null;
    if (slot) {
      this.select(slot);
      this.focus(slot);
    }
  }

  #restore(): void {
    this.#asked += 1;
    this.#edit = null;
    this.preview = null;
    const slot = this.moving;
    this.moving = null;
    announce(t('drag-restored'));
    if (slot) this.focus(slot);
  }

  /** When a slot starts in what is shown. */
  #startOf(id: SlotId | null): number | null {
    const view = this.preview ?? this.plan.session;
    for (const day of view?.days ?? []) {
      for (const timed of day.timed.slots) {
        if (timed.id === id) return timed.start;
        const inner = timed.tracks.flatMap((track) => track.slots).find((one) => one.id === id);
        if (inner) return inner.start;
      }
    }
    return null;
  }

  /** When the slot that is dragged would start. */
  get aimedStart(): number | null {
    return this.preview ? this.#startOf(this.moving) : null;
  }
}

function inside(box: DOMRect, at: Point): boolean {
  return at.x >= box.left && at.x <= box.right && at.y >= box.top && at.y <= box.bottom;
}

/** The slot an insertion makes. */
function insertedIn(edit: Edit): SlotId | null {
  const first = edit.type === 'several' ? edit.edits[0] : edit;
  return first?.type === 'addSlot' ? first.id : null;
}
