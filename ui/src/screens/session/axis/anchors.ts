/** Where on the axis the fixes of a finding are offered. */
import type { Finding, Rule, SlotId, DayId } from '../../../host/generated/types';

/** At the gap before a slot, at the overrun into it, or at the end of the day. */
export type Anchor = 'gap' | 'overrun' | 'dayEnd';

/** The anchor of each rule's findings; null for those that only the inspector lists. */
const ANCHORS = {
  overrun: 'overrun',
  gap: 'gap',
  noBreak: null,
  noMeal: null,
  noRoom: null,
  noFacilitator: null,
  announcedStart: null,
  announcedEnd: 'dayEnd',
  audienceAbsent: null,
  clockChange: null,
  freeTracks: null,
  ideaTwice: null,
  roomTooSmall: null,
  roomConflict: null,
  facilitatorConflict: null,
} satisfies Record<Rule, Anchor | null>;

/** The finding about a slot or day that belongs at an anchor. */
export function findingAt(
  findings: Finding[],
  anchor: Anchor,
  id: SlotId | DayId,
): Finding | undefined {
  return findings.find(({ rule, subject }) => ANCHORS[rule] === anchor && subject.id === id);
}
