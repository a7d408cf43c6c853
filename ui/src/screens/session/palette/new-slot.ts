/** What is typed for a new slot: when it would start, and the slot of a line. Rust answers both. */
import type { Clock, Edit, Parent, SlotId, SlotSpec } from '../../../host/generated/types';
import { t } from '../../../i18n/i18n.svelte';
import { newId } from '../../../state/ids';
import type { Plan } from '../../../state/plan.svelte';
import { timedOf } from '../selection/queries';
import { parseEntry, type Entry } from '../../../time/entry';
import { pastMidnight } from '../../../time/time';
import { minutes } from '../../../time/units';
import { usualMinutes } from './blocks';

/** The start of a new slot without a pin before `before`, or at the end. Null where
 *  no slot can be added. Rejects when Rust does not answer. */
export async function startOfNewSlot(
  plan: Pick<Plan, 'previews'>,
  parent: Parent,
  before: SlotId | null,
): Promise<Clock | null> {
  const id = newId();
  const title = t('slot-insert');
  const slot = { id, title, kind: 'activity', minutes: minutes(0), pin: null } as const;
  const edit: Edit = { type: 'addSlot', ...slot, parent, before };
  const [preview] = await plan.previews([edit]);
  return timedOf(preview?.session ?? null, id)?.start ?? null;
}

/** A time typed after an evening is past midnight. */
export function pastEvening<E extends Entry | null>(entry: E, from: Clock | null): E {
  if (!entry || entry.start === null || from === null) return entry;
  return { ...entry, start: pastMidnight(entry.start, from) };
}

/** The slot of a typed line, with its kind and tracks as on a page. Null without a title, and when Rust does not
 *  answer. */
export async function slotOfLine(
  plan: Pick<Plan, 'previews' | 'request'>,
  parent: Parent,
  before: SlotId | null,
  line: string,
): Promise<SlotSpec | null> {
  const entry = parseEntry(line);
  if (!entry) return null;
  const [start, found] = await Promise.all([
    // Asked again: lines before this one may have been added after the last answer.
    startOfNewSlot(plan, parent, before).catch(() => undefined),
    // A page needs hours. Kind and tracks follow from the title alone, so any hours do.
    plan.request('read_lines', { text: `- 9h - 9h30 : ${entry.title}` }),
  ]);
  const slot = found?.slots[0];
  // Unless it is known where the day is by then, an early hour could be of this day or the next.
  if (start === undefined || !slot) return null;
  const typed = pastEvening(entry, start);
  return {
    ...slot,
    minutes: typed.minutes ?? usualMinutes(slot.kind),
    pin: typed.start === null || typed.start === start ? null : typed.start,
  };
}
