/** The drags of the session screen, one at a time: begins, previews and ends a `DragSession`. */
import { announceRestored } from '../../../drag/announcements';
import { DragController } from '../../../drag/controller.svelte';
import { offsetOf, type Direction } from '../../../drag/keyboard';
import type { SlotId } from '../../../host/generated/types';
import type { Plan } from '../../../state/plan.svelte';
import type { AxisGeometry, AxisView } from '../axis/axis-view';
import type { Column } from '../axis/layout';
import { contains } from '../menus/position';
import type { PreviewRenderer } from '../preview/preview-renderer.svelte';
import type { Selection } from '../selection/selection.svelte';
import { DragSession } from './drag-session.svelte';
import { Lasso } from './lasso';
import { places, resolve, sameTarget, type Item, type Target } from './targets';

export class AxisDrag {
  readonly controller: DragController<Item, Target>;
  /** The drag under way, or the last one while its drop is being written. */
  session = $state.raw<DragSession | null>(null);
  #lasso: Lasso | null = null;
  /** Measured once a drag, and again when the axis is laid out during it. */
  #geometry: AxisGeometry | null = null;

  constructor(
    private readonly plan: Plan,
    private readonly axis: AxisView,
    private readonly selection: Selection,
    private readonly preview: PreviewRenderer,
  ) {
    this.controller = new DragController<Item, Target>({
      resolve: (item, at, modifiers) => {
        const geometry = this.#measured();
        if (!geometry) return null;
        const anywhere = item.type === 'edge' || item.type === 'lasso';
        if (!anywhere && !contains(geometry.box, at)) return null;
        return resolve(geometry.columns, item, geometry.toAxis(at), modifiers);
      },
      same: sameTarget,
      step: (item, target, direction) => this.#next(item, target, direction),
      isAnnounced: (item) => item.type !== 'lasso',
      onBegin: (item) => this.#begin(item),
      onAim: (_item, target) => (this.#lasso ?? this.session)?.aimAt(target),
      onDrop: (item) => void this.#drop(item),
      onRestore: () => this.#restore(),
      onClick: (item) => this.#click(item),
      onEnd: () => {
        this.#geometry = null;
        this.#lasso = null;
      },
      scroller: () => this.axis.scroller,
    });
  }

  /** The slot that is dragged, also while its drop is being written. */
  get slot(): SlotId | null {
    return this.session?.slot ?? null;
  }

  /** Measures again after the axis was laid out: by another zoom, or since another process wrote. */
  relayout(): void {
    this.#geometry = null;
    this.preview.relayout();
  }

  #measured(): AxisGeometry | null {
    return (this.#geometry ??= this.axis.measure());
  }

  #columns(): Column[] {
    return this.#measured()?.columns ?? [];
  }

  #begin(item: Item): void {
    this.preview.cancelPending();
    if (item.type === 'lasso') {
      this.#lasso = new Lasso(this.selection, () => this.#columns(), item.adds);
      return;
    }
    if (item.type !== 'new' && !this.selection.has(item.id)) this.selection.select(item.id);
    this.session = new DragSession(item, {
      plan: this.plan,
      preview: this.preview,
      columns: () => this.#columns(),
      announceTarget: (message) => this.controller.announceTarget(message),
    });
  }

  async #drop(item: Item): Promise<void> {
    const { session } = this;
    if (item.type === 'lasso' || !session) return;
    const wasWritten = await session.drop(() => this.#end(session));
    if (!wasWritten) {
      session.dispose();
      this.#end(session);
      announceRestored();
    }
    if (session.slot) this.selection.focus(session.slot);
  }

  /** Stops showing a drag whose drop is written. Another drag may have begun by then. */
  #end(session: DragSession): void {
    this.preview.show(null);
    if (this.session !== session) {
      // Its target is shown again, on what the store holds by now.
      if (this.controller.item !== null) this.session?.aimAgain();
      return;
    }
    this.session = null;
    if (this.#lasso) return;
    const { slot } = session;
    if (slot && !this.selection.has(slot)) this.selection.select(slot);
  }

  #restore(): void {
    this.preview.show(null);
    if (this.#lasso) return this.#lasso.restore();
    const slot = this.slot;
    this.session?.dispose();
    this.session = null;
    if (slot) this.selection.focus(slot);
  }

  #click(item: Item): void {
    if (item.type === 'slot' || item.type === 'edge') this.selection.select(item.id);
    else if (item.type === 'lasso') this.selection.clear();
  }

  /** The place that an arrow key leads to. */
  #next(item: Item, target: Target, direction: Direction): Target | null {
    if (item.type !== 'slot') return null;
    const all = places(this.axis.columns(), item.ids, item.isBlock);
    return all[all.findIndex((place) => sameTarget(place, target)) + offsetOf(direction)] ?? null;
  }
}
