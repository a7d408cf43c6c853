/** The targets of a drag over the axis: a running order, the slot to precede, a time. */
import type { Clock, Minutes, Parent, SlotId } from '../../../host/generated/types';
import type { Modifiers, Point } from '../../../drag/reducer';
import { pixelsAt, toMinutes } from '../../../time/scale';
import { snap } from '../../../time/time';
import { preferences } from '../../../state/preferences.svelte';
import { boxIn, type Box, type Column } from '../axis/layout';
import { HEADING } from '../axis/ruler';
import { between, clock, minutes } from '../../../time/units';

/** What is dragged. `ids` are all slots that move, including the one under the pointer (`id`). */
export type Item =
  | { type: 'slot'; id: SlotId; ids: SlotId[]; title: string; isBlock: boolean; grab: number }
  | { type: 'edge'; id: SlotId; title: string; start: Clock }
  | { type: 'new'; block: string; title: string; isBlock: boolean; grab: number }
  | { type: 'lasso'; title: string; from: Point; adds: boolean };

/** What a drop would do. */
export type Target =
  | { type: 'place'; parent: Parent; before: SlotId | null; pin: Clock | null }
  | { type: 'length'; minutes: Minutes }
  | { type: 'area'; left: number; right: number; top: number; bottom: number };

export function sameTarget(one: Target, other: Target): boolean {
  if (one.type === 'length' || other.type === 'length') {
    return (
      one.type === other.type && 'minutes' in one && one.minutes === (other as typeof one).minutes
    );
  }
  if (one.type === 'area' || other.type === 'area') return false;
  return (
    one.parent.type === other.parent.type &&
    one.parent.id === other.parent.id &&
    one.before === other.before &&
    one.pin === other.pin
  );
}

/** The target at a point of the axis; null outside of it. */
export function resolve(
  columns: Column[],
  item: Item,
  at: Point,
  modifiers: Modifiers,
): Target | null {
  if (item.type === 'lasso') {
    const { from } = item;
    return {
      type: 'area',
      left: Math.min(from.x, at.x),
      right: Math.max(from.x, at.x),
      top: Math.min(from.y, at.y),
      bottom: Math.max(from.y, at.y),
    };
  }
  const column = columns.find((one) => at.x >= one.left && at.x < one.right);
  if (item.type === 'edge') {
    const edge = edgeOf(columns, item.id);
    if (!edge) return null;
    const end = edge.end + (at.y - edge.bottom) / edge.pixels;
    const step = modifiers.shift ? 1 : preferences.step;
    return { type: 'length', minutes: between(item.start, clock(Math.max(0, snap(end, step)))) };
  }
  if (!column || at.y < -40) return null;
  const dragged = item.type === 'slot' ? item.ids : [];
  const time = toMinutes(column.layout.scale, at.y - item.grab);
  const snapped = clock(Math.max(0, snap(time, modifiers.shift ? 1 : preferences.step)));
  const pin = modifiers.alt || inGap(column, at.y, dragged) ? snapped : null;
  const inner = item.isBlock ? null : laneAt(column, dragged, at);
  if (inner) return { ...inner, pin };
  const before = firstBelow(column.layout.boxes, dragged, at.y);
  return { type: 'place', parent: { type: 'day', id: column.day }, before, pin };
}

/**
 * The lower edge of a slot, and the pixels of a minute below it. The ruler is straight under the hand: a slot that
 * borrows height does not lend it to the minutes that are added.
 */
function edgeOf(
  columns: Column[],
  id: SlotId,
): { end: Clock; bottom: number; pixels: number } | null {
  for (const { layout } of columns) {
    const found = boxIn(layout, id);
    if (!found) continue;
    const { box, block } = found;
    const bottom = (block?.top ?? 0) + box.top + box.height;
    const { scale } = layout;
    const { start, end } = box.timed;
    return { end, bottom, pixels: block ? pixelsAt(scale, start) : scale.pixels };
  }
  return null;
}

/** Whether a point is in a gap of the day. A drop there is pinned to the time of the pointer. */
function inGap(column: Column, y: number, dragged: SlotId[]): boolean {
  const { gaps, boxes } = column.layout;
  const gap = gaps.find((one) => y > one.top && y < one.top + one.height);
  // The gap before a pinned slot disappears when that slot moves.
  const next = gap && boxes.find((box) => box.top >= gap.top + gap.height - 1);
  return next !== undefined && !dragged.includes(next.slot.id);
}

