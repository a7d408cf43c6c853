/** Short notices at the foot of the window: what went wrong, what undo took back. */
import type { Outcome, Problem } from '../host/generated/types';
import { capital, say, t } from '../i18n/i18n.svelte';
import { announce } from '../parts/live.svelte';
import type { Desk } from '../plan/context';

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

export function tell(text: string, kind: Toast['kind'] = 'done'): void {
  const id = ++last;
  list = [...list.slice(-2), { id, text, kind }];
  // A problem stays until it is read and closed.
  if (kind === 'done') setTimeout(() => dismiss(id), 5000);
}

export function tellProblem(problem: Problem): void {
  tell(say(problem.message), 'problem');
}

/** An edit is seen where it happens; undo and redo may happen anywhere, so they are told. */
export function tellDone(_desk: Desk, outcome: Outcome, how: 'edit' | 'undo' | 'redo'): void {
  if (!outcome.label) return;
  const what = say(outcome.label);
  announce(how === 'edit' ? capital(what) : t(`${how}-done`, { what }));
  if (how !== 'edit') tell(t(`${how}-done`, { what }));
}
