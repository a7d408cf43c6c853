/** The share of each kind in a day. */
import type { DayView, Kind, Minutes } from '../../host/generated/types';
import { byId } from '../../state/rows';
import { KINDS } from '../../i18n/kinds';
import { minutes } from '../../time/units';

/** Minutes by kind, in the order of kinds. Overlapping slots all count. */
export function totals(days: DayView[]): { kind: Kind; minutes: Minutes }[] {
  const sums = new Map<Kind, number>();
  for (const day of days) {
    const slots = byId(day.slots);
    for (const timed of day.timed.slots) {
      const kind = slots.get(timed.id)?.kind;
      if (kind) sums.set(kind, (sums.get(kind) ?? 0) + timed.end - timed.start);
    }
  }
  return KINDS.flatMap((kind) => {
    const sum = sums.get(kind) ?? 0;
    return sum > 0 ? [{ kind, minutes: minutes(sum) }] : [];
  });
}
