/** The months a programme spans, and the dates in them. */
import type { Audience, DayId, Language, SessionId, SessionRow } from '../host/generated/types';
import { language } from '../i18n/i18n.svelte';
import { addDays, daysInMonth, formatDate, monthStart, weekday } from '../time/dates';

/** A dated day of a session. */
export interface Marked {
  session: SessionId;
  day: DayId;
  date: string;
  title: string;
  cancelled: boolean;
  colours: string[];
}

export interface MonthGrid {
  first: string;
  name: string;
  blanks: number;
  dates: string[];
}

export function marks(sessions: SessionRow[], audiences: Audience[]): Marked[] {
  return sessions.flatMap((row) =>
    row.days.flatMap((day) => {
      if (!day.date) return [];
      const attending = new Set(day.attendances.map((one) => one.audience));
      const colours = audiences.filter((one) => attending.has(one.id)).map((one) => one.colour);
      return {
        session: row.session.id,
        day: day.id,
        date: day.date,
        title: row.session.title,
        cancelled: row.session.status === 'cancelled',
        colours,
      };
    }),
  );
}

/** The months from the first date to the last; at least three. */
export function grids(dates: string[], shown: Language): MonthGrid[] {
  if (dates.length === 0) return [];
  const sorted = [...dates].sort();
  const last = monthStart(sorted.at(-1) ?? '');
  const found: MonthGrid[] = [];
  for (
    let first = monthStart(sorted[0] ?? '');
    found.length < 3 || (first <= last && found.length < 24);
    first = monthStart(first, 1)
  ) {
    found.push({
      first,
      name: formatDate(first, shown, first.slice(5, 7) === '01' ? 'monthYear' : 'month'),
      blanks: weekday(first),
      dates: Array.from({ length: daysInMonth(first) }, (_, at) => addDays(first, at)),
    });
  }
  return found;
}

/** "août – décembre 2019"; empty without dates. */
export function spanOf(sessions: SessionRow[]): string {
  const dates = sessions.flatMap((row) => row.days.flatMap((day) => day.date ?? [])).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last) return '';
  const end = formatDate(last, language(), 'monthYear');
  if (first.slice(0, 7) === last.slice(0, 7)) return end;
  const style = first.slice(0, 4) === last.slice(0, 4) ? 'month' : 'monthYear';
  return `${formatDate(first, language(), style)} – ${end}`;
}

/** The colours side by side, for the background of a date. */
export function stripes(colours: string[]): string {
  if (colours.length === 0) return 'var(--ink-3)';
  const part = 100 / colours.length;
  const stops = colours.map(
    (colour, at) => `var(--audience-${colour}) ${at * part}% ${(at + 1) * part}%`,
  );
  return `linear-gradient(90deg, ${stops.join(', ')})`;
}

export function byDateOf(marked: Marked[]): Map<string, Marked[]> {
  const found = new Map<string, Marked[]>();
  for (const mark of marked) found.set(mark.date, [...(found.get(mark.date) ?? []), mark]);
  return found;
}
