/**
 * Copying and pasting slots. What is copied is text anybody can paste anywhere, in the page's own form
 * (`- 9h30 - 10h : Accueil`), and beside it everything there is to know, for this window to paste.
 */
import type { Edit, ReadLines, SessionView, Sketch, SlotId } from '../../../host/generated/types';
import { newId } from '../../../state/ids';
import { formatOnPage } from '../../../time/time';
import { timedOf } from '../selection/queries';

/** The name of the form that keeps everything. */
const WHOLE = 'application/x-deroule-slots+json';

/** A slot without its place, tracks included. */
export function sketchOf(view: SessionView | null, id: SlotId): Sketch | null {
  const day = view?.days.find((one) => one.slots.some((slot) => slot.id === id));
  const slot = day?.slots.find((one) => one.id === id);
  if (!day || !slot) return null;
  const { title, kind, minutes, least, most, optional, pin, setup, tidy } = slot;
  const { room, leads, notes, material } = slot;
  const lanes = timedOf(view, id)?.tracks ?? [];
  const tracks = lanes.flatMap((lane) => {
    const track = day.tracks.find((one) => one.id === lane.id);
    const slots = lane.slots.flatMap((one) => sketchOf(view, one.id) ?? []);
    return track
      ? [
          {
            title: track.title,
            room: track.room,
            audience: track.audience,
            idea: track.idea,
            slots,
          },
        ]
      : [];
  });
  return {
    ...{ title, kind, minutes, least, most, optional, pin, setup, tidy },
    ...{ room, leads, notes, material, tracks },
  };
}

/** The plain lines of slots, as the page writes them. */
export function linesOf(view: SessionView | null, ids: SlotId[]): string {
  const lines = ids.flatMap((id) => {
    const timed = timedOf(view, id);
    const title = sketchOf(view, id)?.title;
    if (!timed || title === undefined) return [];
    const start = formatOnPage(timed.start);
    const hours = timed.end > timed.start ? `${start} - ${formatOnPage(timed.end)}` : start;
    return [`- ${hours} : ${title}`];
  });
  return lines.join('\n');
}

/** Puts slots on the clipboard of a copy or a cut. */
export function copyTo(data: DataTransfer, view: SessionView | null, ids: SlotId[]): void {
  data.setData('text/plain', linesOf(view, ids));
  const sketches = ids.flatMap((id) => sketchOf(view, id) ?? []);
  data.setData(WHOLE, JSON.stringify(sketches));
}

/** What was copied in this window; null when the clipboard holds something else. */
export function sketchesIn(data: DataTransfer): Sketch[] | null {
  const text = data.getData(WHOLE);
  if (!text) return null;
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found) ? (found as Sketch[]) : null;
  } catch {
    return null;
  }
}

/** Where pasted slots go. */
export interface Place {
  parent: Extract<Edit, { type: 'insertSlots' }>['parent'];
  before: SlotId | null;
}

/** The edit that pastes, and the ids of what it makes. An empty day starts when the first slot does. */
export function pasteEdits(
  sketches: Sketch[],
  place: Place,
  start: ReadLines['start'],
  dayIsEmpty: boolean,
): { ids: SlotId[]; edits: Edit[] } {
  const slots = sketches.map((sketch) => ({ id: newId(), sketch }));
  const insert: Edit = { type: 'insertSlots', ...place, slots };
  const begins: Edit[] =
    dayIsEmpty && start !== null && place.parent.type === 'day'
      ? [{ type: 'setDayStart', day: place.parent.id, start }]
      : [];
  return { ids: slots.map((slot) => slot.id), edits: [...begins, insert] };
}
