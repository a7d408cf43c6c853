/** Completes running orders: the answer to an edit has the new rows, and the others are as before. */
import type {
  DayChange,
  DayView,
  SessionChange,
  SessionView,
  Slot,
  Track,
} from '../../host/generated/types';
import { byId } from '../rows';

/**
 * The running orders after a change. Null when the old ones are those of another session: the screen has gone
 * to another session meanwhile, and has requested all of it.
 */
export function completed(shown: SessionView | null, change: SessionChange): SessionView | null {
  const before = shown?.id === change.id ? shown.days : [];
  const days: DayView[] = [];
  for (const next of change.days) {
    const named = namedIn(next);
    const slots = rows(next, before, named.slots, (day) => day.slots);
    const tracks = rows(next, before, named.tracks, (day) => day.tracks);
    if (!slots || !tracks) return null;
    days.push({ day: next.day, timed: next.timed, slots, tracks });
  }
  return { id: change.id, days };
}

/** The ids of every slot and track in a day's times. */
function namedIn({ timed }: DayChange): { slots: string[]; tracks: string[] } {
  const slots: string[] = [];
  const tracks: string[] = [];
  for (const one of timed.slots) {
    slots.push(one.id);
    for (const track of one.tracks) {
      tracks.push(track.id);
      for (const inner of track.slots) slots.push(inner.id);
    }
  }
  return { slots, tracks };
}

/** The rows of these ids: the new row, else the old one. A day without new rows keeps its list. */
function rows<R extends Slot | Track>(
  next: DayChange,
  before: DayView[],
  named: string[],
  of: (day: DayView | DayChange) => R[],
): R[] | null {
  const fresh = byId(of(next));
  const own = before.find((one) => one.day.id === next.day.id);
  const old = own ? byId(of(own)) : null;
  if (own && old?.size === named.length && named.every((id) => old.has(id))) {
    return fresh.size === 0 ? of(own) : of(own).map((row) => fresh.get(row.id) ?? row);
  }
  const found: R[] = [];
  for (const id of named) {
    const row = fresh.get(id) ?? rowOf(before, id, of);
    if (!row) return null;
    found.push(row);
  }
  return found;
}

function rowOf<R extends Slot | Track>(
  days: DayView[],
  id: string,
  of: (day: DayView) => R[],
): R | undefined {
  for (const day of days) {
    const row = byId(of(day)).get(id);
    if (row) return row;
  }
  return undefined;
}
