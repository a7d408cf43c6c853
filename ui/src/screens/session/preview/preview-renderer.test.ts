import { describe, expect, it, vi } from 'vitest';

import type { Edit, Preview } from '../../../host/generated/types';
import type { Plan } from '../../../state/plan.svelte';
import { view } from '../test-day';
import { PreviewRenderer } from './preview-renderer.svelte';
import { clock } from '../../../time/units';

const edit = (slot: string): Edit => ({ type: 'deleteSlot', slot });
const at = (start: number): Preview => ({
  ...{ session: null, reload: false, troubles: [] },
  retimed: [{ id: 'welcome', start: clock(start), end: clock(start + 30) }],
});

/** A renderer whose previews are answered when the test says so. */
function renderer() {
  const answers: ((all: (Preview | null)[]) => void)[] = [];
  const failures: (() => void)[] = [];
  const apply = vi.fn<Plan['apply']>(() => Promise.resolve(null));
  const plan = {
    session: view,
    previews: () =>
      new Promise<(Preview | null)[]>((resolve, reject) => {
        answers.push(resolve);
        failures.push(reject);
      }),
    apply,
  };
  return {
    answers,
    failures,
    apply,
    renderer: new PreviewRenderer(plan as unknown as Plan, () => []),
  };
}

/** Lets answers arrive. */
const settle = () => new Promise((done) => setTimeout(done));

describe('the preview of an edit', () => {
  it('is shown when its answer arrives, and removed without an edit', async () => {
    const { answers, renderer: one } = renderer();
    void one.preview(edit('a'));
    expect(one.startOf('welcome')).toBe(540);
    answers[0]?.([at(600)]);
    await settle();
    expect(one.startOf('welcome')).toBe(600);
    await one.preview(null);
    expect(one.startOf('welcome')).toBe(540);
  });

  it('gives way to a later one, whichever answer arrives first', async () => {
    const { answers, renderer: one } = renderer();
    void one.preview(edit('a'));
    void one.preview(edit('b'));
    answers[1]?.([at(630)]);
    await settle();
    answers[0]?.([at(600)]);
    await settle();
    expect(one.startOf('welcome')).toBe(630);
  });

  it('is not shown any more once the pointer has left', async () => {
    const { answers, renderer: one } = renderer();
    void one.preview(edit('a'));
    await one.preview(null);
    answers[0]?.([at(600)]);
    await settle();
    expect(one.retimed.current).toEqual([]);
  });

  it('is removed where the edit would be refused, or the call fails', async () => {
    const { answers, failures, renderer: one } = renderer();
    one.show(at(600));
    void one.preview(edit('a'));
    answers[0]?.([null]);
    await settle();
    expect(one.retimed.current).toEqual([]);
    one.show(at(600));
    void one.preview(edit('b'));
    failures[1]?.();
    await settle();
    expect(one.retimed.current).toEqual([]);
  });

  it('stays while the edit is written, and ignores an answer that comes then', async () => {
    const { answers, apply, renderer: one } = renderer();
    one.show(at(600));
    void one.preview(edit('a'));
    await one.commit(edit('a'));
    answers[0]?.([at(660)]);
    await settle();
    expect(one.startOf('welcome')).toBe(600);
    apply.mock.calls[0]?.[1]?.release();
    expect(one.startOf('welcome')).toBe(540);
  });
});
