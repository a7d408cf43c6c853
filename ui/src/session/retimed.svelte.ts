/** Slots that are shown at other times than they have, while nothing else is different. */
import type { SlotId } from '../host/generated/types';
import type { Box } from './layout';

/** Where one slot is shown; null while that is where it stands. */
export interface Place {
  readonly box: Box | null;
}

class OwnPlace implements Place {
  box = $state.raw<Box | null>(null);
}

/** Each slot has a signal of its own: a step of a drag then costs what moves, and not what is there. */
export class Places {
  #places: Record<SlotId, OwnPlace> = {};
  #elsewhere: OwnPlace[] = [];

  of(slot: SlotId): Place {
    return this.#own(slot);
  }

  /** Shows these slots where their boxes are, and every other where it stands. */
  show(boxes: Box[]): void {
    const next = boxes.map((box) => {
      const place = this.#own(box.slot.id);
      place.box = box;
      return place;
    });
    for (const place of this.#elsewhere) if (!next.includes(place)) place.box = null;
    this.#elsewhere = next;
  }

  #own(slot: SlotId): OwnPlace {
    return (this.#places[slot] ??= new OwnPlace());
  }
}
