/** The layout of a day on the axis, in pixels from its top. Pure: rows and times in, boxes out. */
import type {
  Clock,
  DayId,
  DayView,
  Minutes,
  Parent,
  SlotTimes,
  Slot,
  SlotId,
  TimedSlot,
  TimedTrack,
  Track,
} from '../../../host/generated/types';
import { byId } from '../../../state/rows';
import {
  belowHeading,
  hoursBetween,
  length,
  sameScale,
  toPixels,
  type Scale,
} from '../../../time/scale';
import { BAND } from './ruler';

/** The distance between the end of a lane and the end of its block. */
export const LANE_END = 9;

export interface Box {
  slot: Slot;
  timed: TimedSlot;
  top: number;
  height: number;
  lanes: Lane[];
}

export interface Lane {
  track: Track;
  timed: TimedTrack;
  /** Its slots, positioned from the top of the block. */
  boxes: Box[];
}

export interface Segment {
  /** The pinned slot after the gap, or in the overrun. */
  slot: SlotId;
  top: number;
  height: number;
  minutes: Minutes;
}

export interface DayLayout {
  scale: Scale;
  height: number;
  hours: { minute: Clock; top: number }[];
  boxes: Box[];
  gaps: Segment[];
  overruns: Segment[];
}

/** One day's column, in coordinates of the whole axis, whatever is scrolled. */
export interface Column {
  day: DayId;
  left: number;
  right: number;
  layout: DayLayout;
}

/** The last box of a slot's times, with the scale and the start of its block it was made for. */
const boxes = new WeakMap<TimedSlot, { box: Box; scale: Scale; from: number | null }>();

/** The last lane of a track's times, with what it was made for. */
const lanes = new WeakMap<
  TimedTrack,
  { lane: Lane; scale: Scale; from: number; like: Lane | undefined }
>();

/**
 * Boxes in the order of `before`; new ones come last. Boxes are positioned in pixels, so their order has no
 * meaning. A preview keeps it, since moving an element among its siblings costs a layout.
 */
function inStableOrder(boxes: Box[], before: Box[] | undefined): Box[] {
  if (!before) return boxes;
  const places = new Map(before.map((box, at) => [box.slot.id, at]));
  const place = (box: Box) => places.get(box.slot.id) ?? before.length;
  return boxes.sort((one, other) => place(one) - place(other));
}

/** Top and height of a slot; in a block that starts at `from`, from that block's top. */
function boxAt(
  scale: Scale,
  { start, end }: { start: number; end: number },
  from: number | null,
): { top: number; height: number } {
  const origin = from === null ? 0 : toPixels(scale, from);
  const top = (from === null ? toPixels : belowHeading)(scale, start) - origin;
  return { top, height: toPixels(scale, end) - origin - top };
}

/** A day as laid out, and the ruler on which its slots are shown at other times. */
export interface Reruled {
  day: DayId;
  layout: DayLayout;
  scale: Scale;
}

/** The boxes that move when slots are at other times, on days where nothing else changes. */
export function movedBoxes(days: Reruled[], retimed: SlotTimes[]): Box[] {
  const times = new Map(retimed.map((one) => [one.id, one]));
  return days.flatMap(({ layout, scale }) => {
    const bends = scale.stretches !== undefined;
    const moved: Box[] = [];
    for (const [id, { box, block }] of indexOf(layout)) {
      const own = times.get(id);
      // Where the ruler does not bend, a slot with the same times is at the same place.
      if (!own && !bends) continue;
      const timed = own ? { ...box.timed, start: own.start, end: own.end } : box.timed;
      const { top, height } = boxAt(scale, timed, block && block.timed.start);
      if (own || !isNear(top, box.top) || !isNear(height, box.height)) {
        moved.push({ ...box, timed, top, height });
      }
    }
    return moved;
  });
}

/** Whether two positions are drawn at the same pixel. */
function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) < 0.01;
}

/** A box, and that of the block whose track it is in. */
export interface Boxed {
  box: Box;
  block: Box | null;
}

/** Every box of a layout by its slot. */
const indexes = new WeakMap<DayLayout, Map<SlotId, Boxed>>();

/** The box of a slot, if the layout has it. */
export function boxIn(layout: DayLayout, id: SlotId): Boxed | undefined {
  return indexOf(layout).get(id);
}

