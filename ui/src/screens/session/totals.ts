/** The share of each kind in a day. */
import type { DayView, Kind } from '../../host/generated/types';
import { byId } from '../../state/rows';
import { KINDS } from '../../i18n/kinds';

/** Minutes by kind, in the order of kinds. Overlapping slots all count. */
export function totals(days: DayView[]): { kind: Kind; minutes: number }[] {
  const minutes = new Map<Kind, number>();
  for (const day of days) {
    const slots = byId(day.slots);
    for (const timed of day.timed.slots) {
      const kind = slots.get(timed.id)?.kind;
      if (kind) minutes.set(kind, (minutes.get(kind) ?? 0) + timed.end - timed.start);
    }
  }
  return KINDS.flatMap((kind) => {
    const sum = minutes.get(kind) ?? 0;
    return sum > 0 ? [{ kind, minutes: sum }] : [];
  });
}
