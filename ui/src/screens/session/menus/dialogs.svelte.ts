/** The dialogs, menus and in-place fields that are open on the session screen. */
import { takesText } from '../../../commands/commands.svelte';
import type { Point } from '../../../drag/reducer';
import type { Parent, SlotId } from '../../../host/generated/types';
import type { Selection } from '../selection/selection.svelte';
import { belowTop, contains } from './position';

/** A new slot that is being typed. */
export interface NewSlotDraft {
  parent: Parent;
  /** The slot it will precede; null at the end. */
  before: SlotId | null;
  /** The first text of the field. */
  text: string;
}

/** A template that has no name yet. */
export interface TemplateDraft {
  title: string;
  slots: SlotId[];
}

export class Dialogs {
  /** The slot whose title is being written in place. */
  renaming = $state<SlotId | null>(null);
  /** The slot that "Move to…" is open for. */
  moved = $state<SlotId | null>(null);
  newSlot = $state.raw<NewSlotDraft | null>(null);
  /** Whether the kind of the selected slots is being chosen. */
  choosingKind = $state(false);
  template = $state.raw<TemplateDraft | null>(null);
  /** Where on the screen the menu of slots is open. */
  menuAt = $state.raw<Point | null>(null);

  constructor(
    private readonly selection: Selection,
    private readonly isDragging: () => boolean,
  ) {}

  /** Opens the menu of a slot at the pointer, or at its card; outside of slots, that of the day. */
  openMenu(event: MouseEvent): void {
    const target = event.target as HTMLElement;
    if (takesText(target) || this.isDragging()) return;
    event.preventDefault();
    const card = target.closest<HTMLElement>('[data-slot]');
    const slot = card?.dataset.slot ?? null;
    if (slot === null) this.selection.clear();
    else if (!this.selection.has(slot)) this.selection.select(slot);
    const at = { x: event.clientX, y: event.clientY };
    const box = card?.getBoundingClientRect();
    this.menuAt = box && !contains(box, at) ? belowTop(box) : at;
  }

  /** Opens the menu of the current slot at its card or row. */
  openMenuOfSelection(): void {
    const card = document.querySelector(`[data-slot="${this.selection.current}"]`);
    if (card) this.menuAt = belowTop(card.getBoundingClientRect());
  }
}
