/** The time axis on the screen, for those who drag, open menus or move slots on it. */
import type { Point } from '../../../drag/reducer';
import type { DayView, SlotId, SlotTimes } from '../../../host/generated/types';
import { contains } from '../menus/position';
import { layOut, type Column, type Reruled } from './layout';
import { framesOf, scalesIn } from './ruler';

/** The measured axis. Columns have coordinates of the whole axis, whatever is scrolled. */
export interface AxisGeometry {
  /** The visible part, on the screen. */
  box: DOMRect;
  columns: Column[];
  /** Turns a point of the screen into one of the axis. */
  toAxis: (at: Point) => Point;
}

/** What the component of the axis provides while it is mounted. */
export interface MountedAxis {
  scroller: HTMLElement;
  measure: () => AxisGeometry;
  /** The days, with the rulers they have when these slots are at other times. */
  reruled: (retimed: SlotTimes[]) => Reruled[];
}

export class AxisView {
  /** Where the mouse is on the screen while it is over the axis. */
  pointer: Point | null = null;
  #mounted: MountedAxis | null = null;

  constructor(private readonly days: () => DayView[]) {}

  /** Called by the component of the axis. Returns what detaches it. */
  attach(mounted: MountedAxis): () => void {
    this.#mounted = mounted;
    return () => {
      if (this.#mounted === mounted) this.#mounted = null;
    };
  }

  /** Whether there is an axis to drag over; the list has none. */
  get isMounted(): boolean {
    return this.#mounted !== null;
  }

  get scroller(): HTMLElement | null {
    return this.#mounted?.scroller ?? null;
  }

  /** Measures the axis. Each measurement costs a layout. */
  measure(): AxisGeometry | null {
    return this.#mounted?.measure() ?? null;
  }

  /** The days, with the rulers they have when these slots are at other times. */
  reruled(retimed: SlotTimes[]): Reruled[] {
    return this.#mounted?.reruled(retimed) ?? [];
  }

  /** The column of each day, measured now. Without an axis, columns with the same slots. */
  columns(): Column[] {
    return this.measure()?.columns ?? columnsWithoutAxis(this.days());
  }

  /** Opens the fixes of the first problem shown on the axis. */
  openFixes(): void {
    this.scroller?.querySelector<HTMLElement>('[data-testid=fixes]')?.click();
  }

  /** The part of a slot's height above the mouse, from 0 to 1; null when the mouse is elsewhere. */
  shareAbovePointer(slot: SlotId): number | null {
    const card = document.querySelector(`[data-slot="${slot}"]`)?.getBoundingClientRect();
    if (!card || !this.pointer || !contains(card, this.pointer)) return null;
    return (this.pointer.y - card.top) / card.height;
  }
}

function columnsWithoutAxis(days: DayView[]): Column[] {
  const scales = scalesIn(framesOf(days, () => [], 1, 0).days, days);
  return days.flatMap((day): Column[] => {
    const scale = scales.get(day.day.id);
    return scale
      ? [{ day: day.day.id, left: 0, right: 0, layout: layOut(day, scale, day.timed.end) }]
      : [];
  });
}
