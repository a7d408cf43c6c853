/**
 * The command table: every command of the window. The palette, the list of keys, the menus and the key
 * handler read it.
 */
import { t } from '../i18n/i18n.svelte';

export interface Command {
  id: string;
  /** The message id of its name. */
  title: string;
  /** The message id of what it does now, where that depends on the state. */
  now?: () => string;
  /** Its group in the table of keys. */
  group: 'everywhere' | 'programme' | 'session' | 'board' | 'agenda' | 'print';
  /** Its key, such as `Ctrl+Z`, `?` or `Alt+ArrowUp`. */
  keys?: string;
  /** Whether it can run now. Default: always. */
  when?: () => boolean;
  /** The webview handles its key itself, as for copy and paste. */
  native?: boolean;
  run: () => void;
}

export class CommandList {
  all = $state.raw<Command[]>([]);

  /** Adds commands. Returns what removes them; a screen calls it when it is destroyed. */
  register(commands: Command[]): () => void {
    this.all = [...this.all, ...commands];
    return () => {
      this.all = this.all.filter((command) => !commands.includes(command));
    };
  }

  /** The command of a key press; none when it can not run now. */
  of(event: KeyboardEvent): Command | undefined {
    const pressed = keyName(event);
    return this.all.find(
      (command) => !command.native && command.keys === pressed && (command.when?.() ?? true),
    );
  }
}

/** Names of keys on a keyboard in the language of the window, where they differ from the code. */
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

/** A command's keys as shown, without the plus signs: `Ctrl ↑`. */
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

/** A key press as written in the command table. */
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

/** Whether a key press belongs to the field that has the focus. */
export function isWriting(event: KeyboardEvent): boolean {
  const target = event.target;
  // Check boxes and radio buttons take arrows and Space, but no letters.
  if (target instanceof HTMLInputElement && /^(radio|checkbox)$/.test(target.type)) {
    return event.key === ' ' || event.key.startsWith('Arrow');
  }
  return takesText(target);
}

/** Whether typed letters go into this element. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !/^(radio|checkbox|button)$/.test(target.type);
  return target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName);
}
