/** What can be done with the selected slot, by keys and in the palette. */
import type { SessionView, Slot, SlotId } from '../host/generated/types';
import { t } from '../i18n/i18n.svelte';
import type { Command } from '../plan/commands.svelte';
import { newId } from '../plan/ids';
import type { Plan } from '../plan/plan.svelte';
import type { Navigation } from '../plan/view.svelte';
import type { SessionDesk } from './desk.svelte';
import { insertion } from './edits';
import { STEP, placeOf, places, sameTarget } from './targets';

/** The slot with that id, and the next one of the same running order. */
export function slotAndNext(
  view: SessionView | null,
  id: SlotId | null,
): { slot: Slot; next: Slot | null; previous: Slot | null } | null {
  for (const day of view?.days ?? []) {
    const slot = day.slots.find((one) => one.id === id);
    if (!slot) continue;
    const siblings = day.slots
      .filter((one) => one.parent.type === slot.parent.type && one.parent.id === slot.parent.id)
      .sort((one, other) => (one.rank < other.rank ? -1 : 1));
    const at = siblings.indexOf(slot);
    return { slot, next: siblings[at + 1] ?? null, previous: siblings[at - 1] ?? null };
  }
  return null;
}

/** When a slot lasts and starts, as shown. */
export function timedOf(view: SessionView | null, id: SlotId | null) {
  for (const day of view?.days ?? []) {
    for (const timed of day.timed.slots) {
      if (timed.id === id) return timed;
      const inner = timed.tracks.flatMap((track) => track.slots).find((one) => one.id === id);
      if (inner) return inner;
    }
  }
  return null;
}

/** Adds a block after the selected slot, else at the end of the first day, and goes on to its title. */
export async function addBlock(
  desk: SessionDesk,
  plan: Plan,
  navigation: Navigation,
  view: SessionView,
  block: string,
): Promise<void> {
  const day = view.days[0];
  if (!day) return;
  const here = slotAndNext(view, navigation.slot);
  const parent = here?.slot.parent ?? { type: 'day' as const, id: day.day.id };
  const added = insertion(block, parent, here?.next?.id ?? null, null, t(`block-${block}`));
  if (!added || !(await plan.apply(added.edit))) return;
  desk.select(added.id);
  desk.renaming = added.id;
}

