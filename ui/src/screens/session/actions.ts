/** The actions on the selected slots. Each is one edit, undone in one step. */
import type {
  DayId,
  DayView,
  Edit,
  Kind,
  Slot,
  SlotField,
  SlotId,
} from '../../host/generated/types';
import { newId } from '../../state/ids';
import type { Plan } from '../../state/plan.svelte';
import { preferences } from '../../state/preferences.svelte';
import type { Block } from './palette/blocks';
import { copiedSlots, type InsertPoint } from './clipboard/clipboard';
import type { AxisView } from './axis/axis-view';
import type { Dialogs } from './menus/dialogs.svelte';
import type { Selection } from './selection/selection.svelte';
import { batch, insertEdit, moveEdit } from './dragging/edits';
import {
  readingOrder,
  withoutNested,
  siblingsIn,
  dayOf,
  slotAndNext,
  timedOf,
} from './selection/queries';
import { placeOf, places, sameTarget } from './dragging/targets';
import { minutes } from '../../time/units';

export class SlotActions {
  constructor(
    private readonly plan: Plan,
    private readonly selection: Selection,
    private readonly axis: AxisView,
    private readonly dialogs: Dialogs,
  ) {}

  /** Applies edits as one, and focuses a slot. Returns whether they were applied. */
  async #apply(edits: Edit[], focus: SlotId | null): Promise<boolean> {
    if (edits.length === 0) return false;
    const done = await this.plan.apply(batch(edits));
    if (focus) this.selection.focus(focus);
    return done !== null;
  }

  get #current(): SlotId | null {
    return this.selection.last();
  }

  /** Moves one place up or down, also into and out of tracks and days. */
  async shift(by: number): Promise<void> {
    const selected = this.selection.slots();
    const last = selected.at(-1);
    if (!last) return;
    const columns = this.axis.columns();
    const isBlock = selected.some((id) => (timedOf(this.plan.session, id)?.tracks.length ?? 0) > 0);
    const all = places(columns, selected, isBlock);
    const now = placeOf(columns, last);
    const at = now ? all.findIndex((place) => sameTarget(place, now)) : -1;
    const target = all[at + by];
    if (at < 0 || target?.type !== 'place') return;
    await this.#apply([moveEdit(selected, target.parent, target.before, null)], this.#current);
  }

  async resize(by: number): Promise<void> {
    const edits = this.selection.slots().flatMap((slot): Edit[] => {
      const timed = timedOf(this.plan.session, slot);
      return timed
        ? [
            {
              type: 'resizeSlot',
              slot,
              minutes: minutes(Math.max(0, timed.end - timed.start + by)),
            },
          ]
        : [];
    });
    await this.#apply(edits, this.#current);
  }

  #slots(): Slot[] {
    return this.selection.slots().flatMap((id) => slotAndNext(this.plan.session, id)?.slot ?? []);
  }

  allPinned(): boolean {
    return this.#slots().every((slot) => slot.pin !== null);
  }

  /** Whether the last selected slot has tracks. */
  isBlock(): boolean {
    return (timedOf(this.plan.session, this.#current)?.tracks.length ?? 0) > 0;
  }

  /** Whether the last selected slot may have tracks: a slot in a track may not. */
  mayHaveTracks(): boolean {
    return slotAndNext(this.plan.session, this.#current)?.slot.parent.type === 'day';
  }

  /** Pins all at their times; unpins all when all are pinned. */
  async pin(): Promise<void> {
    const slots = this.#slots();
    const free = this.allPinned();
    const edits = slots
      .filter((slot) => free || slot.pin === null)
      .map((slot): Edit => ({
        type: 'pinSlot',
        slot: slot.id,
        at: free ? null : (timedOf(this.plan.session, slot.id)?.start ?? null),
      }));
    await this.#apply(edits, this.#current);
  }

  /** Sets a field of each slot. */
  async set(field: SlotField): Promise<void> {
    const edits = this.selection.slots().map((slot): Edit => ({ type: 'setSlot', slot, field }));
    await this.#apply(edits, this.#current);
  }

  setKind(kind: Kind): Promise<void> {
    return this.set({ name: 'kind', value: kind });
  }

  /** Deletes them. The next slot, else the previous one, is selected. */
  async remove(): Promise<void> {
    const selected = this.selection.slots();
    const order = readingOrder(this.plan.session);
    const last = selected.at(-1);
    if (!last) return;
    /** Whether a slot is not in the tracks of a selected block. */
    const stays = (id: SlotId) => withoutNested(this.plan.session, [...selected, id]).at(-1) === id;
    const other = (id: SlotId) => !selected.includes(id) && stays(id);
    const after = order.slice(order.indexOf(last) + 1).find(other);
    const before = order.slice(0, order.indexOf(last)).findLast(other);
    const edits = selected.map((slot): Edit => ({ type: 'deleteSlot', slot }));
    const next = after ?? before ?? null;
    const done = await this.#apply(edits, next);
    if (!done) return;
    if (next) this.selection.select(next);
    else this.selection.clear();
  }

  /** Inserts copies after the last one. */
  async duplicate(): Promise<void> {
    const selected = this.selection.slots();
    const last = slotAndNext(this.plan.session, selected.at(-1) ?? null);
    if (!last) return;
    const text = JSON.stringify(copiedSlots(this.plan.session, selected));
    const specs = await this.plan.request('copied_slots', { text });
    if (!specs) return;
    const slots = specs.map((spec) => ({ id: newId(), spec }));
    const edit: Edit = {
      type: 'insertSlots',
      parent: last.slot.parent,
      before: last.next?.id ?? null,
      slots,
    };
    const ids = slots.map((slot) => slot.id);
    if (await this.#apply([edit], ids.at(-1) ?? null)) this.selection.set(ids);
  }

  /** Divides in two at the mouse; in the middle when the mouse is elsewhere. */
  async divide(): Promise<void> {
    const id = this.#current;
    const timed = timedOf(this.plan.session, id);
    if (!id || !timed) return;
    const { start, end } = timed;
    const wanted = start + (end - start) * (this.axis.shareAbovePointer(id) ?? 0.5);
    const snapped = Math.round(wanted / preferences.step) * preferences.step;
    const at = snapped > start && snapped < end ? snapped : Math.round(wanted);
    if (at <= start || at >= end) return;
    const second = newId();
    const edit: Edit = { type: 'divideSlot', slot: id, id: second, minutes: minutes(at - start) };
    if (await this.#apply([edit], second)) this.selection.select(second);
  }

  /** Whether the selected slots follow each other; of a single one, whether another follows. */
  mayMerge(): boolean {
    const selected = this.selection.slots();
    const next = (id: SlotId) => slotAndNext(this.plan.session, id)?.next?.id;
    const [first, ...others] = selected;
    if (!first) return false;
    if (others.length === 0) return next(first) !== undefined;
    return others.every((id, at) => next(selected[at] ?? first) === id);
  }

  /** Merges the selected slots; a single one with the next. */
  async merge(): Promise<void> {
    const selected = this.selection.slots();
    const [first] = selected;
    if (!first || !this.mayMerge()) return;
    const times = Math.max(1, selected.length - 1);
    const edits = Array.from({ length: times }, (): Edit => ({ type: 'mergeSlots', slot: first }));
    if (await this.#apply(edits, first)) this.selection.select(first);
  }

  /** Splits a slot into tracks, or joins the tracks it has. */
  async toggleTracks(): Promise<void> {
    const slot = this.#current;
    if (!slot) return;
    await (this.isBlock() ? this.join(slot) : this.split(slot, 2));
  }

  async split(slot: SlotId, tracks: number): Promise<void> {
    const ids = Array.from({ length: tracks }, newId);
    await this.#apply([{ type: 'splitSlot', slot, tracks: ids }], slot);
  }

  /** Joins tracks. Their slots replace the block, and are selected. */
  async join(slot: SlotId): Promise<void> {
    const tracks = timedOf(this.plan.session, slot)?.tracks ?? [];
    const inner = tracks.flatMap((track) => track.slots.map((one) => one.id));
    const first = inner[0] ?? slot;
    if (!(await this.#apply([{ type: 'joinTracks', slot }], first))) return;
    if (inner.length > 0) this.selection.set(inner, first);
  }

  /** Opens the dialog that names a template of the selected slots. */
  saveAsTemplate(): void {
    const slots = this.selection.slots();
    const title = slotAndNext(this.plan.session, slots[0] ?? null)?.slot.title ?? '';
    this.dialogs.template = { title, slots };
  }

  /** Saves slots as a template. A template of one slot is a block of the palette. */
  async saveTemplate(title: string, slots = this.selection.slots()): Promise<void> {
    await this.#apply([{ type: 'saveTemplate', id: newId(), title, slots }], this.#current);
  }

  /** Gives an empty day the running order of another one. Its first slot starts when the other's does. */
  async copyDay(from: DayView, into: DayId): Promise<void> {
    const ids = from.timed.slots.map((slot) => slot.id);
    const text = JSON.stringify(copiedSlots({ id: from.day.session, days: [from] }, ids));
    const specs = await this.plan.request('copied_slots', { text });
    if (!specs) return;
    const slots = specs.map((spec) => ({ id: newId(), spec }));
    const edits: Edit[] = [
      { type: 'setDayStart', day: into, start: from.timed.start },
      { type: 'insertSlots', parent: { type: 'day', id: into }, before: null, slots },
    ];
    const [first] = slots;
    if ((await this.#apply(edits, first?.id ?? null)) && first) this.selection.select(first.id);
  }

  /** Inserts a template: at a place, else after the selected slot, else at the end of the first day. */
  async applyTemplate(template: string, place = this.place()): Promise<void> {
    const found = this.plan.templates.find((one) => one.id === template);
    if (!place || !found) return;
    const slots = found.slots.map(newId);
    const { parent, before } = place;
    const edit: Edit = { type: 'applyTemplate', template, parent, before, slots };
    if (await this.#apply([edit], slots.at(-1) ?? null)) this.selection.set(slots);
  }

  /** Adds a block after the selected slot, else at the end of the first day, and edits its title. */
  async addBlock(block: Block): Promise<void> {
    const place = this.place();
    if (!place) return;
    const added = insertEdit(block, place.parent, place.before, null);
    if (!(await this.#apply([added.edit], null))) return;
    this.selection.select(added.id);
    this.dialogs.renaming = added.id;
  }

  /** Where new slots go: after the selected slot, else at the end of the first day. */
  place(): InsertPoint | null {
    const view = this.plan.session;
    const here = slotAndNext(view, this.#current);
    if (here) return { parent: here.slot.parent, before: here.next?.id ?? null };
    const day = view?.days[0];
    return day ? { parent: { type: 'day' as const, id: day.day.id }, before: null } : null;
  }

  /** Selects every slot of the day, or of the first one. */
  selectAll(): void {
    const day = dayOf(this.plan.session, this.#current) ?? this.plan.session?.days[0];
    if (!day) return;
    const slots = siblingsIn(day, { type: 'day', id: day.day.id });
    this.selection.set(slots.map((slot) => slot.id));
  }
}
