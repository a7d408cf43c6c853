/** The session screen's own state: the drag under way, what is chosen, what is being typed or tried. */
import { untrack } from 'svelte';

import { DragKernel } from '../../drag/kernel';
import type { Drag, Point } from '../../drag/reducer';
import type { DayView, Edit, Finding, SlotId } from '../../host/generated/types';
import { capital, say, t, time } from '../../i18n/i18n.svelte';
import { announce, announceAtRest, announceNoMore } from '../../kit/announcer.svelte';
import { Told } from '../../perf/channel.svelte';
import { takesText } from '../../commands/commands.svelte';
import type { Plan } from '../../state/plan.svelte';
import type { Navigation } from '../../state/navigation.svelte';
import { SlotActions } from './actions';
import { Ahead } from './preview/preview.svelte';
import { editOf } from './dragging/edits';
import { orderOf, outermost } from './selection/queries';
import { endOf, layOut, scaleOf } from './axis/layout';
import { Prospects, type Prospect } from './preview/preview-cache';
import {
  around,
  resolve,
  sameTarget,
  slotsIn,
  type Column,
  type Item,
  type Target,
} from './dragging/targets';

/** Where a new slot is being typed. */
export interface Typing {
  parent: Extract<Target, { type: 'place' }>['parent'];
  before: SlotId | null;
  /** What stands in the field at first. */
  text: string;
}

/** A drag, without where it has come to. */
type Dragging = Extract<Drag<Item, Target>, { phase: 'dragging' }>;
type Begun = Exclude<Drag<Item, Target>, Dragging> | Omit<Dragging, 'at' | 'target'>;

/** What a drop would come to. */
export interface Aimed {
  target: Target;
  /** When what is dragged would start, in minutes since midnight; where it was before as long as that is not
   *  known, and null for what is new. */
  start: number | null;
}

/** Where the axis is on the screen. */
export interface Ground {
  /** What of it can be seen. */
  box: DOMRect;
  columns: Column[];
  /** A point of the screen as one of the axis, scrolled or not. */
  toAxis: (at: Point) => Point;
}

export class SessionDesk {
  /** The drag as it began; where it has come to since is told by `held` and `aimed`. */
  drag = $state.raw<Begun>({ phase: 'idle' });
  /** Where the pointer is that drags. */
  readonly held = new Told<Point>({ x: 0, y: 0 });
  /** What a drop there would come to; null where nothing can be dropped, undefined until something is aimed at. */
  readonly aimed = new Told<Aimed | null | undefined>(undefined);
  /** What a drop, or a way out that is tried, would do; shown in the place of what is. */
  readonly ahead: Ahead;
  /** The gravest trouble that the drop would bring; null when it would bring none. */
  trouble = $state.raw<Finding | null>(null);
  /** The slot a drag is about, also while the drop is being written. */
  moving = $state<SlotId | null>(null);
  /** The slot whose title is being written in place. */
  renaming = $state<SlotId | null>(null);
  /** The slot to choose a place for in a dialog. */
  placing = $state<SlotId | null>(null);
  /** Where a new slot is being typed. */
  typing = $state.raw<Typing | null>(null);
  /** Whether the kind of what is chosen is being chosen. */
  choosingKind = $state(false);
  /** What is to be kept as a template, once it has a name. */
  keeping = $state.raw<{ title: string; slots: SlotId[] } | null>(null);
  /** Where on the screen the menu of what can be done is open. */
  menuAt = $state.raw<Point | null>(null);
  /** Opens the ways out of the first trouble shown; set by the axis. */
  openWays: () => void = () => undefined;
  /** Every slot that is chosen, when there are several. */
  marked = $state.raw<SlotId[]>([]);
  readonly kernel: DragKernel<Item, Target>;
  readonly actions: SlotActions;

  /** Where the mouse is on the screen, while it is over the axis. */
  pointer: Point | null = null;
  /** Measures where the axis is; set by it. */
  ground: () => Ground | null = () => null;
  scroller: () => HTMLElement | null = () => null;

  /** The edit aimed at, kept so that what is dropped is what was shown. */
  #edit: Edit | null = null;
  /** What drops near the pointer would do, at the revision of the store that was shown then. */
  #prospects: Prospects | null = null;
  #seen: number | null = null;
  /** Measured once a drag, and anew when the axis changes under it. */
  #ground: Ground | null = null;
  #asked = 0;
  /** Where a stretch of chosen slots began. */
  #anchor: SlotId | null = null;
  /** What was chosen before a lasso was thrown. */
  #before: SlotId[] = [];

