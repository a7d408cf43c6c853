/** The controllers of the session screen, by subject. Components get them by context. */
import { getContext, setContext } from 'svelte';

import type { Navigation } from '../../state/navigation.svelte';
import type { Plan } from '../../state/plan.svelte';
import { SlotActions } from './actions';
import { AxisView } from './axis/axis-view';
import { AxisDrag } from './dragging/axis-drag.svelte';
import { Dialogs } from './menus/dialogs.svelte';
import { PreviewRenderer } from './preview/preview-renderer.svelte';
import { Selection } from './selection/selection.svelte';

export interface SessionContext {
  selection: Selection;
  axis: AxisView;
  drag: AxisDrag;
  preview: PreviewRenderer;
  dialogs: Dialogs;
  actions: SlotActions;
}

const KEY = Symbol('session');

export function createSession(plan: Plan, navigation: Navigation): SessionContext {
  const selection = new Selection(plan, navigation);
  const axis = new AxisView(() => plan.session?.days ?? []);
  const preview: PreviewRenderer = new PreviewRenderer(plan, (retimed) => axis.reruled(retimed));
  const drag: AxisDrag = new AxisDrag(plan, axis, selection, preview);
  const dialogs = new Dialogs(selection, () => !drag.controller.isIdle);
  const actions = new SlotActions(plan, selection, axis, dialogs);
  return { selection, axis, drag, preview, dialogs, actions };
}

export function provideSession(context: SessionContext): SessionContext {
  return setContext(KEY, context);
}

export function useSession(): SessionContext {
  return getContext<SessionContext>(KEY);
}
