/** Notices in the free band below the screen: problems, and what was deleted, imported, copied, saved or undone. */
import type { EditResult, Message, Problem } from '../host/generated/types';
import { capital, formatMessage, t } from '../i18n/i18n.svelte';
import { announce } from '../kit/announcer.svelte';

/** The button of a notice. */
export interface Action {
  label: string;
  /** The keys that do the same. */
  keys?: string;
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
  // Below a dialog it could neither be read nor reached: it waits until the dialog is closed.
  const end = () =>
    document.querySelector('dialog[open]') ? timers.set(id, setTimeout(end, stays)) : dismiss(id);
  timers.set(id, setTimeout(end, stays));
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

/** Shows where a file was saved, with a button that opens it. */
export function showSaved(path: string, open: () => void): void {
  showToast(t('saved-as', { path }), 'done', { label: t('open-file'), run: open });
}

/** Edits that change more than the screen shows, or what is elsewhere. */
const SHOWN =
  /^edit-(merge|restore-copy|return-to|return-to-start|delete-.+|duplicate-session|copy-programme|save-template)$/;

/** Those that have a text of their own; others are called as in the history. */
const WORDED = /^edit-(delete-.+|duplicate-session|copy-programme|save-template)$/;

function wording(label: Message): string {
  if (!WORDED.test(label.code)) return capital(formatMessage(label));
  return formatMessage({ ...label, code: `done-${label.code.slice('edit-'.length)}` });
}

/**
 * Shows a notice after undo and redo, which may change anything, and after imports, deletions and copies, with a
 * button to undo them. Other edits are visible where they happen.
 */
export function showDone(
  outcome: EditResult,
  how: 'edit' | 'undo' | 'redo',
  undo: (outcome: EditResult) => void,
): void {
  const { label } = outcome;
  if (!label) return;
  // Undo reverts the last edit, so older offers would revert the wrong one.
  list.filter(({ action }) => action?.keys).forEach(({ id }) => dismiss(id));
  // A notice is announced when it appears.
  if (how !== 'edit') showToast(t(`${how}-done`, { what: formatMessage(label) }));
  else if (SHOWN.test(label.code)) {
    const action = { label: t('command-undo'), keys: 'Ctrl Z', run: () => undo(outcome) };
    showToast(wording(label), 'done', action);
  } else announce(capital(formatMessage(label)));
}
