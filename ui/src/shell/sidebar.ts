/** What the sidebar derives from the sessions. */
import type { Audience, Language, SessionRow } from '../host/generated/types';
import { formatDate } from '../time/dates';

export interface Month {
  key: string;
  name: string;
  sessions: SessionRow[];
}

/** Sessions under the month of their first date; undated ones last. */
export function byMonth(sessions: SessionRow[], language: Language, undated: string): Month[] {
  const months = new Map<string, Month>();
  for (const row of sessions) {
    const date = row.days[0]?.date ?? null;
    const key = date?.slice(0, 7) ?? 'undated';
    const name = date ? formatDate(date, language, 'monthYear') : undated;
    const month = months.get(key) ?? { key, name, sessions: [] };
    month.sessions.push(row);
    months.set(key, month);
  }
  return [...months.values()];
}

/** The colours of who attends, side by side. */
export function audienceGradient(row: SessionRow, audiences: Audience[]): string {
  const attending = new Set(row.days.flatMap((day) => day.attendances.map((one) => one.audience)));
  const colours = audiences
    .filter((audience) => attending.has(audience.id))
    .map((audience) => `var(--audience-${audience.colour})`);
  if (colours.length === 0) return 'var(--line)';
  const part = 100 / colours.length;
  const stops = colours.map((colour, at) => `${colour} ${at * part}% ${(at + 1) * part}%`);
  return `linear-gradient(90deg, ${stops.join(', ')})`;
}
