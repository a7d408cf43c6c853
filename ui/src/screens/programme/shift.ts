/** The dates of a programme in its copy: the rule of Rust once more, for the preview of the dialog. */
import type { SessionId, SessionRow, Shift } from '../../host/generated/types';
import { addDays, daysInMonth, weekday } from '../../time/dates';

/** A date moved by a shift; null when the copy has no dates. */
export function shifted(date: string, shift: Shift): string | null {
  switch (shift.type) {
    case 'none':
      return null;
    case 'days':
      return addDays(date, shift.by);
    case 'weekday':
      return sameWeekday(date, shift.by);
  }
}

/** The third Friday of a month stays the third Friday, and the last one the last. */
function sameWeekday(date: string, years: number): string {
  const year = String(Number(date.slice(0, 4)) + years).padStart(4, '0');
  const month = `${year}${date.slice(4, 7)}-01`;
  const first = addDays(month, (weekday(date) - weekday(month) + 7) % 7);
  const weeks = Math.floor((daysInMonth(month) - dayOf(first)) / 7);
  const isLast = dayOf(date) + 7 > daysInMonth(date);
  const nth = Math.floor((dayOf(date) - 1) / 7);
  return addDays(first, 7 * (isLast ? weeks : Math.min(nth, weeks)));
}

function dayOf(date: string): number {
  return Number(date.slice(8));
}

/** A session's first date, here and in the copy. Its other days keep their distance. */
export interface MovedSession {
  session: SessionId;
  title: string;
  before: string | null;
  after: string | null;
}

export function movedSessions(sessions: SessionRow[], shift: Shift): MovedSession[] {
  return sessions.map(({ session, days }) => {
    const before = days.flatMap((day) => day.date ?? []).sort()[0] ?? null;
    const after = before && shifted(before, shift);
    return { session: session.id, title: session.title, before, after };
  });
}

/** By how many years the copy is later, for its title. */
export function yearsOf(shift: Shift): number {
  switch (shift.type) {
    case 'none':
      return 1;
    case 'days':
      return Math.round(shift.by / 365.25);
    case 'weekday':
      return shift.by;
  }
}

/** A title with its years moved: "DIG 2019" becomes "DIG 2020", "2019-20" becomes "2020-21". */
export function laterTitle(title: string, years: number): string {
  return title.replace(
    /\b((?:19|20)\d\d)(?:([-–/])(\d\d)\b)?\b/g,
    (whole, year: string, dash?: string, short?: string) => {
      const later = String(Number(year) + years);
      if (dash === undefined || short === undefined) return later;
      // "2019-12" is a year and a month; "2019-20" two years.
      const isNext = (Number(year) + 1) % 100 === Number(short);
      if (!isNext) return `${later}${whole.slice(4)}`;
      return `${later}${dash}${String((Number(later) + 1) % 100).padStart(2, '0')}`;
    },
  );
}

/** A typed whole number from 1 to `most`; null when it is none. */
export function countOf(text: string, most: number): number | null {
  const count = /^\d+$/.test(text.trim()) ? Number(text) : 0;
  return count >= 1 && count <= most ? count : null;
}
