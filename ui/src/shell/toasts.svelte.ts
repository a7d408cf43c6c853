/** Notices at the foot of the window: problems, and what was imported, deleted or undone. */
import type { EditResult, Problem } from '../host/generated/types';
import { capital, formatMessage, t } from '../i18n/i18n.svelte';
import { announce } from '../kit/announcer.svelte';

/** The button of a notice. */
export interface Action {
  label: string;
  run: () => void;
}

export interface Toast {
  id: number;
  text: string;
  kind: 'problem' | 'done';
  action: Action | null;
}

let list = $state<Toast[]>([]);
let last = 0;

export function toasts(): Toast[] {
  return list;
}

export function dismiss(id: number): void {
  hold(id);
  list = list.filter((toast) => toast.id !== id);
}

/** How long a notice is shown, in milliseconds; longer with an action, which has to be reached. */
const STAYS = 5000;
const STAYS_TO_ACT = 12_000;

// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing is drawn from it
const timers = new Map<number, ReturnType<typeof setTimeout>>();

/** Keeps a notice while it is hovered or has the focus. */
export function hold(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
}

/** Starts the timer that closes a notice. A problem stays until it is closed. */
export function release({ id, kind, action }: Toast): void {
  hold(id);
  if (kind === 'problem') return;
  const stays = action ? STAYS_TO_ACT : STAYS;
  timers.set(
    id,
    setTimeout(() => dismiss(id), stays),
  );
}

/** How many notices are shown. All problems are. */
const MOST = 3;

export function showToast(
  text: string,
  kind: Toast['kind'] = 'done',
  action: Action | null = null,
): void {
  const id = ++last;
  // The same text is not shown twice.
  const others = list.filter((toast) => toast.text !== text || toast.kind !== kind);
  const problems = others.filter((toast) => toast.kind === 'problem').length;
  const done = others
    .filter((toast) => toast.kind === 'done')
    .slice(-Math.max(0, MOST - 1 - problems));
  const toast = { id, text, kind, action };
  list = [...others.filter((toast) => toast.kind === 'problem' || done.includes(toast)), toast];
  release(toast);
}

export function showProblem(problem: Problem): void {
  showToast(formatMessage(problem.message), 'problem');
}

/** Edits that change more than the screen shows. */
const UNDOABLE = /^edit-(merge|restore-copy|return-to|return-to-start|delete-.+)$/;

/**
 * Shows a notice after undo and redo, which may change anything, and after imports and deletions, with a button
 * to undo them. Other edits are visible where they happen.
 */
export function showDone(
  outcome: EditResult,
  how: 'edit' | 'undo' | 'redo',
  undo: (outcome: EditResult) => void,
): void {
  if (!outcome.label) return;
  const what = formatMessage(outcome.label);
  // Undo reverts the last edit, so older offers would revert the wrong one.
  list.filter(({ action }) => action).forEach(({ id }) => dismiss(id));
  // A notice is announced when it appears.
  if (how !== 'edit') showToast(t(`${how}-done`, { what }));
  else if (UNDOABLE.test(outcome.label.code)) {
    const action = { label: t('command-undo'), run: () => undo(outcome) };
    showToast(capital(what), 'done', action);
  } else announce(capital(what));
}
