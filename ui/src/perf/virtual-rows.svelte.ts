/**
 * Which rows of a long list are drawn: those in view, a few around them, and the one that has the
 * keyboard. Five hundred sessions then cost what thirty do.
 */
import {
  Virtualizer,
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
} from '@tanstack/virtual-core';
import { untrack } from 'svelte';

export interface ListShape<R> {
  /** Never written to: as long as it is the same list, nothing is measured or named anew. */
  rows: readonly R[];
  /** What scrolls; none before it is there. */
  scroller: () => HTMLElement | null;
  /** How high a row is likely to be, in pixels; drawn rows are measured. */
  estimate: (row: R) => number;
  /** What tells a row from the others, whatever its place. */
  key: (row: R) => string;
  /** How far below the top of the scroller the list begins, in pixels. */
  margin?: number;
  /** How much of the list is likely to be in view, in pixels, until that can be measured. */
  room?: number;
}

export interface VirtualRow {
  key: string;
  index: number;
  /** Pixels left free between the row drawn before and this one. */
  gap: number;
}

/** How many rows are drawn beyond each edge. */
const AROUND = 6;

/** After the next frame is on the screen: what is measured then costs no layout of its own. */
function afterFrame(run: () => void): () => void {
  let waiting: ReturnType<typeof setTimeout>;
  const frame = requestAnimationFrame(() => (waiting = setTimeout(run)));
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(waiting);
  };
}

/** Looks at the rows of one list by their places. */
function placed<R>({ rows, estimate, key }: ListShape<R>) {
  const of = <T>(look: (row: R) => T, otherwise: T) => {
    return (index: number) => {
      const row = rows[index];
      return row === undefined ? otherwise : look(row);
    };
  };
  return { rows, estimateSize: of(estimate, 0), getItemKey: of(key, '') };
}

export class VirtualRows<R> {
  #changes = $state(0);
  #focused: number | null = null;
  /** None in the first drawing, for the window to be there sooner. */
  #around = $state(0);
  /** Whether the first drawing is on the screen, so that there is something to measure. */
  #there = $state(false);
  /** The row to be shown once there is something to scroll. */
  #wanted: number | null = null;
  readonly #unmeasured: HTMLElement[] = [];
  readonly #virtual: Virtualizer<HTMLElement, HTMLElement>;

  constructor(shape: () => ListShape<R>) {
    let last: ReturnType<typeof placed<R>> | null = null;
    const look = (now: ListShape<R>) => {
      if (last?.rows !== now.rows) last = placed(now);
      return last;
    };
    /** What is told of the list, and how far its drawing has got. */
    const drawing = () => ({ ...shape(), around: this.#around, there: this.#there });
    /** What is likely in view until it can be measured: what stands above the list, and `room` of it. */
    const likely = ({ margin = 0, room = innerHeight / 2 }: ListShape<R>) => {
      return { width: 0, height: margin + room };
    };
    const options = (now: ReturnType<typeof drawing>) => ({
      count: now.rows.length,
      estimateSize: look(now).estimateSize,
      getItemKey: look(now).getItemKey,
      getScrollElement: () => (now.there ? now.scroller() : null),
      initialRect: likely(now),
      scrollMargin: now.margin ?? 0,
      overscan: now.around,
      rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const drawn = defaultRangeExtractor(range);
        const kept = this.#focused;
        if (kept === null || kept >= range.count || drawn.includes(kept)) return drawn;
        return [...drawn, kept].sort((one, other) => one - other);
      },
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: () => untrack(() => (this.#changes += 1)),
    });
    this.#virtual = new Virtualizer(options(untrack(drawing)));
    let isNew = true;
    $effect.pre(() => {
      const now = drawing();
      // Until then nothing scrolls, whatever is there to scroll.
      if (now.there) now.scroller();
      // What it is made with needs no telling, and no drawing anew.
      if (isNew) {
        isNew = false;
        return;
      }
      untrack(() => {
        this.#virtual.setOptions(options(now));
        if (!now.there) this.#virtual.scrollRect = likely(now);
        this.#virtual._willUpdate();
        this.#changes += 1;
      });
    });
    $effect(() =>
      afterFrame(() => {
        this.#there = true;
        this.#measureAll();
      }),
    );
    $effect(() => {
      if (!this.#there || !shape().scroller()) return;
      untrack(() => {
        if (this.#wanted !== null) this.show(this.#wanted);
      });
    });
    $effect(() => {
      const drawMore = setTimeout(() => (this.#around = AROUND), 100);
      return () => clearTimeout(drawMore);
    });
    $effect(() => this.#virtual._didMount());
  }

  /** The rows to draw, in order. */
  get rows(): VirtualRow[] {
    void this.#changes;
    let end = this.#virtual.options.scrollMargin;
    return this.#virtual.getVirtualItems().map((item) => {
      const gap = Math.max(0, item.start - end);
      end = item.end;
      return { key: String(item.key), index: item.index, gap };
    });
  }

  /** Pixels left free after the last row drawn. */
  get after(): number {
    void this.#changes;
    const end = this.#virtual.getVirtualItems().at(-1)?.end ?? this.#virtual.options.scrollMargin;
    return this.#virtual.getTotalSize() + this.#virtual.options.scrollMargin - end;
  }

  /** Measures a row whose height may differ from the estimate (an action on its element, which bears
   *  `data-index`). All rows of one drawing are measured together: a layout for each would cost more
   *  than the drawing. */
  measure = (element: HTMLElement): void => {
    this.#unmeasured.push(element);
    if (this.#there && this.#unmeasured.length === 1) queueMicrotask(() => this.#measureAll());
  };

  #measureAll(): void {
    for (const row of this.#unmeasured.splice(0)) this.#virtual.measureElement(row);
  }

  /** Keeps the row that has the keyboard, wherever the list is scrolled. */
  focus = (index: number | null): void => {
    this.#focused = index;
  };

  /** Scrolls so that a row is in view. */
  show(index: number): void {
    this.#wanted = this.#virtual.scrollElement ? null : index;
    if (this.#wanted === null) this.#virtual.scrollToIndex(index, { align: 'auto' });
  }
}
