/** The commands of the session screen. */
import type { Command } from '../../commands/commands.svelte';
import type { Plan } from '../../state/plan.svelte';
import { preferences } from '../../state/preferences.svelte';
import type { Navigation } from '../../state/navigation.svelte';
import type { SessionContext } from './context';
import { readingOrder, slotAndNext, timedOf } from './selection/queries';
import { placeOf } from './dragging/targets';

const group = 'session';

export function sessionCommands(
  session: SessionContext,
  plan: Plan,
  navigation: Navigation,
): Command[] {
  const { actions, axis, dialogs, selection } = session;
  const drag = session.drag.controller;
  const idle = () => selection.slots().length > 0 && drag.isIdle;
  const lifted = () => drag.isLifted;
  const open = () => plan.session !== null && drag.isIdle;
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

  /** Runs one after the other, each on the result of the last, however fast a key repeats. */
  let turn: Promise<unknown> = Promise.resolve();
  const enqueue = (run: () => Promise<unknown>) => () => (turn = turn.then(run, run));

  /** Selects the slot above or below, in reading order. */
  const step = (by: number, extend: boolean) => {
    const order = readingOrder(plan.session);
    const at = navigation.slot ? order.indexOf(navigation.slot) : by > 0 ? -1 : order.length;
    const next = order[at + by];
    if (!next) return;
    if (extend) selection.extendTo(next);
    else selection.select(next);
    selection.focus(next);
  };

  const lift = () => {
    const slot = slotAndNext(plan.session, navigation.slot)?.slot;
    const target = slot && placeOf(axis.columns(), slot.id);
    if (!slot || !target) return;
    const isBlock = (timedOf(plan.session, slot.id)?.tracks.length ?? 0) > 0;
    const { id, title } = slot;
    drag.lift({ type: 'slot', id, ids: selection.slots(), title, isBlock, grab: 0 }, target);
  };

  /** Opens the field for a new slot after the selected one, else at the end of the first day. */
  const type = (text: string) => {
    const place = actions.place();
    if (place) dialogs.newSlot = { ...place, text };
  };

  const rename = () => (dialogs.renaming = navigation.slot);
  const free = () => !lifted();

  return [
    command('drag-drop', 'Enter', () => drag.drop(), lifted, 'slot-drop'),
    command('drag-drop-space', ' ', () => drag.drop(), lifted, 'slot-drop'),
    command('drag-cancel', 'Escape', () => drag.cancel(), lifted, 'slot-put-back'),
    command('drag-up', 'ArrowUp', () => drag.step('up'), lifted, 'slot-aim-up'),
    command('drag-down', 'ArrowDown', () => drag.step('down'), lifted, 'slot-aim-down'),
    command('slot-lift', ' ', lift, () => idle() && axis.isMounted),
    command('slot-next', 'ArrowDown', () => step(1, false), free),
    command('slot-previous', 'ArrowUp', () => step(-1, false), free),
    command('slot-extend-next', 'Shift+ArrowDown', () => step(1, true), free),
    command('slot-extend-previous', 'Shift+ArrowUp', () => step(-1, true), free),
    command('select-all', 'Ctrl+A', () => actions.selectAll(), open),
    command(
      'slot-up',
      'Alt+ArrowUp',
      enqueue(() => actions.shift(-1)),
    ),
    command(
      'slot-down',
      'Alt+ArrowDown',
      enqueue(() => actions.shift(1)),
    ),
    command(
      'slot-longer',
      'Alt+ArrowRight',
      enqueue(() => actions.resize(preferences.step)),
    ),
    command(
      'slot-shorter',
      'Alt+ArrowLeft',
      enqueue(() => actions.resize(-preferences.step)),
    ),
    command('slot-insert', 'N', () => type(''), open),
    command('slot-insert-block', '/', () => type('/'), open),
    command('slot-rename', 'F2', rename),
    command('slot-rename-enter', 'Enter', rename, idle, 'slot-rename'),
    {
      ...command(
        'slot-pin',
        'P',
        enqueue(() => actions.pin()),
      ),
      now: () => (actions.allPinned() ? 'slot-unpin' : 'slot-pin-here'),
    },
    command(
      'slot-duplicate',
      'Ctrl+D',
      enqueue(() => actions.duplicate()),
    ),
    {
      ...command(
        'slot-divide',
        'D',
        enqueue(() => actions.divide()),
      ),
      now: () => 'slot-divide-here',
    },
    command(
      'slot-merge',
      'J',
      enqueue(() => actions.merge()),
      () => idle() && actions.mayMerge(),
    ),
    {
      ...command(
        'slot-tracks-toggle',
        'T',
        enqueue(() => actions.toggleTracks()),
        () => idle() && actions.mayHaveTracks(),
      ),
      now: () => (actions.isBlock() ? 'tracks-join' : 'slot-split'),
    },
    command('slot-kind', 'K', () => (dialogs.choosingKind = true), idle, 'slot-kind-choose'),
    command('slot-move', 'M', () => (dialogs.moved = navigation.slot)),
    command(
      'slot-delete',
      'Delete',
      enqueue(() => actions.remove()),
    ),
    command('slot-keep', 'B', () => actions.saveAsTemplate()),
    command('slot-menu', 'Shift+F10', () => dialogs.openMenuOfSelection()),
    command('slot-menu-key', 'ContextMenu', () => dialogs.openMenuOfSelection(), idle, 'slot-menu'),
    native('copy', 'Ctrl+C'),
    native('cut', 'Ctrl+X'),
    native('paste', 'Ctrl+V', open),
    command(
      'fixes-open',
      'W',
      () => axis.openFixes(),
      () => open() && axis.isMounted,
    ),
    command(
      'order-list',
      'L',
      () => {
        preferences.view = preferences.view === 'list' ? 'axis' : 'list';
        // The same slot keeps the focus.
        if (navigation.slot) selection.focus(navigation.slot);
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
      () => selection.clear(),
      () => navigation.selected !== null && !lifted(),
    ),
  ];
}
