/** The key handler of the window. It leaves fields alone. */
import { isWriting, type Command } from '../commands/commands.svelte';
import type { AppContext } from '../state/context';

/** In a field, a plain key is a letter, and the field handles select, copy and undo itself. */
function reachesFields(command: Command, event: KeyboardEvent): boolean {
  const modified = event.ctrlKey || event.metaKey || event.altKey;
  const isOwn = command.id === 'undo' || command.id === 'redo';
  return modified && command.group === 'everywhere' && !isOwn;
}

/** Enter and Space on a button press it. */
function isPressing(event: KeyboardEvent): boolean {
  const target = event.target;
  return (
    (event.key === 'Enter' || event.key === ' ') &&
    target instanceof HTMLElement &&
    target.closest('button, a, summary') !== null
  );
}

/** In a popover, a plain key is for what is in it, and not for what is selected on the screen. */
function isInPopover({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && target.closest('[popover]') !== null;
}

export function handleKey(app: AppContext, event: KeyboardEvent): void {
  if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
  const command = app.commands.of(event);
  if (!command) return;
  if ((isWriting(event) || isInPopover(event)) && !reachesFields(command, event)) return;
  if (isPressing(event)) return;
  event.preventDefault();
  command.run();
}
