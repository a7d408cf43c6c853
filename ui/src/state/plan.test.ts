import { describe, expect, it, vi } from 'vitest';

import { fakeHost } from '../host/fake';
import type {
  Edit,
  Outcome,
  Programme,
  ProgrammeView,
  SessionRow,
  SessionView,
  Snapshot,
  Update,
} from '../host/generated/types';
import { gravest, Plan, total, updated } from './plan.svelte';

const programme: Programme = {
  id: 'p',
  title: 'Portes ouvertes',
  timezone: 'Europe/Paris',
  language: 'fr',
  agendaPageUrl: null,
  agendaFeedUrl: null,
  isSample: false,
  rank: 'a',
};
const session = (id: string, title = id): SessionRow => ({
  session: {
    id,
    programme: 'p',
    title,
    status: 'tentative',
    venue: null,
    theme: null,
    objectives: null,
    links: [],
    notes: null,
    rank: id,
  },
  days: [],
  slotCount: 0,
  findings: { notes: 0, warnings: 0, conflicts: 0 },
});
const open: ProgrammeView = {
  programme,
  audiences: [],
  rooms: [],
  ideas: [],
  sessions: [session('one'), session('two'), session('three')],
};
const nothing: Update = {
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
const outcome = (update: Partial<Update> = {}, changed = 1): Outcome => ({
  revision: 1,
  label: { code: 'edit-set-session', args: {} },
  changed,
  update: { ...nothing, ...update },
  steps: { undo: { code: 'edit-set-session', args: {} }, redo: null },
});
const snapshot = (view: ProgrammeView | null = open): Snapshot => ({
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
const rename = (id: string): Edit => ({
  type: 'setSession',
  session: id,
  field: { name: 'title', value: 'Autre' },
});

describe('a view brought up to date', () => {
  it('has changed rows in their places and keeps the others the same objects', () => {
    const fresh = session('two', 'Autre');
    const next = updated(open, { ...nothing, sessions: [fresh] });
    expect(next.sessions.map((row) => row.session.id)).toEqual(['one', 'two', 'three']);
    expect(next.sessions[0]).toBe(open.sessions[0]);
    expect(next.sessions[1]).toEqual(fresh);
    expect(next.sessions[2]).toBe(open.sessions[2]);
  });

  it('keeps every list that the update does not speak of', () => {
    const next = updated(open, nothing);
    expect(next.programme).toBe(open.programme);
    expect(next.sessions).toBe(open.sessions);
    expect(next.audiences).toBe(open.audiences);
    expect(next.rooms).toBe(open.rooms);
    expect(next.ideas).toBe(open.ideas);
  });

  it('is the same view when the update says nothing new', () => {
    const again = structuredClone(open.sessions[1]!);
    expect(updated(open, nothing)).toBe(open);
    expect(updated(open, { ...nothing, sessions: [again] })).toBe(open);
  });

  it('follows a new order, with new rows in and deleted ones out', () => {
    const next = updated(open, {
      ...nothing,
      sessions: [session('four')],
      sessionOrder: ['three', 'four', 'one'],
    });
    expect(next.sessions.map((row) => row.session.id)).toEqual(['three', 'four', 'one']);
    expect(next.sessions[0]).toBe(open.sessions[2]);
  });

  it('takes its own programme out of the list of programmes', () => {
    const renamed = { ...programme, title: 'Autre' };
    expect(updated(open, { ...nothing, programmes: [renamed] }).programme).toEqual(renamed);
    expect(updated(open, { ...nothing, programmes: [] }).programme).toBe(programme);
  });
});

describe('the plan', () => {
  it('carries out edits one after the other, and is saving until the last is written', async () => {
    const answers: (() => void)[] = [];
    const asked: string[] = [];
    const plan = new Plan({
      ...fakeHost({}),
      call: async (_command, args) => {
        asked.push(JSON.stringify(args).includes('"one"') ? 'one' : 'two');
        await new Promise<void>((resolve) => answers.push(resolve));
        return outcome() as never;
      },
    });
    const first = plan.apply(rename('one'));
    const second = plan.apply(rename('two'));
    await vi.waitFor(() => expect(asked).toEqual(['one']));
    answers[0]!();
    await first;
    await vi.waitFor(() => expect(asked).toEqual(['one', 'two']));
    expect(plan.saving).toBe('saving');
    answers[1]!();
    await second;
    expect(plan.saving).toBe('saved');
  });

  it('tells a problem, answers null, and goes on with the next edit', async () => {
    let refused = false;
    const problem = {
      code: 'problem-missing',
      message: { code: 'problem-missing', args: {} },
      subject: null,
    };
    const host = fakeHost({
      apply: () => {
        if (refused) return outcome();
        refused = true;
        throw problem;
      },
    });
    const plan = new Plan(host);
    plan.onProblem = vi.fn();
    plan.onDone = vi.fn();
    expect(await plan.apply(rename('one'))).toBeNull();
    expect(plan.saving).toBe('failed');
    expect(plan.onProblem).toHaveBeenCalledExactlyOnceWith(problem);
    expect(plan.onDone).not.toHaveBeenCalled();
    expect(await plan.apply(rename('one'))).not.toBeNull();
    expect(plan.saving).toBe('saved');
    expect(plan.onDone).toHaveBeenCalledOnce();
  });

  it('tells of anything else thrown as a problem inside', async () => {
    const plan = new Plan(fakeHost({}));
    plan.onProblem = vi.fn();
    await plan.undo();
    expect(plan.onProblem).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: 'problem-internal' }),
    );
  });

  it('does not tell of an edit that changed nothing', async () => {
    const plan = new Plan(fakeHost({ apply: () => outcome({}, 0) }));
    plan.onDone = vi.fn();
    await plan.apply(rename('one'));
    expect(plan.onDone).not.toHaveBeenCalled();
  });

  it('puts what an edit changed into the view, and its steps', async () => {
    const fresh = session('two', 'Autre');
    const host = fakeHost({
      snapshot: () => snapshot(),
      apply: () => outcome({ sessions: [fresh] }),
    });
    const plan = new Plan(host);
    await plan.load();
    await plan.apply(rename('two'));
    expect(plan.row('two')).toEqual(fresh);
    expect(plan.row('one')).toBe(open.sessions[0]);
    expect(plan.steps.undo?.code).toBe('edit-set-session');
    expect(host.calls.at(-1)?.args).toMatchObject({
      watch: { programme: 'p', session: null, revision: 1 },
    });
  });

  it('tells that something may have changed of each answer, also where the view stays the same object', async () => {
    const plan = new Plan(fakeHost({ apply: () => outcome(), undo: () => outcome() }));
    await plan.begin(snapshot());
    const { open: before, changes } = plan;
    await plan.apply(rename('one'));
    expect(plan.open).toBe(before);
    expect(plan.changes).toBeGreaterThan(changes);
    const behind = plan.changes;
    expect(await plan.undo()).toBe(true);
    expect(plan.changes).toBeGreaterThan(behind);
  });

  it('says whether a step back was taken', async () => {
    const plan = new Plan(fakeHost({}));
    await plan.begin(snapshot());
    expect(await plan.undo()).toBe(false);
    expect(await plan.redo()).toBe(false);
  });

  it('hands an answer on unless it has been let go of, and what went wrong as well', async () => {
    const heard = vi.fn();
    const failed = vi.fn();
    const plan = new Plan(fakeHost({ history: () => [] }));
    plan.ask('history', { limit: 1 }, heard);
    plan.ask('history', { limit: 1 }, heard)();
    plan.ask('revision', {}, heard, failed);
    plan.ask('revision', {}, heard, failed)();
    await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce());
    expect(heard).toHaveBeenCalledExactlyOnceWith([]);
  });

  it('makes the answer of what was shown ahead of it, and has that let go of, refused or not', async () => {
    const shown: SessionView = { id: 'one', days: [] };
    let refused = false;
    const host = fakeHost({
      apply: () => {
        if (refused) throw new Error('refused');
        return outcome({ session: structuredClone(shown) });
      },
    });
    const plan = new Plan(host);
    const letGo = vi.fn(() => expect(plan.session).toBe(shown));
    await plan.apply(rename('one'), { session: shown, letGo });
    expect(letGo).toHaveBeenCalledOnce();
    refused = true;
    await plan.apply(rename('one'), { session: shown, letGo });
    expect(letGo).toHaveBeenCalledTimes(2);
  });

  it('asks for everything anew when another process wrote, and only then', async () => {
    let revision = 1;
    const host = fakeHost({
      snapshot: () => ({ ...snapshot(), revision }),
      revision: () => revision,
      store_state: () => ({ health: { state: 'ok' }, warnings: [] }),
      previews: ({ watch }) => [
        { session: null, retimed: [], troubles: [], reload: watch.revision !== revision },
      ],
    });
    const plan = new Plan(host);
    await plan.load();
    await plan.catchUp();
    const asked = ['snapshot', 'revision', 'store_state'];
    expect(host.calls.map(({ command }) => command)).toEqual(asked);
    revision = 2;
    // What would be is told of what is there by now, and not of what was shown.
    const [preview] = await plan.previews([rename('one')]);
    expect(preview?.reload).toBe(false);
    const commands = host.calls.slice(3).map(({ command }) => command);
    expect(commands).toEqual(['previews', 'revision', 'store_state', 'snapshot', 'previews']);
    expect(plan.watch.revision).toBe(2);
  });

  it('keeps in view that the store was lost until it is taken note of', async () => {
    const text = (value: string) => ({ type: 'text' as const, value });
    const message = {
      code: 'problem-store-replaced',
      args: { file: text('a'), rescue: text('b'), open: text('yes') },
    };
    const host = fakeHost({
      snapshot: () => ({ ...snapshot(), warnings: [message] }),
      apply: () => {
        const { code, args } = message;
        throw { code, message: { args, code }, subject: null } as unknown as Error;
      },
    });
    const plan = new Plan(host);
    plan.onProblem = vi.fn();
    await plan.apply(rename('one'));
    expect(plan.loss).toEqual({ reason: message, rescue: 'b', isOpen: true });
    expect(plan.saving).toBe('failed');
    expect(plan.onProblem).not.toHaveBeenCalled();
    await plan.reload();
    expect([plan.loss, plan.saving]).toEqual([null, 'saved']);
  });

  it('asks for everything anew when the answer is to reload', async () => {
    const host = fakeHost({
      snapshot: () => snapshot(),
      undo: () => outcome({ reload: true }),
    });
    const plan = new Plan(host);
    await plan.undo();
    expect(host.calls.map(({ command }) => command)).toEqual(['undo', 'snapshot']);
    expect(plan.open).toBe(open);
    expect(plan.loaded).toBe(true);
  });

  it('previews without writing', async () => {
    const host = fakeHost({
      previews: () => [{ session: null, retimed: [], troubles: [], reload: false }],
    });
    const plan = new Plan(host);
    await plan.previews([rename('one')]);
    expect(host.calls.map(({ command }) => command)).toEqual(['previews']);
    expect(plan.steps.undo).toBeNull();
  });

  it('counts what is worth a look in all sessions, and tells the gravest', async () => {
    const one = { ...session('one'), findings: { notes: 2, warnings: 1, conflicts: 0 } };
    const two = { ...session('two'), findings: { notes: 1, warnings: 0, conflicts: 3 } };
    const plan = new Plan(
      fakeHost({ snapshot: () => snapshot({ ...open, sessions: [one, two] }) }),
    );
    await plan.load();
    expect(plan.counts).toEqual({ notes: 3, warnings: 1, conflicts: 3 });
    expect(total(plan.counts)).toBe(7);
    expect(gravest(plan.counts)).toBe('conflict');
    expect(gravest(one.findings)).toBe('warning');
    expect(gravest(session('three').findings)).toBe('note');
  });
});
