/** What a new session takes over from the last one: who attends, from when to when, and where. */
import type { AudienceId, Clock, ProgrammeView } from '../../host/generated/types';
import { clock } from '../../time/units';

export interface UsualHours {
  audience: AudienceId;
  start: Clock;
  end: Clock;
}

export interface Usual {
  hours: UsualHours[];
  /** The hours of an audience that did not attend. */
  otherwise: { start: Clock; end: Clock };
  venue: string | null;
}

const OTHERWISE = { start: clock(9 * 60 + 30), end: clock(18 * 60 + 30) };

/** From the last session by date that was not cancelled. */
export function usualOf(open: Pick<ProgrammeView, 'sessions'>): Usual {
  const held = open.sessions.filter((row) => row.session.status !== 'cancelled');
  const last = held.findLast((row) => row.days.some((day) => day.attendances.length > 0));
  const hours = new Map<AudienceId, UsualHours>();
  for (const { audience, start, end } of last?.days[0]?.attendances ?? []) {
    hours.set(audience, { audience, start, end });
  }
  const [first] = hours.values();
  return {
    hours: [...hours.values()],
    otherwise: first ? { start: first.start, end: first.end } : OTHERWISE,
    venue: held.findLast((row) => row.session.venue)?.session.venue ?? null,
  };
}