function indexOf(layout: DayLayout): Map<SlotId, Boxed> {
  let all = indexes.get(layout);
  if (all) return all;
  all = new Map();
  for (const box of layout.boxes) {
    all.set(box.slot.id, { box, block: null });
    for (const inner of box.lanes.flatMap((lane) => lane.boxes)) {
      all.set(inner.slot.id, { box: inner, block: box });
    }
  }
  indexes.set(layout, all);
  return all;
}

/** The top of the field for a new slot: below the slot that it follows, else at the top of its running order. Null
 *  when that is not on this day. */
export function newSlotTop(
  { day, timed }: DayView,
  layout: DayLayout,
  parent: Parent,
  before: SlotId | null,
): number | null {
  const block = timed.slots.find((slot) => slot.tracks.some((track) => track.id === parent.id));
  const track = block?.tracks.find((one) => one.id === parent.id);
  if (!track && parent.id !== day.id) return null;
  const order = track?.slots ?? timed.slots;
  const at = before === null ? order.length : order.findIndex((slot) => slot.id === before);
  const boxes = indexOf(layout);
  const above = boxes.get(order[at - 1]?.id ?? '')?.box;
  const origin = (block && boxes.get(block.id)?.box.top) ?? 0;
  if (above) return origin + above.top + above.height;
  return track ? belowHeading(layout.scale, track.start) : toPixels(layout.scale, day.start);
}

/** Lays out a day to its end, or to `until`. A preview of it keeps the order of `before`. */
export function layOut(day: DayView, scale: Scale, until: number, before?: DayLayout): DayLayout {
  const end = Math.max(until, day.timed.end);
  const slots = byId(day.slots);
  const tracks = byId(day.tracks);

  /** The box of a slot; in a track, positioned from the top of the block. */
  const boxOf = (timed: TimedSlot, block: TimedSlot | null): Box[] => {
    const slot = slots.get(timed.id);
    if (!slot) return [];
    const from = block?.start ?? null;
    const inside = lanesOf(timed);
    const old = boxes.get(timed);
    const same =
      old?.box.slot === slot &&
      old.from === from &&
      sameScale(old.scale, scale) &&
      old.box.lanes.length === inside.length &&
      old.box.lanes.every((lane, at) => lane === inside[at]);
    if (same) return [old.box];
    const box = { slot, timed, ...boxAt(scale, timed, from), lanes: inside };
    boxes.set(timed, { box, scale, from });
    return [box];
  };

  /** The lanes of a block. A lane that did not change is the same object as before. */
  const lanesOf = (block: TimedSlot): Lane[] => {
    const still = before?.boxes.find((box) => box.slot.id === block.id);
    return block.tracks.flatMap((timed) => {
      const track = tracks.get(timed.id);
      if (!track) return [];
      const like = still?.lanes.find((one) => one.track.id === track.id);
      const old = lanes.get(timed);
      const same =
        old?.lane.track === track &&
        old.like === like &&
        old.from === block.start &&
        sameScale(old.scale, scale) &&
        old.lane.boxes.length === timed.slots.length &&
        old.lane.boxes.every((box) => slots.get(box.slot.id) === box.slot);
      if (same) return old.lane;
      const boxes = timed.slots.flatMap((one) => boxOf(one, block));
      const lane = { track, timed, boxes: inStableOrder(boxes, like?.boxes) };
      lanes.set(timed, { lane, scale, from: block.start, like });
      return lane;
    });
  };

  const segment = (slot: SlotId, from: number, minutes: Minutes): Segment => ({
    slot,
    top: toPixels(scale, from),
    height: length(scale, from, from + minutes),
    minutes,
  });
  return {
    scale,
    height: toPixels(scale, end) + BAND,
    hours: hoursBetween(scale.from, end).map((minute) => ({
      minute,
      top: toPixels(scale, minute),
    })),
    boxes: inStableOrder(
      day.timed.slots.flatMap((timed) => boxOf(timed, null)),
      before?.boxes,
    ),
    gaps: day.timed.slots.flatMap((timed) =>
      timed.fit.type === 'gap'
        ? segment(timed.id, timed.start - timed.fit.minutes, timed.fit.minutes)
        : [],
    ),
    overruns: day.timed.slots.flatMap((timed) =>
      timed.fit.type === 'overrun' ? segment(timed.id, timed.start, timed.fit.minutes) : [],
    ),
  };
}
