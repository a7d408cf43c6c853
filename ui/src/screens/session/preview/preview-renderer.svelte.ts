/** Shows the running orders as an edit would leave them: of a drag, or of a fix under the pointer. */
import type {
  Clock,
  Edit,
  Preview,
  SlotTimes,
  SessionView,
  SlotId,
} from '../../../host/generated/types';
import { Channel } from '../../../perf/channel.svelte';
import { completed } from '../../../state/patch/completed';
import { sharedSession } from '../../../state/patch/times';
import type { ShownPreview, Plan } from '../../../state/plan.svelte';
import { movedBoxes, type Reruled } from '../axis/layout';
import { timedOf } from '../selection/queries';
import { SlotBoxes } from './slot-boxes';

const NONE: SlotTimes[] = [];
const NO_RULERS: Reruled[] = [];

export class PreviewRenderer {
  /** The running orders, where the edit changes more of them than times; else null. */
  session = $state.raw<SessionView | null>(null);
  /** The slots that get other times, where nothing else changes. */
  readonly retimed = new Channel<SlotTimes[]>(NONE);
  /** Where these are shown. */
  readonly boxes = new SlotBoxes();
  /** The days with the rulers that go with these times; none while nothing is retimed. */
  readonly rulers = new Channel<Reruled[]>(NO_RULERS);
  #request = 0;

  constructor(
    private readonly plan: Plan,
    private readonly reruled: (retimed: SlotTimes[]) => Reruled[],
  ) {}

  /** Shows what an edit would do; with null, what is. A later call wins over an earlier answer. */
  async preview(edit: Edit | null): Promise<void> {
    if (!edit) return this.show(null);
    const request = ++this.#request;
    const [preview] = await this.plan.previews([edit]).catch(() => []);
    if (request === this.#request) this.show(preview ?? null);
  }

  /** Ignores the answer that `preview` still awaits. */
  cancelPending(): void {
    this.#request += 1;
  }

  /** Applies an edit that is shown. What is shown does not jump in between. */
  async commit(edit: Edit): Promise<void> {
    this.cancelPending();
    await this.plan.apply(edit, this.shownPreview());
  }

  /** What replaces the preview when the answer to its edit arrives. */
  shownPreview(release = () => this.show(null)): ShownPreview {
    return { session: this.session, release };
  }

  /** Shows a preview; with null, what is. An answer that is still awaited is not shown any more. */
  show(preview: Preview | null): void {
    this.#request += 1;
    const next = preview?.session ? completed(this.plan.session, preview.session) : null;
    // Shares the objects of what is shown wherever they are equal.
    this.session = next && sharedSession(this.session ?? this.plan.session, next);
    this.retimed.set(preview?.retimed ?? NONE);
    this.#moveBoxes();
  }

  /** Shows the same on an axis that was laid out again. */
  relayout(): void {
    if (this.retimed.current.length === 0) return;
    this.boxes.show([]);
    this.#moveBoxes();
  }

  #moveBoxes(): void {
    const retimed = this.retimed.current;
    const days = retimed.length > 0 ? this.reruled(retimed) : NO_RULERS;
    this.boxes.show(movedBoxes(days, retimed));
    if (days !== this.rulers.current) this.rulers.set(days);
  }

  /** When a slot starts in what is shown, in minutes since midnight. */
  startOf(id: SlotId | null): Clock | null {
    const own = this.retimed.current.find((one) => one.id === id);
    return (own ?? timedOf(this.session ?? this.plan.session, id))?.start ?? null;
  }
}
