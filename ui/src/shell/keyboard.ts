/** Keys of the whole window: they look up the list of commands, and leave fields alone. */
import { isWriting, type Command } from '../commands/commands.svelte';
import type { Desk } from '../state/context';

/** A plain key in a field is a letter; selecting, copying and undoing in a field are the field's own. */
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

export function handleKey(desk: Desk, event: KeyboardEvent): void {
  if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
  const command = desk.commands.of(event);
  if (!command) return;
  if (isWriting(event) && !reachesFields(command, event)) return;
  if (isPressing(event)) return;
  event.preventDefault();
  command.run();
}
