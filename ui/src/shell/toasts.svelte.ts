/** Short notices at the foot of the window: what went wrong, what was imported, deleted or undone. */
import type { Outcome, Problem } from '../host/generated/types';
import { capital, say, t } from '../i18n/i18n.svelte';
import { announce } from '../kit/announcer.svelte';

/** What can be done about a notice. */
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

/** How long a notice stays, in milliseconds; one with an action has to be reached. */
const STAYS = 5000;
const STAYS_TO_ACT = 12_000;

// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing is drawn from it
const timers = new Map<number, ReturnType<typeof setTimeout>>();

/** Keeps a notice while somebody reads it or is about to act on it. */
export function hold(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
}

/** Lets a notice go in its time. A problem stays until it is read and closed. */
export function release({ id, kind, action }: Toast): void {
  hold(id);
  if (kind === 'problem') return;
  const stays = action ? STAYS_TO_ACT : STAYS;
  timers.set(
    id,
    setTimeout(() => dismiss(id), stays),
  );
}

/** How many notices are shown; problems are shown however many there are. */
const MOST = 3;

export function tell(
  text: string,
  kind: Toast['kind'] = 'done',
  action: Action | null = null,
): void {
  const id = ++last;
  // The same again is not worth a second notice.
  const others = list.filter((toast) => toast.text !== text || toast.kind !== kind);
  const problems = others.filter((toast) => toast.kind === 'problem').length;
  const done = others
    .filter((toast) => toast.kind === 'done')
    .slice(-Math.max(0, MOST - 1 - problems));
  const toast = { id, text, kind, action };
  list = [...others.filter((toast) => toast.kind === 'problem' || done.includes(toast)), toast];
  release(toast);
}

export function tellProblem(problem: Problem): void {
  tell(say(problem.message), 'problem');
}

/** Edits that take away or bring in more than the eye sees where they happen. */
const UNDOABLE = /^edit-(merge|restore-copy|delete-.+)$/;

/**
 * An edit is seen where it happens; undo and redo may happen anywhere, so they are told. So are imports and
 * deletions, with the way back.
 */
export function tellDone(
  outcome: Outcome,
  how: 'edit' | 'undo' | 'redo',
  undo: (outcome: Outcome) => void,
): void {
  if (!outcome.label) return;
  const what = say(outcome.label);
  // Undo is the last edit's: what was offered before would take this one back.
  list.filter(({ action }) => action).forEach(({ id }) => dismiss(id));
  // A notice is announced as it appears.
  if (how !== 'edit') tell(t(`${how}-done`, { what }));
  else if (UNDOABLE.test(outcome.label.code)) {
    const action = { label: t('command-undo'), run: () => undo(outcome) };
    tell(capital(what), 'done', action);
  } else announce(capital(what));
}
