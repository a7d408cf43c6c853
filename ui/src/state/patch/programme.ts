/** Patches the view of a programme with an update. */
import type { ProgrammeView, SessionRow, StateDelta } from '../../host/generated/types';
import { shared } from './share';

/** A view after an update. What did not change stays the same object. */
export function updated(open: ProgrammeView, update: StateDelta): ProgrammeView {
  const programme = update.programmes?.find((row) => row.id === open.programme.id);
  const next = {
    programme: shared(open.programme, programme ?? open.programme),
    audiences: shared(open.audiences, update.audiences ?? open.audiences),
    rooms: shared(open.rooms, update.rooms ?? open.rooms),
    ideas: shared(open.ideas, update.ideas ?? open.ideas),
    sessions: updatedSessions(open.sessions, update),
  };
  // Much is drawn from it, and most edits of a running order change none of it.
  const same = (Object.keys(next) as (keyof ProgrammeView)[]).every(
    (part) => next[part] === open[part],
  );
  return same ? open : next;
}

function updatedSessions(old: SessionRow[], update: StateDelta): SessionRow[] {
  const byId = (rows: SessionRow[]) => new Map(rows.map((row) => [row.session.id, row]));
  const existing = byId(old);
  const fresh = update.sessions.map((row) => shared(existing.get(row.session.id), row));
  const changed = fresh.some((row) => existing.get(row.session.id) !== row);
  if (!changed && !update.sessionOrder) return old;
  const rows = byId([...old, ...fresh]);
  const order = update.sessionOrder ?? old.map((row) => row.session.id);
  return order.flatMap((id) => rows.get(id) ?? []);
}
