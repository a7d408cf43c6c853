/** Where everything of a day stands on the axis, in pixels from its top. Pure: rows and times in, boxes out. */
import type {
  Attendance,
  DayId,
  DayView,
  Retimed,
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

/** The height of a parallel block's heading; its lanes stand below it. */
export const HEADING = 20;
/** The height of a track's heading; its own slots stand below it, each at its time. */
export const TRACK_HEADING = 18;
/** How far above its block's end a lane ends. */
export const LANE_END = 9;
/** The least height a slot's words can be read at. */
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
  /** Its own slots, from the top of the block. */
  boxes: Box[];
}

export interface Stretch {
  /** The pinned slot it stands before, or overlaps. */
  slot: SlotId;
  top: number;
  height: number;
  minutes: number;
}

export interface DayLayout {
  scale: Scale;
  height: number;
  hours: { minute: number; top: number }[];
  boxes: Box[];
  gaps: Stretch[];
  overruns: Stretch[];
}

/** One day's column; coordinates are those of the whole axis, scrolled or not. */
export interface Column {
  day: DayId;
  left: number;
  right: number;
  layout: DayLayout;
}

/** An axis that holds the running order and the announced hours, and on which each slot can be read.
 *  With `fits`, the whole of it takes that many pixels. */
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

/** The room that parallel blocks take for their title and those of their tracks. */
export function headingsOf(day: DayView): Heading[] {
  return day.timed.slots
    .filter((slot) => slot.tracks.length > 0)
    .map((slot) => ({ at: slot.start, pixels: HEADING + TRACK_HEADING }))
    .sort((one, other) => one.at - other.at);
}

export function endOf(day: DayView, attendances: Attendance[]): number {
  return Math.max(day.timed.end, ...attendances.map((one) => one.end), day.timed.start + 60) + 30;
}

/** The box last made for a slot's times, on which scale, and when the block started that it stands in. */
const boxes = new WeakMap<TimedSlot, { box: Box; scale: Scale; from: number | null }>();

/** The lane last made for a track's times, on which scale, when its block started, and in whose order. */
const lanes = new WeakMap<
  TimedTrack,
  { lane: Lane; scale: Scale; from: number; like: Lane | undefined }
>();

/**
 * Boxes in the order in which the same slots stood before; new ones come last. Where a box stands is told
 * by its pixels: as long as a drag only shows what would be, no element has to change its place among
 * the others, which costs a layout of each that does.
 */
function steady(boxes: Box[], before: Box[] | undefined): Box[] {
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

/** Where a slot stands and how high it is; in a block that starts at `from`, below that block's top. */
function standing(
  scale: Scale,
  { start, end }: { start: number; end: number },
  from: number | null,
): { top: number; height: number } {
  const origin = from === null ? 0 : toPixels(scale, from);
  const top = (from === null ? toPixels : belowHeading)(scale, start) - origin;
  return { top, height: toPixels(scale, end) - origin - top };
}

/** The box of a slot that happens at another time, on a day where nothing else is different. */
export function retimedBox(layouts: DayLayout[], { id, start, end }: Retimed): Box | null {
  for (const layout of layouts) {
    const found = foundIn(layout).get(id);
    if (!found) continue;
    const { box, from } = found;
    const timed = { ...box.timed, start, end };
    return { ...box, timed, ...standing(layout.scale, timed, from) };
  }
  return null;
}

/** Every box of a layout by its slot, and when the block starts that it stands in. */
const indexes = new WeakMap<DayLayout, Map<SlotId, { box: Box; from: number | null }>>();

function foundIn(layout: DayLayout): Map<SlotId, { box: Box; from: number | null }> {
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

/** Lays out a day; in the order of `before` where it is shown in the place of that. */
export function layOut(day: DayView, scale: Scale, end: number, before?: DayLayout): DayLayout {
  const slots = byId(day.slots);
  const tracks = byId(day.tracks);

  /** The box of a slot; of one in a track, from the top of the block. */
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
    const box = { slot, timed, ...standing(scale, timed, from), lanes: inside };
    boxes.set(timed, { box, scale, from });
    return [box];
  };

  /** The lanes of a block; those where nothing changed are the same as before, down to their boxes. */
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
      const lane = { track, timed, boxes: steady(boxes, like?.boxes) };
      lanes.set(timed, { lane, scale, from: block.start, like });
      return lane;
    });
  };

  const stretch = (slot: SlotId, from: number, minutes: number): Stretch => ({
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
    boxes: steady(
      day.timed.slots.flatMap((timed) => boxOf(timed, null)),
      before?.boxes,
    ),
    gaps: day.timed.slots.flatMap((timed) =>
      timed.seam.type === 'gap'
        ? stretch(timed.id, timed.start - timed.seam.minutes, timed.seam.minutes)
        : [],
    ),
    overruns: day.timed.slots.flatMap((timed) =>
      timed.seam.type === 'overrun' ? stretch(timed.id, timed.start, timed.seam.minutes) : [],
    ),
  };
}
