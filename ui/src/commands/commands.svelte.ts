/**
 * Every command of the window in one list: the palette, the table of keys and the key handler all
 * read it, so what one shows the others do.
 */
import { t } from '../i18n/i18n.svelte';

export interface Command {
  id: string;
  /** The message id of its name. */
  title: string;
  /** The message id of what it would do now, where that changes. */
  now?: () => string;
  /** The heading it stands under in the table of keys. */
  group: 'everywhere' | 'programme' | 'session' | 'board' | 'agenda' | 'print';
  /** Its key, such as `Ctrl+Z`, `?` or `Alt+ArrowUp`. */
  keys?: string;
  /** Whether it can be done now; always, when left out. */
  when?: () => boolean;
  /** The page answers its key by itself, as it does for copying and pasting. */
  native?: boolean;
  run: () => void;
}

export class CommandList {
  all = $state.raw<Command[]>([]);

  /** Adds commands; the answer takes them away again (call it when the screen goes). */
  register(commands: Command[]): () => void {
    this.all = [...this.all, ...commands];
    return () => {
      this.all = this.all.filter((command) => !commands.includes(command));
    };
  }

  /** The command of a key press, if one can be done now. */
  of(event: KeyboardEvent): Command | undefined {
    const pressed = keyName(event);
    return this.all.find(
      (command) => !command.native && command.keys === pressed && (command.when?.() ?? true),
    );
  }
}

/** Keys by another name than their code: those of a keyboard in the language of the window. */
const NAMED: Record<string, string> = {
  ' ': '␣',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Shift: 'key-shift',
  Enter: 'key-enter',
  Escape: 'key-escape',
  Delete: 'key-delete',
  ContextMenu: 'key-menu',
};

/** `Ctrl ↑`: a command's keys as they are shown. The plus that joins them is left out. */
export function keysOf(command: Pick<Command, 'keys'>): string {
  const shown = (key: string) => {
    const name = NAMED[key] ?? key;
    return name.startsWith('key-') ? t(name) : name;
  };
  return (command.keys ?? '')
    .split(/\+(?=.)/)
    .map(shown)
    .join(' ');
}

/** A key press as it is written in the list. */
export function keyName(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const shifted = event.shiftKey && (event.key.length > 1 || /[a-z]/i.test(event.key));
  return [
    event.ctrlKey || event.metaKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    shifted ? 'Shift' : '',
    key,
  ]
    .filter(Boolean)
    .join('+');
}

/** Whether a key press belongs to a field that is being written in. */
export function isWriting(event: KeyboardEvent): boolean {
  const target = event.target;
  // A box to tick and a choice among a few take the arrows and Space, and no letters.
  if (target instanceof HTMLInputElement && /^(radio|checkbox)$/.test(target.type)) {
    return event.key === ' ' || event.key.startsWith('Arrow');
  }
  return takesText(target);
}

/** Whether letters typed now would go into this element. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !/^(radio|checkbox|button)$/.test(target.type);
  return target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName);
}
