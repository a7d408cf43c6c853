/** The days whose running order an empty day may copy. */
import type {
  AudienceId,
  DayId,
  DayView,
  SessionRow,
  SessionView,
} from '../../../host/generated/types';

/** A day of the programme that has slots. */
export interface CopyableDay {
  view: DayView;
  date: string;
}

const MOST = 3;

/** Days with slots and a date, best first: those for the same audiences, then the nearest in time. */
export function copyableDays(
  into: DayId,
  rows: SessionRow[],
  orders: SessionView[],
): CopyableDay[] {
  const days = new Map(rows.flatMap((row) => row.days).map((day) => [day.id, day]));
  const audiences = (day: DayId): Set<AudienceId> =>
    new Set(days.get(day)?.attendances.map((one) => one.audience));
  const own = audiences(into);
  const here = Date.parse(days.get(into)?.date ?? '') || Infinity;
  const sameAudiences = (day: DayId) => {
    const others = audiences(day);
    return own.size === others.size && [...own].every((one) => others.has(one));
  };
  return orders
    .flatMap((order) => order.days)
    .flatMap((view) => {
      const date = days.get(view.day.id)?.date;
      if (!date || view.day.id === into || view.timed.slots.length === 0) return [];
      const distance = Math.abs(Date.parse(date) - (here === Infinity ? 0 : here));
      return [{ view, date, other: sameAudiences(view.day.id) ? 0 : 1, distance }];
    })
    .sort((one, two) => one.other - two.other || one.distance - two.distance)
    .slice(0, MOST)
    .map(({ view, date }) => ({ view, date }));
}