export function slotCommands(desk: SessionDesk, plan: Plan, navigation: Navigation): Command[] {
  const group = 'session';
  const here = () => slotAndNext(plan.session, navigation.slot);
  const timed = () => timedOf(plan.session, navigation.slot);
  const idle = () => here() !== null && desk.drag.phase === 'idle';
  const lifted = () => desk.drag.phase === 'dragging' && desk.drag.by === 'keys';

  const apply = async (edit: Parameters<Plan['apply']>[0], focus: SlotId) => {
    await plan.apply(edit);
    desk.focus(focus);
  };

  /** One place up or down, over the edge of tracks and days. */
  const shift = (by: number) => {
    const slot = here()?.slot;
    if (!slot) return;
    const isBlock = (timed()?.tracks.length ?? 0) > 0;
    const columns = desk.columns();
    const all = places(columns, slot.id, isBlock);
    const now = placeOf(columns, slot.id);
    const at = now ? all.findIndex((place) => sameTarget(place, now)) : -1;
    const target = all[at + by];
    if (at < 0 || target?.type !== 'place') return;
    void apply(
      { type: 'moveSlot', slot: slot.id, parent: target.parent, before: target.before, pin: null },
      slot.id,
    );
  };

  const resize = (by: number) => {
    const minutes = timed() ? timed()!.end - timed()!.start : 0;
    const slot = here()?.slot;
    if (slot) {
      void apply(
        { type: 'resizeSlot', slot: slot.id, minutes: Math.max(0, minutes + by) },
        slot.id,
      );
    }
  };

  /** The slot above or below, as the axis shows them. */
  const step = (by: number) => {
    const order = (plan.session?.days ?? []).flatMap((day) =>
      day.timed.slots.flatMap((slot) => [
        slot.id,
        ...slot.tracks.flatMap((track) => track.slots.map((inner) => inner.id)),
      ]),
    );
    const at = navigation.slot ? order.indexOf(navigation.slot) : by > 0 ? -1 : order.length;
    const next = order[at + by];
    if (next) {
      desk.select(next);
      desk.focus(next);
    }
  };

  const lift = () => {
    const slot = here()?.slot;
    const target = slot && placeOf(desk.columns(), slot.id);
    if (!slot || !target) return;
    const isBlock = (timed()?.tracks.length ?? 0) > 0;
    desk.kernel.lift({ type: 'slot', id: slot.id, title: slot.title, isBlock, grab: 0 }, target);
  };

  const aim = (by: number) => {
    const drag = desk.drag;
    if (drag.phase !== 'dragging' || drag.item.type !== 'slot' || !drag.target) return;
    const all = places(desk.columns(), drag.item.id, drag.item.isBlock);
    const now = drag.target;
    const next = all[all.findIndex((place) => sameTarget(place, now)) + by];
    if (next) desk.kernel.aim(next);
  };

  const insert = async () => {
    const day = plan.session?.days[0];
    if (!plan.session || !day) return;
    const now = here();
    const id = newId();
    const done = await plan.apply({
      type: 'addSlot',
      id,
      parent: now?.slot.parent ?? { type: 'day', id: day.day.id },
      before: now?.next?.id ?? null,
      title: t('new-slot-title'),
      kind: 'activity',
      minutes: 30,
      pin: null,
    });
    if (!done) return;
    desk.select(id);
    desk.renaming = id;
  };

  const remove = async () => {
    const now = here();
    if (!now) return;
    const after = now.next ?? now.previous;
    await plan.apply({ type: 'deleteSlot', slot: now.slot.id });
    if (after) {
      desk.select(after.id);
      desk.focus(after.id);
    } else navigation.select(null);
  };

  return [
    {
      id: 'drag-drop',
      title: 'slot-drop',
      group,
      keys: 'Enter',
      when: lifted,
      run: () => desk.kernel.drop(),
    },
    {
      id: 'drag-drop-space',
      title: 'slot-drop',
      group,
      keys: ' ',
      when: lifted,
      run: () => desk.kernel.drop(),
    },
    {
      id: 'drag-cancel',
      title: 'slot-put-back',
      group,
      keys: 'Escape',
      when: lifted,
      run: () => desk.kernel.cancel(),
    },
    {
      id: 'drag-up',
      title: 'slot-aim-up',
      group,
      keys: 'ArrowUp',
      when: lifted,
      run: () => aim(-1),
    },
    {
      id: 'drag-down',
      title: 'slot-aim-down',
      group,
      keys: 'ArrowDown',
      when: lifted,
      run: () => aim(1),
    },
    { id: 'slot-lift', title: 'slot-lift', group, keys: ' ', when: idle, run: lift },
    {
      id: 'slot-next',
      title: 'slot-next',
      group,
      keys: 'ArrowDown',
      when: () => !lifted(),
      run: () => step(1),
    },
    {
      id: 'slot-previous',
      title: 'slot-previous',
      group,
      keys: 'ArrowUp',
      when: () => !lifted(),
      run: () => step(-1),
    },
    {
      id: 'slot-up',
      title: 'slot-up',
      group,
      keys: 'Alt+ArrowUp',
      when: idle,
      run: () => shift(-1),
    },
    {
      id: 'slot-down',
      title: 'slot-down',
      group,
      keys: 'Alt+ArrowDown',
      when: idle,
      run: () => shift(1),
    },
    {
      id: 'slot-longer',
      title: 'slot-longer',
      group,
      keys: 'Alt+ArrowRight',
      when: idle,
      run: () => resize(STEP),
    },
    {
      id: 'slot-shorter',
      title: 'slot-shorter',
      group,
      keys: 'Alt+ArrowLeft',
      when: idle,
      run: () => resize(-STEP),
    },
    { id: 'slot-insert', title: 'slot-insert', group, keys: 'N', run: () => void insert() },
    {
      id: 'slot-rename',
      title: 'slot-rename',
      group,
      keys: 'F2',
      when: idle,
      run: () => (desk.renaming = navigation.slot),
    },
    {
      id: 'slot-rename-enter',
      title: 'slot-rename',
      group,
      keys: 'Enter',
      when: idle,
      run: () => (desk.renaming = navigation.slot),
    },
    {
      id: 'slot-pin',
      title: 'slot-pin',
      group,
      keys: 'P',
      when: idle,
      run: () => {
        const slot = here()?.slot;
        const start = timed()?.start;
        if (!slot || start === undefined) return;
        void apply(
          { type: 'pinSlot', slot: slot.id, at: slot.pin === null ? start : null },
          slot.id,
        );
      },
    },
    {
      id: 'slot-move',
      title: 'slot-move',
      group,
      keys: 'M',
      when: idle,
      run: () => (desk.placing = navigation.slot),
    },
    {
      id: 'slot-delete',
      title: 'slot-delete',
      group,
      keys: 'Delete',
      when: idle,
      run: () => void remove(),
    },
    {
      id: 'select-none',
      title: 'select-none',
      group,
      keys: 'Escape',
      when: () => navigation.selected !== null && !lifted(),
      run: () => navigation.select(null),
    },
  ];
}
