/** The groups of sessions in the sidebar. */
import type { Audience, Language, SessionRow } from '../host/generated/types';
import { formatDate } from '../time/dates';

export type Entry =
  { type: 'month'; key: string; name: string } | { type: 'session'; key: string; row: SessionRow };

/** Up to how many months there are no headings. */
const FEW = 8;

/** Sessions in order, by month once there are many; undated ones last. */
export function entries(sessions: SessionRow[], language: Language, undated: string): Entry[] {
  const months = new Map<string, SessionRow[]>();
  for (const row of sessions) {
    const key = row.days[0]?.date?.slice(0, 7) ?? '';
    const month = months.get(key);
    if (month) month.push(row);
    else months.set(key, [row]);
  }
  return [...months].flatMap(([month, rows]): Entry[] => {
    const found = rows.map((row): Entry => ({ type: 'session', key: row.session.id, row }));
    if (months.size <= FEW) return found;
    const name = month ? formatDate(`${month}-01`, language, 'monthYear') : undated;
    return [{ type: 'month', key: `month-${month}`, name }, ...found];
  });
}

/** The colours of the attending audiences, side by side. */
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
