/**
 * Copying and pasting slots. The clipboard has a text for other programs, in the form of a page
 * (`- 9h30 - 10h : Accueil`), and a format of our own with everything, for this program.
 */
import type { Edit, ReadLines, SessionView, Sketch, SlotId } from '../../../host/generated/types';
import { newId } from '../../../state/ids';
import { formatOnPage } from '../../../time/time';
import { timedOf } from '../selection/queries';

/** The MIME type of our own format. */
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

/** Slots as lines of a page. */
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

/** Puts slots on the clipboard. */
export function copyTo(data: DataTransfer, view: SessionView | null, ids: SlotId[]): void {
  data.setData('text/plain', linesOf(view, ids));
  const sketches = ids.flatMap((id) => sketchOf(view, id) ?? []);
  data.setData(WHOLE, JSON.stringify(sketches));
}

/** The copied slots; null when another program copied something. */
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
export interface InsertPoint {
  parent: Extract<Edit, { type: 'insertSlots' }>['parent'];
  before: SlotId | null;
}

/** The edits of a paste, and the new ids. An empty day starts with the first slot. */
export function pasteEdits(
  sketches: Sketch[],
  place: InsertPoint,
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
