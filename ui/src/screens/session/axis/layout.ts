/** The layout of a day on the axis, in pixels from its top. Pure: rows and times in, boxes out. */
import type {
  Attendance,
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
  toPixels,
  type Heading,
  type Scale,
} from '../../../time/scale';

/** The height of a parallel block's heading. Its lanes are below it. */
export const HEADING = 20;
/** The height of a track's heading. Its slots are below it, each at its time. */
export const TRACK_HEADING = 18;
/** The distance between the end of a lane and the end of its block. */
export const LANE_END = 9;
/** The smallest height at which a slot's text is readable. */
export const READABLE = 15;
const USUAL_PIXELS = 98 / 60;

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

/** A scale that contains the running order and the attendances, and on which each slot is readable. With
 *  `fits`, the whole axis has that height in pixels. */
export function scaleOf(
  day: DayView,
  attendances: Attendance[],
  zoom = 1,
  fits: number | null = null,
): Scale {
  const starts = [day.timed.start, ...attendances.map((one) => one.start)];
  const from = Math.floor((Math.min(...starts) - 10) / 60) * 60 + 45 - 60;
  const shortest = day.timed.slots
    .flatMap((slot) => [slot, ...slot.tracks.flatMap((track) => track.slots)])
    .map((slot) => slot.end - slot.start)
    .filter((minutes) => minutes > 0);
  const needed = READABLE / Math.min(15, ...shortest);
  const usual = Math.min(3.2, Math.max(USUAL_PIXELS, needed)) * zoom;
  const first = Math.max(0, Math.max(from, Math.min(...starts) - 20));
  const headings = headingsOf(day);
  const free = headings.reduce((sum, heading) => sum + heading.pixels, 0);
  const whole = endOf(day, attendances) - first;
  const pixels = fits === null ? usual : Math.max(0.2, (fits - free) / whole);
  return { from: first, pixels, headings };
}

/** The space for the titles of parallel blocks and of their tracks. */
export function headingsOf(day: DayView): Heading[] {
  return day.timed.slots
    .filter((slot) => slot.tracks.length > 0)
    .map((slot) => ({ at: slot.start, pixels: HEADING + TRACK_HEADING }))
    .sort((one, other) => one.at - other.at);
}

export function endOf(day: DayView, attendances: Attendance[]): number {
  return Math.max(day.timed.end, ...attendances.map((one) => one.end), day.timed.start + 60) + 30;
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

function sameScale(one: Scale, other: Scale): boolean {
  if (one === other) return true;
  const [own, others] = [one.headings ?? [], other.headings ?? []];
  return (
    one.from === other.from &&
    one.pixels === other.pixels &&
    own.length === others.length &&
    own.every((heading, at) => {
      const same = others[at];
      return same?.at === heading.at && same.pixels === heading.pixels;
    })
  );
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

/** The box of a slot at other times, on days where nothing else changes. */
export function retimedBox(layouts: DayLayout[], { id, start, end }: SlotTimes): Box | null {
  for (const layout of layouts) {
    const found = indexOf(layout).get(id);
    if (!found) continue;
    const { box, from } = found;
    const timed = { ...box.timed, start, end };
    return { ...box, timed, ...boxAt(layout.scale, timed, from) };
  }
  return null;
}

/** Every box of a layout by its slot, with the start of its block. */
const indexes = new WeakMap<DayLayout, Map<SlotId, { box: Box; from: number | null }>>();

function indexOf(layout: DayLayout): Map<SlotId, { box: Box; from: number | null }> {
  let all = indexes.get(layout);
  if (all) return all;
  all = new Map();
  for (const box of layout.boxes) {
    all.set(box.slot.id, { box, from: null });
    for (const inner of box.lanes.flatMap((lane) => lane.boxes)) {
      all.set(inner.slot.id, { box: inner, from: box.timed.start });
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

/** Lays out a day. A preview of it keeps the order of `before`. */
export function layOut(day: DayView, scale: Scale, end: number, before?: DayLayout): DayLayout {
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
    height: toPixels(scale, end),
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
