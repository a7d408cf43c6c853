/** What is shown ahead of an edit: the running orders as it would leave them. */
import type { Preview, Retimed, SessionView, SlotId } from '../../../host/generated/types';
import { Told } from '../../../perf/channel.svelte';
import { completed } from '../../../state/patch/completed';
import type { Plan } from '../../../state/plan.svelte';
import { sharedSession } from '../../../state/patch/times';
import { timedOf } from '../selection/queries';
import { retimedBox, type Box, type DayLayout } from '../axis/layout';

/** Where one slot is shown; null while that is where it stands. */
export class Place extends Told<Box | null> {
  /** In which turn it was shown elsewhere last. */
  turn = 0;
}

/** Each slot is told for itself: a step of a drag then costs what moves, and not what is there. */
export class Places {
  #places: Record<SlotId, Place> = {};
  #elsewhere: Place[] = [];
  #turn = 0;

  of(slot: SlotId): Place {
    return (this.#places[slot] ??= new Place(null));
  }

  /** Shows these slots at these times, where `boxAt` puts them, and every other where it stands. */
  show(retimed: Retimed[], boxAt: (one: Retimed) => Box | null): void {
    this.#turn += 1;
    const before = this.#elsewhere;
    this.#elsewhere = [];
    for (const one of retimed) {
      const place = this.of(one.id);
      place.turn = this.#turn;
      this.#elsewhere.push(place);
      // Most have been passed before, and stay where they are shown.
      const shown = place.current?.timed;
      if (shown?.start !== one.start || shown.end !== one.end) place.tell(boxAt(one));
    }
    for (const place of before) if (place.turn !== this.#turn) place.tell(null);
  }
}

/** No slot at another time. */
const NONE: Retimed[] = [];

export class Ahead {
  /** The running orders, where the edit would change more of them than `retimed` tells; else null. */
  session = $state.raw<SessionView | null>(null);
  /** The slots that would only happen at other times. */
  readonly retimed = new Told<Retimed[]>(NONE);
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
    this.retimed.tell(preview?.retimed ?? NONE);
    this.#place(this.retimed.current.length > 0 ? this.layouts() : []);
  }

  /** Shows the same on an axis that was laid out anew. */
  placeAnew(): void {
    if (this.retimed.current.length === 0) return;
    // Measured before anything is moved: what is moved in between would be laid out for nothing.
    const layouts = this.layouts();
    this.places.show(NONE, () => null);
    this.#place(layouts);
  }

  #place(layouts: DayLayout[]): void {
    this.places.show(this.retimed.current, (one) => retimedBox(layouts, one));
  }

  /** When a slot starts in what is shown; in minutes since midnight. */
  startOf(id: SlotId | null): number | null {
    const own = this.retimed.current.find((one) => one.id === id);
    return (own ?? timedOf(this.session ?? this.plan.session, id))?.start ?? null;
  }
}
