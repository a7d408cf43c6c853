import { beforeEach, describe, expect, it, vi } from 'vitest';

import { fakeHost } from '../../../host/fake';
import type { Edit, EditResult, Preview } from '../../../host/generated/types';
import { Navigation } from '../../../state/navigation.svelte';
import { Plan } from '../../../state/plan.svelte';
import { outcome } from '../../../state/test-data';
import { layOut, type Column } from '../axis/layout';
import { createSession } from '../context';
import { day, view } from '../test-day';
import { placeOf, type Item } from './targets';
import { clock } from '../../../time/units';

/** The session screen with an axis. Edits are answered when the test says so. */
function screen() {
  const writes: { edit: Edit; answer: () => void }[] = [];
  let revision = 1;
  const previews = vi.fn(({ edits }: { edits: Edit[] }): (Preview | null)[] =>
    edits.map(() => ({
      ...{ session: null, troubles: [], reload: false },
      retimed: [{ id: 'welcome', start: clock(600 + revision), end: clock(630 + revision) }],
    })),
  );
  const plan = new Plan(
    fakeHost({
      previews,
      apply: ({ edit }) =>
        new Promise<EditResult>((resolve) =>
          writes.push({
            edit,
            answer: () => resolve({ ...outcome(), revision: (revision += 1) }),
          }),
        ) as unknown as EditResult,
    }),
  );
  plan.session = view;
  const session = createSession(plan, new Navigation());
  const scale = { from: 540, pixels: 2 };
  const columns: Column[] = [{ day: 'd', left: 0, right: 200, layout: layOut(day, scale, 700) }];
  const box = new DOMRect(0, 0, 200, 400);
  const scroller = document.createElement('div');
  session.axis.attach({
    scroller,
    measure: () => ({ box, columns, toAxis: (at) => at }),
    reruled: () => [],
  });
  const item = (id: string): Item => ({
    ...{ type: 'slot', id, ids: [id], title: id, isBlock: false, grab: 0 },
  });
  const lift = (id: string) => {
    const place = placeOf(columns, id);
    if (place) session.drag.controller.lift(item(id), place);
  };
  return { ...session, plan, previews, writes, lift };
}

/** Lets answers arrive. */
const settle = () => new Promise((done) => setTimeout(done));

beforeEach(() => localStorage.clear());

describe('the drags of the session screen', () => {
  it('select, preview and write the lifted slot', async () => {
    const { drag, lift, preview, selection, writes } = screen();
    lift('welcome');
    expect([drag.slot, selection.slots()]).toEqual(['welcome', ['welcome']]);
    drag.controller.step('down');
    await settle();
    expect(preview.retimed.current[0]?.start).toBe(601);
    drag.controller.drop();
    await settle();
    expect(writes[0]?.edit).toMatchObject({ type: 'moveSlot', slot: 'welcome', before: 'one' });
    // The preview, and the lifted slot, stay until the edit is written.
    expect([drag.slot, preview.retimed.current.length]).toEqual(['welcome', 1]);
    writes[0]?.answer();
    await settle();
    expect([drag.slot, preview.retimed.current.length]).toEqual([null, 0]);
    expect(selection.slots()).toEqual(['welcome']);
  });

  it('show nothing and write nothing after Escape', async () => {
    const { drag, lift, preview, writes } = screen();
    lift('welcome');
    drag.controller.step('down');
    drag.controller.cancel();
    await settle();
    expect([drag.slot, preview.retimed.current.length, writes.length]).toEqual([null, 0, 0]);
  });

  it('go on with the second one when the first is written, on the new state', async () => {
    const { drag, lift, preview, selection, writes } = screen();
    lift('welcome');
    drag.controller.step('down');
    await settle();
    drag.controller.drop();
    lift('break');
    drag.controller.step('up');
    await settle();
    writes[0]?.answer();
    await settle();
    expect([drag.slot, drag.controller.isLifted]).toEqual(['break', true]);
    expect(preview.retimed.current[0]?.start).toBe(602);
    expect(selection.slots()).toEqual(['break']);
    drag.controller.drop();
    await settle();
    expect(writes[1]?.edit).toMatchObject({ type: 'moveSlot', slot: 'break' });
    writes[1]?.answer();
    await settle();
    expect([drag.slot, preview.retimed.current.length]).toEqual([null, 0]);
  });

  it('keep the second drop when the first is written', async () => {
    const { drag, lift, writes } = screen();
    lift('welcome');
    drag.controller.step('down');
    await settle();
    drag.controller.drop();
    lift('break');
    drag.controller.step('up');
    await settle();
    drag.controller.drop();
    writes[0]?.answer();
    await settle();
    expect(drag.slot).toBe('break');
    writes[1]?.answer();
    await settle();
    expect(drag.slot).toBeNull();
  });

  it('ignore the preview of a fix that is still awaited', async () => {
    const { drag, lift, preview, previews } = screen();
    const tried = preview.preview({ type: 'deleteSlot', slot: 'break' });
    lift('welcome');
    drag.controller.cancel();
    await tried;
    await settle();
    expect(previews).toHaveBeenCalled();
    expect(preview.retimed.current).toEqual([]);
  });
});

describe('a lasso', () => {
  it('selects the slots inside of it, and restores the selection on Escape', () => {
    const { drag, selection } = screen();
    selection.select('break');
    const { controller } = drag;
    const lasso: Item = { type: 'lasso', title: '', from: { x: 5, y: 5 }, adds: true };
    controller.lift(lasso, { type: 'area', left: 5, right: 100, top: 5, bottom: 70 });
    expect(selection.slots()).toEqual(['welcome', 'block', 'break']);
    expect(drag.slot).toBeNull();
    controller.cancel();
    expect(selection.slots()).toEqual(['break']);
  });
});
