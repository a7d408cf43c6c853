/** An edit's answer tells of running orders what is new; what it leaves out is as it was. */
import type { DayChange, DayView, SessionChange, SessionView } from '../host/generated/types';

/**
 * The running orders after a change to those that are known. None when the change is of a session whose
 * rows are not known: the screen has gone on to it meanwhile, and has asked for all of it.
 */
export function completed(known: SessionView | null, change: SessionChange): SessionView | null {
  const slots = rows(known, change, (day) => day.slots);
  const tracks = rows(known, change, (day) => day.tracks);
  const days: DayView[] = [];
  for (const { day, timed } of change.days) {
    const view: DayView = { day, timed, slots: [], tracks: [] };
    for (const one of timed.slots) {
      const inner = one.tracks.flatMap((track) => track.slots);
      for (const { id } of [one, ...inner]) {
        const slot = slots.get(id);
        if (!slot) return null;
        view.slots.push(slot);
      }
      for (const { id } of one.tracks) {
        const track = tracks.get(id);
        if (!track) return null;
        view.tracks.push(track);
      }
    }
    days.push(view);
  }
  return { id: change.id, days };
}

/** The rows there are, by id: the new ones in place of the old. */
function rows<R extends { id: string }>(
  known: SessionView | null,
  change: SessionChange,
  of: (day: DayView | DayChange) => R[],
): Map<string, R> {
  const old = known?.id === change.id ? known.days.flatMap(of) : [];
  return new Map([...old, ...change.days.flatMap(of)].map((row) => [row.id, row]));
}
