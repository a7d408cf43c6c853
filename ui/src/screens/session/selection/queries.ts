/** Queries on the running orders that are shown. */
import type {
  DayView,
  Parent,
  SlotTimes,
  SessionView,
  Slot,
  SlotId,
  TimedDay,
  TimedSlot,
} from '../../../host/generated/types';

/** Every slot in reading order: a block, then its tracks from left to right. */
export function readingOrder(view: SessionView | null): SlotId[] {
  return (view?.days ?? [])
    .flatMap((day) => day.timed.slots.flatMap(withInner))
    .map((one) => one.id);
}

/** Removes slots in the tracks of another of them: an action on a block includes its slots. */
export function withoutNested(view: SessionView | null, ids: SlotId[]): SlotId[] {
  const nested = new Set(
    (view?.days ?? [])
      .flatMap((day) => day.timed.slots)
      .filter((timed) => timed.tracks.length > 0 && ids.includes(timed.id))
      .flatMap((block) => block.tracks.flatMap((track) => track.slots.map((slot) => slot.id))),
  );
  return nested.size === 0 ? ids : ids.filter((id) => !nested.has(id));
}

function withInner(timed: TimedSlot): TimedSlot[] {
  return [timed, ...timed.tracks.flatMap((track) => track.slots)];
}

/** A slot, and the next one in the same running order. */
export function slotAndNext(
  view: SessionView | null,
  id: SlotId | null,
): { slot: Slot; next: Slot | null } | null {
  for (const day of view?.days ?? []) {
    const slot = day.slots.find((one) => one.id === id);
    if (!slot) continue;
    const siblings = siblingsIn(day, slot.parent);
    return { slot, next: siblings[siblings.indexOf(slot) + 1] ?? null };
  }
  return null;
}

/** The slots of one running order, in order. */
export function siblingsIn(day: DayView, parent: Parent): Slot[] {
  return day.slots
    .filter((one) => one.parent.type === parent.type && one.parent.id === parent.id)
    .sort((one, other) => (one.rank < other.rank ? -1 : 1));
}

/** The times of a slot, as shown or previewed. */
export function timedOf(
  running: { days: { timed: TimedDay }[] } | null,
  id: SlotId | null,
): TimedSlot | null {
  if (id === null) return null;
  for (const day of running?.days ?? []) {
    for (const timed of day.timed.slots) {
      const found = withInner(timed).find((one) => one.id === id);
      if (found) return found;
    }
  }
  return null;
}

/** The day of a slot. */
export function dayOf(view: SessionView | null, id: SlotId | null): DayView | null {
  return view?.days.find((day) => day.slots.some((slot) => slot.id === id)) ?? null;
}

/** Running orders with other times of some slots, sorted by time. */
export function atOtherTimes(view: SessionView, retimed: SlotTimes[]): SessionView {
  if (retimed.length === 0) return view;
  const times = new Map(retimed.map((one) => [one.id, one]));
  const slots = (old: TimedSlot[]): TimedSlot[] =>
    old
      .map((slot) => ({
        ...slot,
        ...times.get(slot.id),
        tracks: slot.tracks.map((track) => ({ ...track, slots: slots(track.slots) })),
      }))
      .sort((one, other) => one.start - other.start);
  const days = view.days.map((day) => ({
    ...day,
    timed: { ...day.timed, slots: slots(day.timed.slots) },
  }));
  return { ...view, days };
}
