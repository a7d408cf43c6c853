/** What can be done on the session screen, by keys, in its menus and in the palette. */
import type { Command } from '../../commands/commands.svelte';
import type { Plan } from '../../state/plan.svelte';
import { preferences } from '../../state/preferences.svelte';
import type { Navigation } from '../../state/navigation.svelte';
import type { SessionDesk } from './desk.svelte';
import { orderOf, slotAndNext, timedOf } from './selection/queries';
import { placeOf, places, sameTarget } from './dragging/targets';

const group = 'session';

export function sessionCommands(desk: SessionDesk, plan: Plan, navigation: Navigation): Command[] {
  const { actions } = desk;
  const idle = () => desk.chosen().length > 0 && desk.drag.phase === 'idle';
  const lifted = () => desk.drag.phase === 'dragging' && desk.drag.by === 'keys';
  const open = () => plan.session !== null && desk.drag.phase === 'idle';
  const command = (
    id: string,
    keys: string,
    run: () => unknown,
    when: () => boolean = idle,
    title = id,
  ): Command => ({ id, title, group, keys, when, run: () => void run() });

  const native = (does: 'copy' | 'cut' | 'paste', keys: string, when = idle): Command => ({
    ...command(`slot-${does}`, keys, () => document.execCommand(does), when),
    native: true,
  });

  /** One after the other, each on what the last one left, however fast the key repeats. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (run: () => Promise<unknown>) => () => (turn = turn.then(run, run));

  /** The slot above or below, as the axis shows them. */
  const step = (by: number, extend: boolean) => {
    const order = orderOf(plan.session);
    const at = navigation.slot ? order.indexOf(navigation.slot) : by > 0 ? -1 : order.length;
    const next = order[at + by];
    if (!next) return;
    if (extend) desk.extend(next);
    else desk.select(next);
    desk.focus(next);
  };

  const lift = () => {
    const slot = slotAndNext(plan.session, navigation.slot)?.slot;
    const target = slot && placeOf(desk.columns(), slot.id);
    if (!slot || !target) return;
    const isBlock = (timedOf(plan.session, slot.id)?.tracks.length ?? 0) > 0;
    const { id, title } = slot;
    desk.kernel.lift({ type: 'slot', id, ids: desk.chosen(), title, isBlock, grab: 0 }, target);
  };

  const aim = (by: number) => {
    const { drag } = desk.kernel;
    if (drag.phase !== 'dragging' || drag.item.type !== 'slot' || !drag.target) return;
    const all = places(desk.columns(), drag.item.ids, drag.item.isBlock);
    const now = drag.target;
    const next = all[all.findIndex((place) => sameTarget(place, now)) + by];
    if (next) desk.kernel.aim(next);
  };

  /** Opens the field for a new slot behind the chosen one, or before the first of the day. */
  const type = (text: string) => {
    const place = actions.place();
    if (place) desk.typing = { ...place, text };
  };

  const rename = () => (desk.renaming = navigation.slot);
  const free = () => !lifted();

  return [
    command('drag-drop', 'Enter', () => desk.kernel.drop(), lifted, 'slot-drop'),
    command('drag-drop-space', ' ', () => desk.kernel.drop(), lifted, 'slot-drop'),
    command('drag-cancel', 'Escape', () => desk.kernel.cancel(), lifted, 'slot-put-back'),
    command('drag-up', 'ArrowUp', () => aim(-1), lifted, 'slot-aim-up'),
    command('drag-down', 'ArrowDown', () => aim(1), lifted, 'slot-aim-down'),
    command('slot-lift', ' ', lift, () => idle() && desk.hasAxis),
    command('slot-next', 'ArrowDown', () => step(1, false), free),
    command('slot-previous', 'ArrowUp', () => step(-1, false), free),
    command('slot-extend-next', 'Shift+ArrowDown', () => step(1, true), free),
    command('slot-extend-previous', 'Shift+ArrowUp', () => step(-1, true), free),
    command('select-all', 'Ctrl+A', () => actions.markAll(), open),
    command(
      'slot-up',
      'Alt+ArrowUp',
      inTurn(() => actions.shift(-1)),
    ),
    command(
      'slot-down',
      'Alt+ArrowDown',
      inTurn(() => actions.shift(1)),
    ),
    command(
      'slot-longer',
      'Alt+ArrowRight',
      inTurn(() => actions.resize(preferences.step)),
    ),
    command(
      'slot-shorter',
      'Alt+ArrowLeft',
      inTurn(() => actions.resize(-preferences.step)),
    ),
    command('slot-insert', 'N', () => type(''), open),
    command('slot-insert-block', '/', () => type('/'), open),
    command('slot-rename', 'F2', rename),
    command('slot-rename-enter', 'Enter', rename, idle, 'slot-rename'),
    {
      ...command(
        'slot-pin',
        'P',
        inTurn(() => actions.pin()),
      ),
      now: () => (actions.allPinned() ? 'slot-unpin' : 'slot-pin-here'),
    },
    command(
      'slot-duplicate',
      'Ctrl+D',
      inTurn(() => actions.duplicate()),
    ),
    {
      ...command(
        'slot-divide',
        'D',
        inTurn(() => actions.divide()),
      ),
      now: () => 'slot-divide-here',
    },
    command(
      'slot-merge',
      'J',
      inTurn(() => actions.merge()),
      () => idle() && actions.mayMerge(),
    ),
    {
      ...command(
        'slot-tracks-toggle',
        'T',
        inTurn(() => actions.toggleTracks()),
        () => idle() && actions.mayHaveTracks(),
      ),
      now: () => (actions.isBlock() ? 'tracks-join' : 'slot-split'),
    },
    command('slot-kind', 'K', () => (desk.choosingKind = true), idle, 'slot-kind-choose'),
    command('slot-move', 'M', () => (desk.placing = navigation.slot)),
    command(
      'slot-delete',
      'Delete',
      inTurn(() => actions.remove()),
    ),
    command('slot-keep', 'B', () => actions.keep()),
    command('slot-menu', 'Shift+F10', () => desk.openMenuOfChosen()),
    command('slot-menu-key', 'ContextMenu', () => desk.openMenuOfChosen(), idle, 'slot-menu'),
    native('copy', 'Ctrl+C'),
    native('cut', 'Ctrl+X'),
    native('paste', 'Ctrl+V', open),
    command(
      'ways-open',
      'W',
      () => desk.openWays(),
      () => open() && desk.hasAxis,
    ),
    command(
      'order-list',
      'L',
      () => {
        preferences.view = preferences.view === 'list' ? 'axis' : 'list';
        // The keyboard stays with the slot it was on.
        if (navigation.slot) desk.focus(navigation.slot);
      },
      open,
    ),
    command('zoom-in', 'Ctrl++', () => preferences.turnZoom(1), open),
    command('zoom-in-plain', 'Ctrl+=', () => preferences.turnZoom(1), open, 'zoom-in'),
    command('zoom-out', 'Ctrl+-', () => preferences.turnZoom(-1), open),
    command('zoom-usual', 'Ctrl+0', () => preferences.usualZoom(), open),
    command('zoom-fit', 'F', () => preferences.fit(), open),
    command('crew-minutes', 'C', () => (preferences.crew = !preferences.crew), open),
    command(
      'select-none',
      'Escape',
      () => desk.mark([], null),
      () => navigation.selected !== null && !lifted(),
    ),
  ];
}