  constructor(
    private readonly plan: Plan,
    private readonly navigation: Navigation,
  ) {
    this.actions = new SlotActions(this, plan);
    this.ahead = new Ahead(plan, () =>
      (this.#ground?.columns ?? this.columns()).map((column) => column.layout),
    );
    this.kernel = new DragKernel<Item, Target>(
      {
        resolve: (item, at, modifiers) => {
          this.#ground ??= this.ground();
          if (!this.#ground) return null;
          const { box, columns, toAxis } = this.#ground;
          const anywhere = item.type === 'edge' || item.type === 'lasso';
          if (!anywhere && !inside(box, at)) return null;
          return resolve(columns, item, toAxis(at), modifiers);
        },
        same: sameTarget,
      },
      {
        onState: (drag) => this.#follow(drag),
        onBegin: (item) => this.#begin(item),
        onAim: (item, target) => this.#aim(item, target),
        onDrop: (item) => void this.#drop(item),
        onRestore: (item) => this.#restore(item),
        onClick: (item) => this.#click(item),
      },
      () => this.scroller(),
    );
  }

  /** Each day's column, measured now; in the list, as an axis would have them. */
  columns(): Column[] {
    return this.ground()?.columns ?? (this.plan.session?.days ?? []).map(unseen);
  }

  /** Whether there is an axis to drag over. */
  get hasAxis(): boolean {
    return this.scroller() !== null;
  }

  /** Takes in that the axis was laid out anew: by another zoom, or since another window wrote. */
  measureAnew(): void {
    this.#ground = null;
    this.ahead.placeAnew();
  }

  /** Chooses one slot and nothing else. */
  select(slot: SlotId): void {
    this.#anchor = slot;
    this.marked = [];
    this.navigation.select({ type: 'slot', id: slot });
  }

  /** Writes what is being written: its field may go with the old choice, and the text with it. */
  leaveField(): void {
    const writing = document.activeElement;
    if (writing instanceof HTMLElement && takesText(writing)) writing.blur();
  }

  /** Chooses one more slot, or one less. */
  toggle(slot: SlotId): void {
    const chosen = this.chosen();
    const next = chosen.includes(slot) ? chosen.filter((one) => one !== slot) : [...chosen, slot];
    this.mark(next, next.includes(slot) ? slot : (next.at(-1) ?? null));
  }

  /** Chooses every slot from where the choice began to this one. */
  extend(slot: SlotId): void {
    const order = orderOf(this.plan.session);
    const from = order.indexOf(this.#anchor ?? this.navigation.slot ?? slot);
    const to = order.indexOf(slot);
    if (from < 0 || to < 0) return this.select(slot);
    const anchor = this.#anchor ?? this.navigation.slot;
    this.mark(order.slice(Math.min(from, to), Math.max(from, to) + 1), slot);
    this.#anchor = anchor;
  }

  /** Chooses these; `current` is the one the inspector shows. */
  mark(slots: SlotId[], current: SlotId | null = slots.at(-1) ?? null): void {
    this.#anchor = current && (this.#anchor ?? current);
    this.marked = slots.length > 1 ? slots : [];
    this.navigation.select(current ? { type: 'slot', id: current } : null);
  }

  /** What a command is about, in the order of the day; a block stands for all that is in it. */
  chosen(): SlotId[] {
    const one = this.navigation.slot;
    if (this.marked.length === 0) return one ? [one] : [];
    const all = orderOf(this.plan.session).filter((id) => this.marked.includes(id));
    return outermost(this.plan.session, all);
  }

  isChosen(slot: SlotId): boolean {
    return this.marked.length > 0 ? this.marked.includes(slot) : this.navigation.slot === slot;
  }

  /**
   * Lets go of what is no more: an undo, or another window, may have taken a chosen slot away. The slot
   * that has the keyboard is chosen then, so that keys never speak of something that can't be seen.
   */
  keepToWhatIs(slots: SlotId[]): void {
    const there = (slot: SlotId) => slots.includes(slot);
    const current = untrack(() => this.navigation.slot);
    const marked = untrack(() => this.marked);
    if (this.#anchor && !there(this.#anchor)) this.#anchor = null;
    if (!marked.every(there)) {
      this.marked = marked.filter(there);
    }
    if (current === null || there(current)) return;
    const held = document.activeElement?.getAttribute('data-slot') ?? null;
    this.navigation.select(held && there(held) ? { type: 'slot', id: held } : null);
  }

  /**
   * Gives the keyboard to a slot's card, or row, once it is drawn; unless the organiser has gone on to
   * write, or to another slot, by then: an edit's answer takes nothing out of the hand.
   */
  focus(slot: SlotId): void {
    requestAnimationFrame(() => {
      const current = this.navigation.slot;
      if (takesText(document.activeElement) || (current !== null && !this.isChosen(slot))) return;
      document.querySelector<HTMLElement>(`[data-slot="${slot}"]`)?.focus();
    });
  }

  /** Opens the menu of a slot, by the other mouse button or by keys; beside the slots, that of the day. */
  openMenu(event: MouseEvent): void {
    const target = event.target as HTMLElement;
    if (takesText(target) || this.drag.phase !== 'idle') return;
    event.preventDefault();
    const card = target.closest<HTMLElement>('[data-slot]');
    const slot = card?.dataset.slot ?? null;
    if (slot === null) this.mark([], null);
    else if (!this.isChosen(slot)) this.select(slot);
    const at = { x: event.clientX, y: event.clientY };
    const box = card?.getBoundingClientRect();
    this.menuAt = box && !inside(box, at) ? below(box) : at;
  }

  /** Opens the menu of the chosen slot, at its card or row. */
  openMenuOfChosen(): void {
    const card = document.querySelector(`[data-slot="${this.navigation.slot}"]`);
    if (card) this.menuAt = below(card.getBoundingClientRect());
  }

  /** How much of a slot's height is above the mouse, from 0 to 1; null when it is elsewhere. */
  abovePointer(slot: SlotId): number | null {
    const card = document.querySelector(`[data-slot="${slot}"]`)?.getBoundingClientRect();
    if (!card || !this.pointer || !inside(card, this.pointer)) return null;
    return (this.pointer.y - card.top) / card.height;
  }

  /** Shows what an edit would do, until it is told to forget it (null). */
  async tryOut(edit: Edit | null): Promise<void> {
    const asked = ++this.#asked;
    if (!edit) return this.ahead.show(null);
    try {
      const [preview] = await this.plan.previews([edit]);
      if (asked === this.#asked) this.ahead.show(preview ?? null);
    } catch {
      if (asked === this.#asked) this.ahead.show(null);
    }
  }

  /** Carries out an edit that was tried; what is shown does not jump in between. */
  async take(edit: Edit): Promise<void> {
    this.#asked += 1;
    await this.plan.apply(edit, {
      session: this.ahead.session,
      letGo: () => this.ahead.show(null),
    });
  }

  #follow(next: Drag<Item, Target>): void {
    if (next.phase === 'dragging') this.held.tell(next.at);
    if (next.phase !== this.drag.phase) this.drag = next;
    if (next.phase === 'idle') {
      this.#prospects = null;
      this.#ground = null;
      this.aimed.tell(undefined);
      this.trouble = null;
    }
  }

  #click(item: Item): void {
    if (item.type === 'slot' || item.type === 'edge') this.select(item.id);
    else if (item.type === 'lasso') this.mark([]);
  }

  #begin(item: Item): void {
    if (item.type === 'lasso') {
      this.#before = item.adds ? this.chosen() : [];
    } else if (item.type !== 'new') {
      this.moving = item.id;
      if (!this.isChosen(item.id)) this.select(item.id);
      announce(t('drag-lifted', { title: item.title }));
    }
  }

  #aim(item: Item, target: Target | null): void {
    const asked = ++this.#asked;
    if (target?.type === 'area') {
      const caught = slotsIn(this.#ground?.columns ?? [], target);
      this.mark([...this.#before, ...caught.filter((id) => !this.#before.includes(id))]);
      return;
    }
    const prospects = this.#prospectsOf(item);
    const aim = target && prospects.of(target);
    this.#edit = aim?.edit ?? null;
    if (aim?.preview !== undefined || !aim) return this.#show(item, aim);
    this.trouble = null;
    this.aimed.tell({
      target: aim.target,
      start: this.aimed.current?.start ?? this.ahead.startOf(this.moving),
    });
    const answered = () => {
      if (asked !== this.#asked || this.drag.phase !== 'dragging') return;
      if (this.#prospectsOf(item) === prospects) this.#show(item, aim);
      else this.#aim(item, target);
    };
    prospects.ask(aim).then(answered, answered);
  }

  /** Shows what a drop would do, or that nothing can be dropped. */
  #show(item: Item, aim: Prospect | null): void {
    const preview = aim?.preview ?? null;
    if (!preview) this.#edit = null;
    this.ahead.show(preview);
    this.trouble = preview?.troubles.find((one) => !this.#isKnown(one)) ?? null;
    if (item.type === 'new' && this.#edit) this.moving = insertedIn(this.#edit);
    const start = this.#edit && this.ahead.startOf(this.moving);
    this.aimed.tell(aim && this.#edit && { target: aim.target, start });
    const { trouble } = this;
    const said = () => saidOf(item, start, trouble);
    const drag = this.kernel.drag;
    if (drag.phase === 'dragging' && drag.by === 'keys') announce(said());
    else announceAtRest(said);
    if (!aim || !this.#edit || aim.surrounded) return;
    const columns = () => (this.#ground ??= this.ground())?.columns ?? [];
    this.#prospectsOf(item)
      .lookAround(aim, () => around(columns(), item, aim.target))
      // It was only a look ahead: what is aimed at is asked for again, and tells then what is wrong.
      .catch(() => undefined);
  }

  /** What is known of the drops of this drag; nothing, once what is shown has become other. */
  #prospectsOf(item: Item): Prospects {
    const { revision } = this.plan.watch;
    if (this.#prospects && this.#seen !== revision) {
      this.#prospects = null;
      this.ahead.show(null);
    }
    this.#seen = revision;
    return (this.#prospects ??= new Prospects(
      (edits) => this.plan.previews(edits),
      (target) => editOf(item, target, this.plan.templates),
    ));
  }

  async #drop(item: Item): Promise<void> {
    this.#asked += 1;
    announceNoMore();
    if (item.type === 'lasso') return;
    const edit = this.#edit;
    this.#edit = null;
    const slot = item.type === 'new' ? edit && insertedIn(edit) : item.id;
    const letGo = () => {
      this.ahead.show(null);
      const { drag } = this.kernel;
      // Another drag that has begun meanwhile keeps what it holds, and aims on what is there by now.
      if (drag.phase === 'dragging') return this.#aim(drag.item, drag.target);
      this.moving = null;
      if (slot && !this.isChosen(slot)) this.select(slot);
    };
    // The preview stays until the answer is there, so that nothing jumps.
    if (edit) await this.plan.apply(edit, { session: this.ahead.session, letGo });
    else {
      letGo();
      announce(t('drag-restored'));
    }
    if (slot) this.focus(slot);
  }

  #restore(item: Item): void {
    this.#asked += 1;
    this.#edit = null;
    this.ahead.show(null);
    if (item.type === 'lasso') return this.mark(this.#before);
    const slot = this.moving;
    this.moving = null;
    announce(t('drag-restored'));
    if (slot) this.focus(slot);
  }

  /** Whether a trouble is there as it is: then no drop brings it. */
  #isKnown({ message, subject }: Finding): boolean {
    return this.plan.findings.some(
      (one) => one.message.code === message.code && one.subject.id === subject.id,
    );
  }
}

/** What is aimed at, in words: when it would start, and what that would spoil. */
function saidOf(item: Item, start: number | null, trouble: Finding | null): string {
  if (start === null) return t('drag-nowhere');
  const aim = t('drag-aim', { title: item.title, time: time(start) });
  return trouble ? `${aim} ${capital(say(trouble.message))}` : aim;
}

/** A day's column that nobody sees. */
function unseen(day: DayView): Column {
  const layout = layOut(day, scaleOf(day, []), endOf(day, []));
  return { day: day.day.id, left: 0, right: 0, layout };
}

/** Where a menu of an element stands when no pointer asked for it. */
function below(box: DOMRect): Point {
  return { x: box.left + 16, y: box.top + Math.min(box.height, 24) };
}

function inside(box: DOMRect, at: Point): boolean {
  return at.x >= box.left && at.x <= box.right && at.y >= box.top && at.y <= box.bottom;
}

/** The slot an insertion makes; the first one when it makes several. */
function insertedIn(edit: Edit): SlotId | null {
  const first = edit.type === 'several' ? edit.edits[0] : edit;
  if (first?.type === 'addSlot') return first.id;
  if (first?.type === 'applyTemplate') return first.slots[0] ?? null;
  return first?.type === 'insertSlots' ? (first.slots[0]?.id ?? null) : null;
}
