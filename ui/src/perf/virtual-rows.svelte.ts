/**
 * Virtual rows: of a long list, only the rows in view are drawn, a few around them, and the one that has
 * the focus. Five hundred sessions cost what thirty do (docs/performance.md).
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
  /** Immutable: while it is the same list, no row is measured or keyed again. */
  rows: readonly R[];
  /** What scrolls; null before it is mounted. */
  scroller: () => HTMLElement | null;
  /** The estimated height of a row, in pixels. Drawn rows are measured. */
  estimate: (row: R) => number;
  /** Identifies a row, independent of its index. */
  key: (row: R) => string;
  /** The offset of the list in the scroller, in pixels. */
  margin?: number;
  /** The estimated visible height of the list, in pixels, until it is measured. */
  room?: number;
}

export interface VirtualRow {
  key: string;
  index: number;
  /** Free pixels between the previous drawn row and this one. */
  gap: number;
}

/** How many rows are drawn outside of each edge. */
const AROUND = 6;

/** Runs after the next frame is drawn: measuring then costs no extra layout. */
function afterFrame(run: () => void): () => void {
  let waiting: ReturnType<typeof setTimeout>;
  const frame = requestAnimationFrame(() => (waiting = setTimeout(run)));
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(waiting);
  };
}

/** Estimates and keys by index, for one list. */
function placed<R>({ rows, estimate, key }: ListShape<R>) {
  const of = <T>(read: (row: R) => T, otherwise: T) => {
    return (index: number) => {
      const row = rows[index];
      return row === undefined ? otherwise : read(row);
    };
  };
  return { rows, estimateSize: of(estimate, 0), getItemKey: of(key, '') };
}

export class VirtualRows<R> {
  #changes = $state(0);
  #focused: number | null = null;
  /** Zero in the first drawing, so that the window appears sooner. */
  #around = $state(0);
  /** Whether the first frame is drawn, so that rows can be measured. */
  #there = $state(false);
  /** The row to scroll to once the scroller is mounted. */
  #wanted: number | null = null;
  readonly #unmeasured: HTMLElement[] = [];
  readonly #virtual: Virtualizer<HTMLElement, HTMLElement>;

  constructor(shape: () => ListShape<R>) {
    let last: ReturnType<typeof placed<R>> | null = null;
    const optionsFor = (now: ListShape<R>) => {
      if (last?.rows !== now.rows) last = placed(now);
      return last;
    };
    /** The shape of the list, and how much of it is drawn. */
    const drawing = () => ({ ...shape(), around: this.#around, there: this.#there });
    /** The estimated visible part until it is measured: what is above the list, and `room` of it. */
    const likely = ({ margin = 0, room = innerHeight / 2 }: ListShape<R>) => {
      return { width: 0, height: margin + room };
    };
    const options = (now: ReturnType<typeof drawing>) => ({
      count: now.rows.length,
      estimateSize: optionsFor(now).estimateSize,
      getItemKey: optionsFor(now).getItemKey,
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
      // Before the first frame, the scroller is not read.
      if (now.there) now.scroller();
      // The first options were given to the constructor.
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

  /** Free pixels after the last drawn row. */
  get after(): number {
    void this.#changes;
    const end = this.#virtual.getVirtualItems().at(-1)?.end ?? this.#virtual.options.scrollMargin;
    return this.#virtual.getTotalSize() + this.#virtual.options.scrollMargin - end;
  }

  /** An action on a row's element, which has a `data-index`: measures a height that may differ from the
   *  estimate. All rows of one drawing are measured together, since a layout for each would cost more than
   *  drawing them. */
  measure = (element: HTMLElement): void => {
    this.#unmeasured.push(element);
    if (this.#there && this.#unmeasured.length === 1) queueMicrotask(() => this.#measureAll());
  };

  #measureAll(): void {
    for (const row of this.#unmeasured.splice(0)) this.#virtual.measureElement(row);
  }

  /** Keeps the focused row drawn, wherever the list is scrolled. */
  focus = (index: number | null): void => {
    this.#focused = index;
  };

  /** Scrolls so that a row is in view. */
  show(index: number): void {
    this.#wanted = this.#virtual.scrollElement ? null : index;
    if (this.#wanted === null) this.#virtual.scrollToIndex(index, { align: 'auto' });
  }
}
