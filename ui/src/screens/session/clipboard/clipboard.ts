/**
 * Copying and pasting slots. The clipboard has a text for other programs, in the form of a page
 * (`- 9h30 - 10h : Accueil`), and a format of our own with the rows of the slots. A copy event waits for no
 * answer, so the rows are copied as they are; a paste asks Rust what slots they make.
 */
import type {
  CopiedSlots,
  Edit,
  ReadLines,
  SessionView,
  SlotSpec,
  Slot,
  SlotId,
} from '../../../host/generated/types';
import { newId } from '../../../state/ids';
import type { Plan } from '../../../state/plan.svelte';
import { formatOnPage } from '../../../time/time';
import { slotAndNext, timedOf } from '../selection/queries';

/** The MIME type of our own format. Rust reads it. */
const WHOLE = 'application/x-deroule-rows+json';
/** The version of that format. */
const VERSION = 1;

/** The rows of slots, of their tracks and of the slots in these, as they are shown. */
export function copiedSlots(view: SessionView | null, ids: SlotId[]): CopiedSlots {
  const days = view?.days ?? [];
  const all = days.flatMap((day) => day.slots);
  const tracks = days.flatMap((day) => day.tracks).filter((track) => ids.includes(track.slot));
  const isInside = ({ parent }: Slot) =>
    parent.type === 'track' && tracks.some((track) => track.id === parent.id);
  return {
    version: VERSION,
    copied: ids.filter((id) => all.some((slot) => slot.id === id)),
    slots: all.filter((slot) => ids.includes(slot.id) || isInside(slot)),
    tracks,
  };
}

/** Slots as lines of a page. */
export function linesOf(view: SessionView | null, ids: SlotId[]): string {
  const lines = ids.flatMap((id) => {
    const timed = timedOf(view, id);
    const slot = slotAndNext(view, id)?.slot;
    if (!timed || !slot) return [];
    const start = formatOnPage(timed.start);
    const hours = timed.end > timed.start ? `${start} - ${formatOnPage(timed.end)}` : start;
    return [`- ${hours} : ${slot.title}`];
  });
  return lines.join('\n');
}

/** Puts slots on the clipboard. */
export function copyTo(data: DataTransfer, view: SessionView | null, ids: SlotId[]): void {
  data.setData('text/plain', linesOf(view, ids));
  data.setData(WHOLE, JSON.stringify(copiedSlots(view, ids)));
}

/** The slots on the clipboard, and when the first one starts. Null after a problem, which is shown. */
export async function slotsIn(
  data: DataTransfer,
  plan: Pick<Plan, 'request'>,
): Promise<Pick<ReadLines, 'slots' | 'start'> | null> {
  const own = data.getData(WHOLE);
  if (!own) return plan.request('read_lines', { text: data.getData('text/plain') });
  const slots = await plan.request('copied_slots', { text: own });
  return slots && { slots, start: null };
}

/** Where pasted slots go. */
export interface InsertPoint {
  parent: Extract<Edit, { type: 'insertSlots' }>['parent'];
  before: SlotId | null;
}

/** The edits of a paste, and the new ids. An empty day starts with the first slot. */
export function pasteEdits(
  specs: SlotSpec[],
  place: InsertPoint,
  start: ReadLines['start'],
  dayIsEmpty: boolean,
): { ids: SlotId[]; edits: Edit[] } {
  const slots = specs.map((spec) => ({ id: newId(), spec }));
  const insert: Edit = { type: 'insertSlots', ...place, slots };
  const begins: Edit[] =
    dayIsEmpty && start !== null && place.parent.type === 'day'
      ? [{ type: 'setDayStart', day: place.parent.id, start }]
      : [];
  return { ids: slots.map((slot) => slot.id), edits: [...begins, insert] };
}
