/** What is shown ahead of an edit: the running orders as it would leave them. */
import type { Preview, Retimed, SessionView, SlotId } from '../host/generated/types';
import { completed } from '../plan/completed';
import type { Plan } from '../plan/plan.svelte';
import { sharedSession } from '../plan/times';
import { timedOf } from './find';
import { retimedBox, type Box, type DayLayout } from './layout';

/** Where one slot is shown; null while that is where it stands. */
export interface Place {
  readonly box: Box | null;
}

class OwnPlace implements Place {
  box = $state.raw<Box | null>(null);
  /** When it was told last where it is shown. */
  told = 0;
}

/** Each slot has a signal of its own: a step of a drag then costs what moves, and not what is there. */
export class Places {
  #places: Record<SlotId, OwnPlace> = {};
  #elsewhere: OwnPlace[] = [];
  #told = 0;

  of(slot: SlotId): Place {
    return this.#own(slot);
  }

  /** Shows these slots at these times, where `boxAt` puts them, and every other where it stands. */
  show(retimed: Retimed[], boxAt: (one: Retimed) => Box | null): void {
    this.#told += 1;
    const before = this.#elsewhere;
    this.#elsewhere = retimed.map((one) => {
      const place = this.#own(one.id);
      place.told = this.#told;
      // Most have been passed before, and stay where they are shown.
      const shown = place.box?.timed;
      if (shown?.start !== one.start || shown.end !== one.end) place.box = boxAt(one);
      return place;
    });
    for (const place of before) if (place.told !== this.#told) place.box = null;
  }

  #own(slot: SlotId): OwnPlace {
    return (this.#places[slot] ??= new OwnPlace());
  }
}

/** No slot at another time: one list, so that nothing is told to be new. */
const NONE: Retimed[] = [];

export class Ahead {
  /** The running orders, where the edit would change more of them than `retimed` tells; else null. */
  session = $state.raw<SessionView | null>(null);
  /** The slots that would only happen at other times. */
  retimed = $state.raw<Retimed[]>(NONE);
  /** Where these are shown. */
  readonly places = new Places();

  constructor(
    private readonly plan: Plan,
    private readonly layouts: () => DayLayout[],
  ) {}

  /** Shows what would be; with null, what is. */
  show(preview: Preview | null): void {
    const next = preview?.session ? completed(this.plan.session, preview.session) : null;
    // Made of what is shown, wherever that is the same.
    this.session = next && sharedSession(this.session ?? this.plan.session, next);
    this.retimed = preview?.retimed ?? NONE;
    this.#place();
  }

  /** Shows the same on an axis that was laid out anew. */
  placeAnew(): void {
    if (this.retimed.length === 0) return;
    this.places.show(NONE, () => null);
    this.#place();
  }

  #place(): void {
    const layouts = this.retimed.length > 0 ? this.layouts() : [];
    this.places.show(this.retimed, (one) => retimedBox(layouts, one));
  }

  /** When a slot starts in what is shown; in minutes since midnight. */
  startOf(id: SlotId | null): number | null {
    const own = this.retimed.find((one) => one.id === id);
    return (own ?? timedOf(this.session ?? this.plan.session, id))?.start ?? null;
  }
}
