/** Keys of the whole window: they look up the list of commands, and leave fields alone. */
import { isWriting } from '../plan/commands.svelte';
import type { Desk } from '../plan/context';

export function handleKey(desk: Desk, event: KeyboardEvent): void {
  if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
  const command = desk.commands.of(event);
  if (!command) return;
  // A plain key in a field is a letter; undo in a field is the field's own.
  const modified = event.ctrlKey || event.metaKey || event.altKey;
  if (isWriting(event) && (!modified || command.id === 'undo' || command.id === 'redo')) return;
  event.preventDefault();
  command.run();
}
