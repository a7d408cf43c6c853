/** Where a preview shows each slot: one channel a slot, so that a step costs only what moves. */
import type { SlotId } from '../../../host/generated/types';
import { Channel } from '../../../perf/channel.svelte';
import type { Box } from '../axis/layout';

/** The box in which the preview shows one slot; null while the slot does not move. */
export class SlotBox extends Channel<Box | null> {
  /** The last step that moved it. */
  step = 0;
}

export class SlotBoxes {
  #boxes: Record<SlotId, SlotBox> = {};
  #moved: SlotBox[] = [];
  #step = 0;

  of(slot: SlotId): SlotBox {
    return (this.#boxes[slot] ??= new SlotBox(null));
  }

  /** Shows these slots in these boxes, and every other slot where it is. */
  show(moved: Box[]): void {
    this.#step += 1;
    const before = this.#moved;
    this.#moved = [];
    for (const one of moved) {
      const box = this.of(one.slot.id);
      box.step = this.#step;
      this.#moved.push(box);
      // From one step to the next, most slots keep their places.
      if (!isAlike(box.current, one)) box.set(one);
    }
    for (const box of before) if (box.step !== this.#step) box.set(null);
  }
}

function isAlike(shown: Box | null, next: Box): boolean {
  return (
    shown?.timed.start === next.timed.start &&
    shown.timed.end === next.timed.end &&
    shown.top === next.top &&
    shown.height === next.height
  );
}
