/**
 * A drag of one screen: its state for the components, its pointer, its keyboard, and its announcements.
 * Every screen that drags has one. The screen says what a target is and applies the drop.
 */
import { Channel } from '../perf/channel.svelte';
import { announceLifted, announceRestored, announceTarget, cancelTarget } from './announcements';
import { actionOf, type Direction } from './keyboard';
import { PointerDrag } from './pointer';
import type { Drag, Point, Rules } from './reducer';

export interface DragHandlers<I extends { title: string }, T> extends Rules<I, T> {
  /** The next target for an arrow key; null where there is none. */
  step(item: I, target: T, direction: Direction): T | null;
  /** What a drop on the target means, in words. Absent where the screen announces it itself, later. */
  describe?(item: I, target: T | null): string;
  /** Whether the item is announced. A lasso is not. Default: yes. */
  isAnnounced?(item: I): boolean;
  onBegin?(item: I): void;
  onAim?(item: I, target: T | null): void;
  onDrop(item: I, target: T): void;
  onRestore?(item: I): void;
  onClick?(item: I): void;
  /** Called when no drag is under way any more, after `onDrop`, `onRestore` or `onClick`. */
  onEnd?(): void;
  /** What scrolls when the pointer is near its edge. */
  scroller?(): HTMLElement | null;
}

type Dragging<I, T> = Extract<Drag<I, T>, { phase: 'dragging' }>;

/** The state of a drag without its position and target, which have channels of their own. */
export type DragState<I, T> =
  Exclude<Drag<I, T>, Dragging<I, T>> | Omit<Dragging<I, T>, 'at' | 'target'>;

export class DragController<I extends { title: string }, T> {
  /** Changes once a phase. Position and target change at each step. */
  state = $state.raw<DragState<I, T>>({ phase: 'idle' });
  /** Where the pointer is on the screen. */
  readonly position = new Channel<Point>({ x: 0, y: 0 });
  /** The current target; null where nothing can be dropped, and outside a drag. */
  readonly target = new Channel<T | null>(null);
  readonly #pointer: PointerDrag<I, T>;
  readonly #handlers: DragHandlers<I, T>;

  constructor(handlers: DragHandlers<I, T>) {
    this.#handlers = handlers;
    this.#pointer = new PointerDrag<I, T>(
      handlers,
      {
        onState: (drag) => this.#update(drag),
        onBegin: (item) => {
          if (this.#isAnnounced(item)) announceLifted(item.title);
          handlers.onBegin?.(item);
        },
        onAim: (item, target) => {
          if (handlers.describe) this.announceTarget(() => handlers.describe?.(item, target) ?? '');
          handlers.onAim?.(item, target);
        },
        onDrop: (item, target) => {
          cancelTarget();
          handlers.onDrop(item, target);
        },
        onRestore: (item) => {
          if (this.#isAnnounced(item)) announceRestored();
          handlers.onRestore?.(item);
        },
        onClick: (item) => handlers.onClick?.(item),
      },
      () => handlers.scroller?.() ?? null,
    );
  }

  /** The item that is dragged; null outside a drag. */
  get item(): I | null {
    return this.state.phase === 'dragging' ? this.state.item : null;
  }

  get isIdle(): boolean {
    return this.state.phase === 'idle';
  }

  /** Whether the item was lifted with the keyboard. */
  get isLifted(): boolean {
    return this.state.phase === 'dragging' && this.state.by === 'keys';
  }

  /** The full state, read outside of components. */
  get current(): Drag<I, T> {
    return this.#pointer.drag;
  }

  /** Begins with a pointer pressed on an item. `surface` captures the pointer. */
  press(event: PointerEvent, item: I, surface: HTMLElement): void {
    this.#pointer.press(event, item, surface);
  }

  /** Begins with the keyboard, on a first target. */
  lift(item: I, target: T): void {
    this.#pointer.lift(item, target);
  }

  /** Goes on to the next target in a direction. */
  step(direction: Direction): void {
    const drag = this.#pointer.drag;
    if (drag.phase !== 'dragging' || drag.target === null) return;
    const next = this.#handlers.step(drag.item, drag.target, direction);
    if (next !== null) this.#pointer.aim(next);
  }

  drop(): void {
    this.#pointer.drop();
  }

  cancel(): void {
    this.#pointer.cancel();
  }

  /**
   * Handles a key of a focused item: Space lifts it, arrows step, Space or Enter drops, Escape cancels.
   * Returns whether the key meant something.
   */
  key(event: KeyboardEvent, item: I, target: T): boolean {
    const { phase } = this.#pointer.drag;
    if (phase === 'idle') {
      if (event.key !== ' ') return false;
      this.lift(item, target);
    } else if (phase === 'dragging') {
      const action = actionOf(event.key);
      if (action === null) return false;
      if (action === 'drop') this.drop();
      else if (action === 'cancel') this.cancel();
      else this.step(action);
    } else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  /** Announces the current target, where the screen has its words only later. */
  announceTarget(message: () => string): void {
    const drag = this.#pointer.drag;
    if (drag.phase === 'dragging') announceTarget(drag.by, message);
  }

  #isAnnounced(item: I): boolean {
    return this.#handlers.isAnnounced?.(item) ?? true;
  }

  #update(next: Drag<I, T>): void {
    if (next.phase === 'dragging') {
      this.position.set(next.at);
      if (next.target !== this.target.current) this.target.set(next.target);
    }
    if (next.phase !== this.state.phase) this.state = next;
    if (next.phase === 'idle') {
      if (this.target.current !== null) this.target.set(null);
      this.#handlers.onEnd?.();
    }
  }
}
