/** The clock of the open programme: its zone decides what "now" and "today" are. */
import { nowIn, type LocalMoment } from '../time/zone';
import type { Plan } from './plan.svelte';

export function programmeNow(plan: Pick<Plan, 'open'>): LocalMoment {
  return nowIn(plan.open?.programme.timezone ?? null);
}

/** The date of today in the open programme, as `YYYY-MM-DD`. */
export function programmeToday(plan: Pick<Plan, 'open'>): string {
  return programmeNow(plan).date;
}
