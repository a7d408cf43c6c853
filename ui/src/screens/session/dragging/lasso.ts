/** A lasso over the axis: selects the slots inside it while it is drawn. */
import type { SlotId } from '../../../host/generated/types';
import type { Column } from '../axis/layout';
import type { Selection } from '../selection/selection.svelte';
import { slotsIn, type Target } from './targets';

export class Lasso {
  /** What stays selected outside of it. */
  readonly #kept: SlotId[];

  constructor(
    private readonly selection: Selection,
    private readonly columns: () => Column[],
    adds: boolean,
  ) {
    this.#kept = adds ? selection.slots() : [];
  }

  aimAt(target: Target | null): void {
    if (target?.type !== 'area') return;
    const caught = slotsIn(this.columns(), target).filter((id) => !this.#kept.includes(id));
    this.selection.set([...this.#kept, ...caught]);
  }

  restore(): void {
    this.selection.set(this.#kept);
  }
}
