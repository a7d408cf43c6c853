import { describe, expect, it, vi } from 'vitest';

import { fakeHost } from '../host/fake';
import type { Edit, SessionView } from '../host/generated/types';
import { total, worst } from './counts';
import { Plan } from './plan.svelte';
import { open, outcome, session, snapshot } from './test-data';

const rename = (id: string): Edit => ({
  type: 'setSession',
  session: id,
  field: { name: 'title', value: 'Autre' },
});

describe('the plan', () => {
  it('applies edits one after the other, and is saving until the last is written', async () => {
    const answers: (() => void)[] = [];
    const calls: string[] = [];
    const plan = new Plan({
      ...fakeHost({}),
      call: async (_command, args) => {
        calls.push(JSON.stringify(args).includes('"one"') ? 'one' : 'two');
        await new Promise<void>((resolve) => answers.push(resolve));
        return outcome() as never;
      },
    });
    const first = plan.apply(rename('one'));
    const second = plan.apply(rename('two'));
    await vi.waitFor(() => expect(calls).toEqual(['one']));
    answers[0]!();
    await first;
    await vi.waitFor(() => expect(calls).toEqual(['one', 'two']));
    expect(plan.saving).toBe('saving');
    answers[1]!();
    await second;
    expect(plan.saving).toBe('saved');
  });

  it('reports a problem, returns null, and goes on with the next edit', async () => {
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

  it('reports any other exception as an internal problem', async () => {
    const plan = new Plan(fakeHost({}));
    plan.onProblem = vi.fn();
    await plan.undo();
    expect(plan.onProblem).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ code: 'problem-internal' }),
    );
  });

  it('does not report an edit that changed nothing', async () => {
    const plan = new Plan(fakeHost({ apply: () => outcome({}, 0) }));
    plan.onDone = vi.fn();
    await plan.apply(rename('one'));
    expect(plan.onDone).not.toHaveBeenCalled();
  });

  it('updates the view and the undo state', async () => {
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

  it('counts each answer as a change, also where the view stays the same object', async () => {
    const plan = new Plan(fakeHost({ apply: () => outcome(), undo: () => outcome() }));
    await plan.init(snapshot());
    const { open: before, changes } = plan;
    await plan.apply(rename('one'));
    expect(plan.open).toBe(before);
    expect(plan.changes).toBeGreaterThan(changes);
    const behind = plan.changes;
    expect(await plan.undo()).toBe(true);
    expect(plan.changes).toBeGreaterThan(behind);
  });

  it('returns whether undo succeeded', async () => {
    const plan = new Plan(fakeHost({}));
    await plan.init(snapshot());
    expect(await plan.undo()).toBe(false);
    expect(await plan.redo()).toBe(false);
  });

  it('calls back with the answer of a query, or its problem, unless it was cancelled', async () => {
    const onOk = vi.fn();
    const onError = vi.fn();
    const plan = new Plan(fakeHost({ history: () => [] }));
    plan.query('history', { limit: 1 }, onOk);
    plan.query('history', { limit: 1 }, onOk)();
    plan.query('revision', {}, onOk, onError);
    plan.query('revision', {}, onOk, onError)();
    await vi.waitFor(() => expect(onError).toHaveBeenCalledOnce());
    expect(onOk).toHaveBeenCalledExactlyOnceWith([]);
  });

  it('shares the objects of the preview, and releases it, refused or not', async () => {
    const shown: SessionView = { id: 'one', days: [] };
    let refused = false;
    const host = fakeHost({
      apply: () => {
        if (refused) throw new Error('refused');
        return outcome({ session: structuredClone(shown) });
      },
    });
    const plan = new Plan(host);
    const release = vi.fn(() => expect(plan.session).toBe(shown));
    await plan.apply(rename('one'), { session: shown, release });
    expect(release).toHaveBeenCalledOnce();
    refused = true;
    await plan.apply(rename('one'), { session: shown, release });
    expect(release).toHaveBeenCalledTimes(2);
  });

  it('loads everything again when another process wrote, and only then', async () => {
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
    await plan.refresh();
    const calls = ['snapshot', 'revision', 'store_state'];
    expect(host.calls.map(({ command }) => command)).toEqual(calls);
    revision = 2;
    // The preview is of the new state, not of the one that was shown.
    const [preview] = await plan.previews([rename('one')]);
    expect(preview?.reload).toBe(false);
    const commands = host.calls.slice(3).map(({ command }) => command);
    expect(commands).toEqual(['previews', 'revision', 'store_state', 'snapshot', 'previews']);
    expect(plan.watch.revision).toBe(2);
  });

  it('keeps the loss of the store until it is closed', async () => {
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
    expect(plan.storeStatus.loss).toEqual({ reason: message, rescue: 'b', isOpen: true });
    expect(plan.saving).toBe('failed');
    expect(plan.onProblem).not.toHaveBeenCalled();
    await plan.reload();
    expect([plan.storeStatus.loss, plan.saving]).toEqual([null, 'saved']);
  });

  it('loads everything again when the answer says so', async () => {
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

  it('counts the findings of all sessions, and knows the worst', async () => {
    const one = { ...session('one'), findings: { notes: 2, warnings: 1, conflicts: 0 } };
    const two = { ...session('two'), findings: { notes: 1, warnings: 0, conflicts: 3 } };
    const plan = new Plan(
      fakeHost({ snapshot: () => snapshot({ ...open, sessions: [one, two] }) }),
    );
    await plan.load();
    expect(plan.counts).toEqual({ notes: 3, warnings: 1, conflicts: 3 });
    expect(total(plan.counts)).toBe(7);
    expect(worst(plan.counts)).toBe('conflict');
    expect(worst(one.findings)).toBe('warning');
    expect(worst(session('three').findings)).toBe('note');
  });
});
