/** The months of a programme, and the dates in them. */
import type { Audience, DayId, Language, SessionId, SessionRow } from '../../host/generated/types';
import { language } from '../../i18n/i18n.svelte';
import { addDays, daysInMonth, formatDate, monthStart, weekday } from '../../time/dates';

/** A dated day of a session. */
export interface DatedSession {
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
  /** The month and its year. */
  full: string;
  blanks: number;
  dates: string[];
}

export function datedSessions(sessions: SessionRow[], audiences: Audience[]): DatedSession[] {
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

/** How many months the strip shows at once. */
const YEAR = 12;

/** The years of the strip, each named by its first month, from the first date on. */
export function years(dates: string[]): string[] {
  const [first, last] = [dates.reduce(earlier, ''), dates.reduce(later, '')];
  const found: string[] = [];
  for (
    let month = first && monthStart(first);
    month && month <= last;
    month = monthStart(month, YEAR)
  ) {
    found.push(month);
  }
  return found;
}

/** The months from `first` to the last date: at least three, at most twelve. */
export function grids(first: string, dates: string[], shown: Language): MonthGrid[] {
  const last = monthStart(dates.reduce(later, first));
  const found: MonthGrid[] = [];
  for (
    let month = first;
    found.length < 3 || (month <= last && found.length < YEAR);
    month = monthStart(month, 1)
  ) {
    found.push({
      first: month,
      name: formatDate(
        month,
        shown,
        month === first || month.slice(5, 7) === '01' ? 'monthYear' : 'month',
      ),
      full: formatDate(month, shown, 'monthYear'),
      blanks: weekday(month),
      dates: Array.from({ length: daysInMonth(month) }, (_, at) => addDays(month, at)),
    });
  }
  return found;
}

function earlier(one: string, other: string): string {
  return one !== '' && one < other ? one : other;
}

function later(one: string, other: string): string {
  return one > other ? one : other;
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

export function byDateOf(dated: DatedSession[]): Map<string, DatedSession[]> {
  const found = new Map<string, DatedSession[]>();
  for (const mark of dated) {
    const here = found.get(mark.date);
    if (here) here.push(mark);
    else found.set(mark.date, [mark]);
  }
  return found;
}
