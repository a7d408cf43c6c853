import { describe, expect, it, vi } from 'vitest';

import type { Edit, Finding, Preview } from '../../../host/generated/types';
import type { ShownPreview } from '../../../state/plan.svelte';
import { DAY } from '../test-day';
import { DragSession, type DragContext } from './drag-session.svelte';
import type { Item, Target } from './targets';
import { clock } from '../../../time/units';

const ITEM: Item = { type: 'slot', id: 'a', ids: ['a'], title: 'A', isBlock: false, grab: 0 };
const at = (before: string | null): Target => ({ type: 'place', parent: DAY, before, pin: null });
const preview = (start: number, troubles: Finding[] = []): Preview => ({
  ...{ session: null, reload: false, troubles },
  retimed: [{ id: 'a', start: clock(start), end: clock(start + 30) }],
});
const problem = (id: string): Finding => ({
  ...{ rule: 'overrun', severity: 'conflict', fixes: [] },
  message: { code: 'finding-overrun', args: {} },
  subject: { type: 'slot', id },
});

/** A screen whose previews are answered when the test says so. */
function screen() {
  const calls: { edits: Edit[]; answer: (all: (Preview | null)[]) => void; fail: () => void }[] =
    [];
  const writes: { edit: Edit; shown: ShownPreview | undefined; answer: () => void }[] = [];
  let shown: Preview | null = null;
  let words = '';
  let revision = 1;
  const plan = {
    findings: [] as Finding[],
    templates: [],
    get watch() {
      return { programme: 'p', session: 's', revision };
    },
    previews: (edits: Edit[]) =>
      new Promise<(Preview | null)[]>((answer, fail) => calls.push({ edits, answer, fail })),
    apply: (edit: Edit, shown?: ShownPreview) =>
      new Promise<null>((resolve) =>
        writes.push({
          edit,
          shown,
          answer: () => {
            revision += 1;
            shown?.release();
            resolve(null);
          },
        }),
      ),
  };
  const context: DragContext = {
    plan,
    preview: {
      show: (next) => (shown = next),
      startOf: (id) => shown?.retimed.find((one) => one.id === id)?.start ?? clock(540),
      shownPreview: (release = () => undefined) => ({ session: null, release }),
    },
    columns: () => [],
    announceTarget: (message) => (words = message()),
  };
  return {
    ...{ calls, writes, plan, context },
    begin: (item = ITEM) => new DragSession(item, context),
    shown: () => shown,
    words: () => words,
    writeElsewhere: () => (revision += 1),
  };
}

/** Lets answers arrive. */
const settle = () => new Promise((done) => setTimeout(done));

