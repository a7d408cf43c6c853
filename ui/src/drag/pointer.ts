/**
 * Runs the reducer on pointer events. They are captured by one stable surface, not by the card that
 * moves. There is one step a frame. The surface scrolls when the pointer is near its edge.
 */
import {
  reduce,
  type Drag,
  type DragEvent,
  type Modifiers,
  type Point,
  type Rules,
} from './reducer';

export interface Handlers<I, T> {
  /** Called with each new state. */
  onState(drag: Drag<I, T>): void;
  onBegin?(item: I): void;
  onAim?(item: I, target: T | null): void;
  onDrop(item: I, target: T): void;
  onRestore?(item: I): void;
  onClick?(item: I): void;
}

/** How near the edge scrolling begins, and how fast it gets, in pixels (a frame). */
const EDGE = 48;
const FASTEST = 14;

export class PointerDrag<I, T> {
  #drag: Drag<I, T> = { phase: 'idle' };
  #surface: HTMLElement | null = null;
  #pointer: number | null = null;
  #latest: { at: Point; modifiers: Modifiers } | null = null;
  #frame = 0;
  /** The scroller's box, measured once a drag: each measurement costs a layout. */
  #box: DOMRect | null = null;
  /** The scroller's offset, and its largest, in pixels. */
  #scrolled = 0;
  #deepest = 0;

  constructor(
    private readonly rules: Rules<I, T>,
    private readonly handlers: Handlers<I, T>,
    private readonly scroller: () => HTMLElement | null = () => null,
  ) {}

  get drag(): Drag<I, T> {
    return this.#drag;
  }

  /** Begins with a pointer pressed on an item. `surface` captures the pointer. */
  press(event: PointerEvent, item: I, surface: HTMLElement): void {
    if (event.button !== 0 || this.#drag.phase !== 'idle') return;
    this.#surface = surface;
    this.#pointer = event.pointerId;
    this.#send({ type: 'press', item, at: { x: event.clientX, y: event.clientY } });
    window.addEventListener('pointermove', this.#onMove);
    window.addEventListener('pointerup', this.#onUp);
    window.addEventListener('pointercancel', this.#onCancel);
    window.addEventListener('blur', this.#onCancel);
    window.addEventListener('keydown', this.#onKey, true);
    surface.addEventListener('lostpointercapture', this.#onLost);
  }

  /** Begins with the keyboard, on a first target. */
  lift(item: I, target: T): void {
    this.#send({ type: 'lift', item, target });
  }

  aim(target: T): void {
    this.#send({ type: 'aim', target });
  }

  drop(): void {
    this.#send({ type: 'release' });
  }

  cancel(): void {
    this.#send({ type: 'cancel' });
  }

  #onMove = (event: PointerEvent): void => {
    if (event.pointerId !== this.#pointer) return;
    this.#latest = {
      at: { x: event.clientX, y: event.clientY },
      modifiers: { alt: event.altKey, shift: event.shiftKey },
    };
    if (this.#frame === 0) this.#frame = requestAnimationFrame(this.#step);
  };

  #step = (): void => {
    this.#frame = 0;
    if (!this.#latest) return;
    this.#send({ type: 'move', ...this.#latest });
    if (this.#drag.phase === 'dragging' && this.#scroll(this.#latest.at)) {
      this.#frame = requestAnimationFrame(this.#step);
    }
  };

  #measure(): void {
    const scroller = this.scroller();
    this.#box = scroller?.getBoundingClientRect() ?? null;
    this.#scrolled = scroller?.scrollTop ?? 0;
    this.#deepest = scroller ? scroller.scrollHeight - scroller.clientHeight : 0;
    scroller?.addEventListener('scroll', this.#onScroll);
  }

  /** The wheel scrolls during a drag as well. */
  #onScroll = (event: Event): void => {
    if (event.target instanceof HTMLElement) this.#scrolled = event.target.scrollTop;
  };

  /** Scrolls when the pointer is near the edge. Returns whether it did. */
  #scroll(at: Point): boolean {
    const scroller = this.scroller();
    const box = this.#box;
    if (!scroller || !box) return false;
    const above = box.top + EDGE - at.y;
    const below = at.y - (box.bottom - EDGE);
    const by = above > 0 ? -Math.min(above, EDGE) : below > 0 ? Math.min(below, EDGE) : 0;
    const next = Math.min(this.#deepest, Math.max(0, this.#scrolled + (by / EDGE) * FASTEST));
    if (next === this.#scrolled) return false;
    this.#scrolled = next;
    scroller.scrollTop = next;
    return true;
  }

  #onUp = (event: PointerEvent): void => {
    if (event.pointerId !== this.#pointer) return;
    // The last move may still wait for its frame. The drop happens where the pointer is now.
    this.#onMove(event);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    if (this.#latest) this.#send({ type: 'move', ...this.#latest });
    this.#send({ type: 'release' });
  };

  #onCancel = (): void => this.#send({ type: 'cancel' });

  #onLost = (): void => {
    if (this.#drag.phase === 'dragging') this.#send({ type: 'cancel' });
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#send({ type: 'cancel' });
  };

  #send(event: DragEvent<I, T>): void {
    const [next, effect] = reduce(this.rules, this.#drag, event);
    const ended = this.#drag.phase !== 'idle' && next.phase === 'idle';
    this.#drag = next;
    if (ended) this.#release();
    else if (effect.type === 'begin' && this.#pointer !== null) this.#capture();
    switch (effect.type) {
      case 'begin':
        this.#measure();
        this.handlers.onBegin?.(effect.item);
        if (next.phase === 'dragging') this.handlers.onAim?.(effect.item, next.target);
        break;
      case 'aim':
        this.handlers.onAim?.(effect.item, effect.target);
        break;
      case 'drop':
        this.handlers.onDrop(effect.item, effect.target);
        break;
      case 'restore':
        this.handlers.onRestore?.(effect.item);
        break;
      case 'click':
        this.handlers.onClick?.(effect.item);
    }
    this.handlers.onState(next);
  }

  #capture(): void {
    if (this.#surface && this.#pointer !== null) {
      this.#surface.setPointerCapture(this.#pointer);
      window.getSelection()?.removeAllRanges();
    }
  }

  #release(): void {
    window.removeEventListener('pointermove', this.#onMove);
    window.removeEventListener('pointerup', this.#onUp);
    window.removeEventListener('pointercancel', this.#onCancel);
    window.removeEventListener('blur', this.#onCancel);
    window.removeEventListener('keydown', this.#onKey, true);
    this.#surface?.removeEventListener('lostpointercapture', this.#onLost);
    this.scroller()?.removeEventListener('scroll', this.#onScroll);
    if (this.#pointer !== null && this.#surface?.hasPointerCapture(this.#pointer)) {
      this.#surface.releasePointerCapture(this.#pointer);
    }
    cancelAnimationFrame(this.#frame);
    this.#surface = null;
    this.#pointer = null;
    this.#latest = null;
    this.#frame = 0;
    this.#box = null;
  }
}
