/** Short notices at the foot of the window: what went wrong, what undo took back. */
import type { Outcome, Problem } from '../host/generated/types';
import { capital, say, t } from '../i18n/i18n.svelte';
import { announce } from '../parts/live.svelte';

export interface Toast {
  id: number;
  text: string;
  kind: 'problem' | 'done';
}

let list = $state<Toast[]>([]);
let last = 0;

export function toasts(): Toast[] {
  return list;
}

export function dismiss(id: number): void {
  list = list.filter((toast) => toast.id !== id);
}

/** How many notices are shown; problems are shown however many there are. */
const MOST = 3;

export function tell(text: string, kind: Toast['kind'] = 'done'): void {
  const id = ++last;
  // The same again is not worth a second notice.
  const others = list.filter((toast) => toast.text !== text || toast.kind !== kind);
  const problems = others.filter((toast) => toast.kind === 'problem').length;
  const done = others
    .filter((toast) => toast.kind === 'done')
    .slice(-Math.max(0, MOST - 1 - problems));
  list = [
    ...others.filter((toast) => toast.kind === 'problem' || done.includes(toast)),
    { id, text, kind },
  ];
  // A problem stays until it is read and closed.
  if (kind === 'done') setTimeout(() => dismiss(id), 5000);
}

export function tellProblem(problem: Problem): void {
  tell(say(problem.message), 'problem');
}

/** An edit is seen where it happens; undo and redo may happen anywhere, so they are told. */
export function tellDone(outcome: Outcome, how: 'edit' | 'undo' | 'redo'): void {
  if (!outcome.label) return;
  const what = say(outcome.label);
  // A notice is announced as it appears.
  if (how === 'edit') announce(capital(what));
  else tell(t(`${how}-done`, { what }));
}