/** The slots whose boxes overlap an area. */
export function slotsIn(columns: Column[], area: Extract<Target, { type: 'area' }>): SlotId[] {
  const meets = (box: Box) =>
    box.top < area.bottom && box.top + Math.max(box.height, 12) > area.top;
  return columns
    .filter((column) => column.left < area.right && column.right > area.left)
    .flatMap((column) => column.layout.boxes.filter(meets).map((box) => box.slot.id));
}

/** The lane under a point that is well inside of a parallel block. */
function laneAt(
  column: Column,
  dragged: SlotId[],
  at: Point,
): { type: 'place'; parent: Parent; before: SlotId | null } | null {
  const block = column.layout.boxes.find(
    (box) =>
      box.lanes.length > 0 &&
      !dragged.includes(box.slot.id) &&
      at.y > box.top + HEADING &&
      at.y < box.top + box.height - 4,
  );
  if (!block) return null;
  const share = (at.x - column.left) / (column.right - column.left);
  const lane =
    block.lanes[Math.min(block.lanes.length - 1, Math.floor(share * block.lanes.length))];
  if (!lane) return null;
  const before = firstBelow(lane.boxes, dragged, at.y - block.top);
  return { type: 'place', parent: { type: 'track', id: lane.track.id }, before };
}

/** The first slot that does not move and whose middle is below `y`; null where none is. */
function firstBelow(boxes: Box[], dragged: SlotId[], y: number): SlotId | null {
  const box = boxes.find(
    ({ slot, top, height }) => y < top + height / 2 && !dragged.includes(slot.id),
  );
  return box?.slot.id ?? null;
}

/** Every place a slot can be moved to, in reading order, for the arrow keys. */
export function places(columns: Column[], dragged: SlotId[], isBlock: boolean): Target[] {
  return columns.flatMap((column) => {
    const found: Target[] = [];
    const add = (parent: Parent, before: SlotId | null) =>
      found.push({ type: 'place', parent, before, pin: null });
    for (const box of column.layout.boxes.filter((one) => !dragged.includes(one.slot.id))) {
      add({ type: 'day', id: column.day }, box.slot.id);
      if (isBlock) continue;
      for (const lane of box.lanes) {
        for (const inner of lane.boxes.filter((one) => !dragged.includes(one.slot.id))) {
          add({ type: 'track', id: lane.track.id }, inner.slot.id);
        }
        add({ type: 'track', id: lane.track.id }, null);
      }
    }
    add({ type: 'day', id: column.day }, null);
    return found;
  });
}

/** How many steps around a length or a pinned time are prefetched. */
const STEPS = 24;

/** The likely next targets of a drag, nearest first. */
export function around(columns: Column[], item: Item, target: Target): Target[] {
  const steps = (from: number): number[] =>
    Array.from({ length: STEPS }, (_, at) => (at + 1) * preferences.step)
      .flatMap((by) => [from + by, from - by])
      .filter((step) => step >= 0);
  if (target.type === 'area') return [];
  if (target.type === 'length') {
    return steps(target.minutes).map((length) => ({ ...target, minutes: minutes(length) }));
  }
  const { pin } = target;
  if (pin !== null) return steps(pin).map((at) => ({ ...target, pin: clock(at) }));
  const dragged = item.type === 'slot' ? item.ids : [];
  const isBlock = item.type !== 'lasso' && item.type !== 'edge' && item.isBlock;
  const row = places(columns, dragged, isBlock).filter(
    (one) => one.type === 'place' && one.parent.id === target.parent.id,
  );
  const here = row.findIndex((one) => sameTarget(one, target));
  const distance = (one: Target) => Math.abs(row.indexOf(one) - here);
  return row.filter((_, at) => at !== here).sort((one, other) => distance(one) - distance(other));
}

/** The current place of a slot, as a target. */
export function placeOf(columns: Column[], id: SlotId): Target | null {
  for (const column of columns) {
    const at = column.layout.boxes.findIndex((box) => box.slot.id === id);
    if (at >= 0) return placed(column.layout.boxes, at);
    for (const lane of column.layout.boxes.flatMap((box) => box.lanes)) {
      const inner = lane.boxes.findIndex((box) => box.slot.id === id);
      if (inner >= 0) return placed(lane.boxes, inner);
    }
  }
  return null;
}

function placed(boxes: Box[], at: number): Target | null {
  const box = boxes[at];
  if (!box) return null;
  const before = boxes[at + 1]?.slot.id ?? null;
  return { type: 'place', parent: box.slot.parent, before, pin: null };
}
