/** The selected slots. The last of them is also where the screen is (`Navigation`). */
import { untrack } from 'svelte';

import { takesText } from '../../../commands/commands.svelte';
import type { SlotId } from '../../../host/generated/types';
import type { Navigation } from '../../../state/navigation.svelte';
import type { Plan } from '../../../state/plan.svelte';
import { readingOrder, withoutNested } from './queries';

export class Selection {
  /** Every selected slot, when there are several; else empty. */
  several = $state.raw<SlotId[]>([]);
  /** Where a range of selected slots began. */
  #anchor: SlotId | null = null;

  constructor(
    private readonly plan: Plan,
    private readonly navigation: Navigation,
  ) {}

  /** The slot that the inspector shows. */
  get current(): SlotId | null {
    return this.navigation.slot;
  }

  /** What a command acts on, in the order of the day. A block includes its slots. */
  slots(): SlotId[] {
    const one = this.navigation.slot;
    if (this.several.length === 0) return one ? [one] : [];
    const all = readingOrder(this.plan.session).filter((id) => this.several.includes(id));
    return withoutNested(this.plan.session, all);
  }

  /** The last selected slot, which keeps the keyboard. */
  last(): SlotId | null {
    return this.slots().at(-1) ?? null;
  }

  has(slot: SlotId): boolean {
    return this.several.length > 0 ? this.several.includes(slot) : this.navigation.slot === slot;
  }

  /** Selects one slot and nothing else. */
  select(slot: SlotId): void {
    this.#anchor = slot;
    this.several = [];
    this.navigation.select({ type: 'slot', id: slot });
  }

  /** Adds a slot to the selection, or removes it. */
  toggle(slot: SlotId): void {
    const slots = this.slots();
    const next = slots.includes(slot) ? slots.filter((one) => one !== slot) : [...slots, slot];
    this.set(next, next.includes(slot) ? slot : (next.at(-1) ?? null));
  }

  /** Selects every slot from where the selection began to this one. */
  extendTo(slot: SlotId): void {
    const order = readingOrder(this.plan.session);
    const from = order.indexOf(this.#anchor ?? this.navigation.slot ?? slot);
    const to = order.indexOf(slot);
    if (from < 0 || to < 0) return this.select(slot);
    const anchor = this.#anchor ?? this.navigation.slot;
    this.set(order.slice(Math.min(from, to), Math.max(from, to) + 1), slot);
    this.#anchor = anchor;
  }

  /** Selects these slots. `current` is the one that the inspector shows. */
  set(slots: SlotId[], current: SlotId | null = slots.at(-1) ?? null): void {
    this.#anchor = current && (this.#anchor ?? current);
    this.several = slots.length > 1 ? slots : [];
    this.navigation.select(current ? { type: 'slot', id: current } : null);
  }

  clear(): void {
    this.set([], null);
  }

  /**
   * Removes slots that no longer exist: an undo, or another window, may have deleted a selected one. The
   * slot that has the keyboard is selected instead, so that keys never act on something invisible.
   */
  prune(existing: SlotId[]): void {
    const exists = (slot: SlotId) => existing.includes(slot);
    const current = untrack(() => this.navigation.slot);
    const several = untrack(() => this.several);
    if (this.#anchor && !exists(this.#anchor)) this.#anchor = null;
    if (!several.every(exists)) this.several = several.filter(exists);
    if (current === null || exists(current)) return;
    const focused = document.activeElement?.getAttribute('data-slot') ?? null;
    this.navigation.select(focused && exists(focused) ? { type: 'slot', id: focused } : null);
  }

  /**
   * Focuses a slot's card, or row, once it is drawn. If the user has started to write, or has selected
   * another slot by then, the focus stays where it is: an answer never takes the keyboard away.
   */
  focus(slot: SlotId): void {
    requestAnimationFrame(() => {
      const { current } = this;
      if (takesText(document.activeElement) || (current !== null && !this.has(slot))) return;
      document.querySelector<HTMLElement>(`[data-slot="${slot}"]`)?.focus();
    });
  }
}

/** Commits the field that has the focus: it may disappear with the old selection, and its text with it. */
export function commitFocusedField(): void {
  const focused = document.activeElement;
  if (focused instanceof HTMLElement && takesText(focused)) focused.blur();
}
