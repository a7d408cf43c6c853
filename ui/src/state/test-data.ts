/** Answers of Rust for unit tests: a programme of three sessions. */
import type {
  EditResult,
  Programme,
  ProgrammeView,
  SessionRow,
  Snapshot,
  StateDelta,
} from '../host/generated/types';

export const programme: Programme = {
  id: 'p',
  title: 'Portes ouvertes',
  timezone: 'Europe/Paris',
  language: 'fr',
  agendaPageUrl: null,
  agendaFeedUrl: null,
  isSample: false,
  rank: 'a',
};
export const session = (id: string, title = id): SessionRow => ({
  session: {
    id,
    programme: 'p',
    title,
    status: 'tentative',
    venue: null,
    theme: null,
    address: null,
    mapUrl: null,
    objectives: null,
    links: [],
    notes: null,
    rank: id,
  },
  days: [],
  slotCount: 0,
  findings: { notes: 0, warnings: 0, conflicts: 0 },
});
export const open: ProgrammeView = {
  programme,
  audiences: [],
  rooms: [],
  ideas: [],
  sessions: [session('one'), session('two'), session('three')],
};
export const nothing: StateDelta = {
  programmes: null,
  templates: null,
  audiences: null,
  rooms: null,
  ideas: null,
  sessions: [],
  sessionOrder: null,
  session: null,
  findings: null,
  reload: false,
};
export const outcome = (update: Partial<StateDelta> = {}, changed = 1): EditResult => ({
  revision: 1,
  label: { code: 'edit-set-session', args: {} },
  changed,
  update: { ...nothing, ...update },
  steps: { undo: { code: 'edit-set-session', args: {} }, redo: null },
});
export const snapshot = (view: ProgrammeView | null = open): Snapshot => ({
  revision: 1,
  store: '/plans/a.deroule',
  programmes: [programme],
  templates: [],
  open: view,
  session: null,
  findings: [],
  steps: { undo: null, redo: null },
  warnings: [],
  health: { state: 'ok' },
  copiesOfLostStore: [],
});