describe('a drag session', () => {
  it('shows the answer of its target, and what it would spoil', async () => {
    const { begin, calls, shown, words, plan } = screen();
    plan.findings = [problem('known')];
    const session = begin();
    session.aimAt(at('b'));
    expect(session.aim.current).toEqual({ target: at('b'), start: clock(540) });
    calls[0]?.answer([preview(600, [problem('known'), problem('new')])]);
    await settle();
    expect(shown()?.retimed[0]?.start).toBe(600);
    expect(session.aim.current?.start).toBe(600);
    expect(session.worstProblem?.subject.id).toBe('new');
    expect(words()).toContain('A');
  });

  it('shows a cached target at once', async () => {
    const { begin, calls, shown } = screen();
    const session = begin();
    session.aimAt(at('b'));
    calls[0]?.answer([preview(600)]);
    await settle();
    session.aimAt(at('c'));
    calls[1]?.answer([preview(630)]);
    await settle();
    session.aimAt(at('b'));
    expect(shown()?.retimed[0]?.start).toBe(600);
    expect(calls).toHaveLength(2);
  });

  it('ignores the answer of a target it has left', async () => {
    const { begin, calls, shown } = screen();
    const session = begin();
    session.aimAt(at('b'));
    session.aimAt(at('c'));
    calls[1]?.answer([preview(630)]);
    await settle();
    calls[0]?.answer([preview(600)]);
    await settle();
    expect(shown()?.retimed[0]?.start).toBe(630);
    expect(session.aim.current?.target).toEqual(at('c'));
  });

  it('changes nothing when an answer arrives after it was disposed', async () => {
    const { begin, calls, shown, words } = screen();
    const session = begin();
    session.aimAt(at('b'));
    session.dispose();
    calls[0]?.answer([preview(600, [problem('new')])]);
    await settle();
    expect(shown()).toBeNull();
    expect(session.worstProblem).toBeNull();
    expect(words()).toBe('');
    session.aimAt(at('c'));
    expect(calls).toHaveLength(1);
  });

  it('leaves a second drag alone when the answer of the first arrives', async () => {
    const { begin, calls, shown } = screen();
    const first = begin();
    first.aimAt(at('b'));
    first.dispose();
    const second = begin();
    second.aimAt(at('c'));
    calls[1]?.answer([preview(630)]);
    await settle();
    calls[0]?.answer([preview(600)]);
    await settle();
    expect(shown()?.retimed[0]?.start).toBe(630);
    expect(second.aim.current?.start).toBe(630);
  });

  it('drops on its target while the preview is pending, and ignores the preview then', async () => {
    const { begin, calls, writes, shown } = screen();
    const session = begin();
    session.aimAt(at('b'));
    const onWritten = vi.fn();
    const dropped = session.drop(onWritten);
    expect(writes[0]?.edit).toMatchObject({ type: 'moveSlot', slot: 'a', before: 'b' });
    calls[0]?.answer([preview(600)]);
    await settle();
    expect(shown()).toBeNull();
    expect(onWritten).not.toHaveBeenCalled();
    writes[0]?.answer();
    expect(await dropped).toBe(true);
    expect(onWritten).toHaveBeenCalledOnce();
  });

  it('drops nothing where the edit would be refused, or where nothing can be dropped', async () => {
    const { begin, calls, writes } = screen();
    const session = begin();
    session.aimAt(at('b'));
    calls[0]?.answer([null]);
    await settle();
    expect(session.aim.current).toBeNull();
    expect(await session.drop(vi.fn())).toBe(false);
    session.aimAt(null);
    expect(await session.drop(vi.fn())).toBe(false);
    expect(writes).toEqual([]);
  });

  it('drops once', async () => {
    const { begin, writes } = screen();
    const session = begin();
    session.aimAt(at('b'));
    void session.drop(vi.fn());
    expect(await session.drop(vi.fn())).toBe(false);
    expect(writes).toHaveLength(1);
  });

  it('asks again once the store holds something else', async () => {
    const { begin, calls, shown, writeElsewhere } = screen();
    const session = begin();
    session.aimAt(at('b'));
    writeElsewhere();
    calls[0]?.answer([preview(600)]);
    await settle();
    expect(shown()).toBeNull();
    calls[1]?.answer([preview(615)]);
    await settle();
    expect(shown()?.retimed[0]?.start).toBe(615);
    writeElsewhere();
    session.aimAgain();
    calls[2]?.answer([preview(645)]);
    await settle();
    expect(session.aim.current).toEqual({ target: at('b'), start: clock(645) });
  });

  it('says that nothing can go where a call failed', async () => {
    const { begin, calls } = screen();
    const session = begin();
    session.aimAt(at('b'));
    calls[0]?.fail();
    await settle();
    expect(session.aim.current).toBeNull();
  });

  it('inserts a new block under the id that its preview had', async () => {
    const { begin, calls, writes } = screen();
    const block: Item = { type: 'new', block: 'break', title: 'Break', isBlock: false, grab: 0 };
    const session = begin(block);
    expect(session.slot).toBeNull();
    session.aimAt(at('b'));
    calls[0]?.answer([preview(600)]);
    await settle();
    const { slot } = session;
    void session.drop(vi.fn());
    expect(writes[0]?.edit).toMatchObject({ type: 'addSlot', id: slot, before: 'b' });
  });
});
