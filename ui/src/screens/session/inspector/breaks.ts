/** The break or meal that resolves a finding: a block of the palette, where it helps. */
import type { Edit, Finding, SessionView } from '../../../host/generated/types';
import { t, time } from '../../../i18n/i18n.svelte';
import { blocks } from '../palette/blocks';
import { insertEdit } from '../dragging/edits';
import { slotAndNext, timedOf } from '../selection/queries';

/** The best time for lunch, in minutes since midnight, and the largest distance from it. */
const NOON = 12 * 60 + 30;
const FAR = 60;

export interface BreakFix {
  label: string;
  edit: Edit;
}

/** The break to insert, and where; null when it would not help. */
export function breakFor({ message, subject }: Finding, view: SessionView | null): BreakFix | null {
  if (message.code === 'finding-no-break') {
    const slot = slotAndNext(view, subject.id);
    const start = timedOf(view, subject.id)?.start;
    const since = message.args.from;
    // A break can not help when one slot alone is too long.
    if (!slot || start === undefined || since?.type !== 'time' || since.value === start)
      return null;
    return breakFix('break', slot.slot.parent, slot.slot.id, start);
  }
  if (message.code !== 'finding-no-meal') return null;
  const day = view?.days.find((one) => one.day.id === subject.id);
  const near = (day?.timed.slots ?? [])
    .filter((slot) => Math.abs(slot.start - NOON) <= FAR)
    .sort((one, other) => Math.abs(one.start - NOON) - Math.abs(other.start - NOON))[0];
  return day && near
    ? breakFix('meal', { type: 'day', id: day.day.id }, near.id, near.start)
    : null;
}

function breakFix(
  id: 'break' | 'meal',
  parent: Parameters<typeof insertEdit>[1],
  before: string,
  start: number,
): BreakFix | null {
  const block = blocks([]).find((one) => one.id === id);
  if (!block) return null;
  return {
    label: t(`rest-${id}`, { time: time(start) }),
    edit: insertEdit(block, parent, before, null).edit,
  };
}
