/** The hours of a session in the table: each distinct span once. */
import type { Audience, Clock, SessionRow } from '../../host/generated/types';

export interface Span {
  key: string;
  start: Clock;
  end: Clock;
}

export function hoursOf(row: SessionRow): Span[] {
  const spans = new Map<string, Span>();
  for (const { start, end } of row.days.flatMap((day) => day.attendances)) {
    const key = `${start}-${end}`;
    spans.set(key, { key, start, end });
  }
  return [...spans.values()].sort((one, other) => one.start - other.start || other.end - one.end);
}

/** The audiences that attend some day of a session, in the order of the programme. */
export function attendingOf(row: SessionRow, audiences: Audience[]): Audience[] {
  const there = new Set(row.days.flatMap((day) => day.attendances.map((one) => one.audience)));
  return audiences.filter((one) => there.has(one.id));
}
