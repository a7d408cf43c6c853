/** Kinds of slots, in the order of menus. */
import type { Kind } from '../host/generated/types';

export const KINDS: Kind[] = [
  'welcome',
  'plenary',
  'activity',
  'workshop',
  'break',
  'meal',
  'freeTime',
  'travel',
  'wrapUp',
];

/** The message id of a kind's name. */
export function kindName(kind: Kind): string {
  return `kind-${kind.toLowerCase()}`;
}
