/** The months of a programme, and the dates in them. */
import type { Audience, DayId, Language, SessionId, SessionRow } from '../../host/generated/types';
import { language } from '../../i18n/i18n.svelte';
import { addDays, daysBetween, formatDate, monthStart } from '../../time/dates';

/** A dated day of a session. */
export interface DatedSession {
  session: SessionId;
  day: DayId;
  date: string;
  title: string;
  cancelled: boolean;
  colours: string[];
}

/** A line of whole months. */
export interface MonthLine {
  months: { first: string; name: string; left: number; isNamed: boolean }[];
  /** The width of a day, in percent. */
  dayShare: number;
  /** The middle of a date's day, in percent. */
  leftOf: (date: string) => number;
  /** The date at a share of the width, from 0 to 1; the nearest one outside. */
  dateAt: (share: number) => string;
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

/** The fewest and the most months of a line. */
const FEWEST = 3;
const MOST = 24;
/** The smallest width of a month's name, in pixels. */
const NAME = 64;

/** The months of some dates, on a line of that width in pixels; null without dates. More than two years are cut. */
export function lineOf(dates: string[], shown: Language, width: number): MonthLine | null {
  const [first, last] = [dates.reduce(earlier, ''), dates.reduce(later, '')];
  if (!first) return null;
  const from = monthStart(first);
  let count = 1;
  while (count < MOST && (count < FEWEST || monthStart(from, count) <= last)) count += 1;
  const days = daysBetween(from, monthStart(from, count));
  const share = (date: string) => (daysBetween(from, date) / days) * 100;
  const every = Math.max(1, Math.ceil(NAME / Math.max(1, width / count)));
  const dayShare = 100 / days;
  return {
    months: Array.from({ length: count }, (_, at) => {
      const month = monthStart(from, at);
      const isYear = at === 0 || month.slice(5, 7) === '01';
      const style = width / count < NAME * 1.5 ? 'monthShort' : isYear ? 'monthYear' : 'month';
      return {
        ...{ first: month, left: share(month), isNamed: at % every === 0 },
        name: formatDate(month, shown, style),
      };
    }),
    dayShare,
    leftOf: (date) => Math.min(100, Math.max(0, share(date) + dayShare / 2)),
    dateAt: (at) => addDays(from, Math.min(days - 1, Math.max(0, Math.floor(at * days)))),
  };
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
