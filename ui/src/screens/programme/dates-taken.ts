/** Which dates of a programme have a session already. */
import type { SessionId, SessionRow } from '../../host/generated/types';

/** The title of another session on a date; null where the date is free. A cancelled session leaves its date free. */
export function otherSessionOn(
  sessions: SessionRow[],
  date: string,
  but: SessionId | null,
): string | null {
  const other = sessions.find(
    ({ session, days }) =>
      session.id !== but && session.status !== 'cancelled' && days.some((day) => day.date === date),
  );
  return other?.session.title ?? null;
}
