/** Where everything of a day stands on the axis, in pixels from its top. Pure: rows and times in, boxes out. */
import type {
  Attendance,
  DayView,
  Slot,
  SlotId,
  TimedSlot,
  TimedTrack,
  Track,
} from '../host/generated/types';
import { byId } from '../plan/rows';
import {
  belowHeading,
  hoursBetween,
  length,
  toPixels,
  type Heading,
  type Scale,
} from '../time/scale';

/** The height of a parallel block's heading; its lanes stand below it. */
export const HEADING = 20;
/** The height of a track's heading; its own slots stand below it, each at its time. */
export const TRACK_HEADING = 18;
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

/** The box last made for a slot's times; it is used again while everything in it is the same. */
const boxes = new WeakMap<TimedSlot, Box>();

function reused(box: Box): Box {
  const old = boxes.get(box.timed);
  const same =
    old !== undefined &&
    old.slot === box.slot &&
    old.top === box.top &&
    old.height === box.height &&
    old.lanes.length === box.lanes.length &&
    old.lanes.every((lane, at) => lane === box.lanes[at]);
  if (same) return old;
  boxes.set(box.timed, box);
  return box;
}

/** The lane last made for a track's times, on which scale, and when its block started. */
const lanes = new WeakMap<TimedTrack, { lane: Lane; scale: Scale; from: number }>();

function sameScale(one: Scale, other: Scale): boolean {
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

export function layOut(day: DayView, scale: Scale, end: number): DayLayout {
  const slots = byId(day.slots);
  const tracks = byId(day.tracks);

  /** The box of a slot; of one in a track, from the top of the block. */
  const boxOf = (timed: TimedSlot, block: TimedSlot | null): Box[] => {
    const slot = slots.get(timed.id);
    if (!slot) return [];
    const origin = block ? toPixels(scale, block.start) : 0;
    const top = (block ? belowHeading : toPixels)(scale, timed.start) - origin;
    const height = toPixels(scale, timed.end) - origin - top;
    return [reused({ slot, timed, top, height, lanes: lanesOf(timed) })];
  };

  /** The lanes of a block; those where nothing changed are the same as before, down to their boxes. */
  const lanesOf = (block: TimedSlot): Lane[] =>
    block.tracks.flatMap((timed) => {
      const track = tracks.get(timed.id);
      if (!track) return [];
      const old = lanes.get(timed);
      const same =
        old?.lane.track === track &&
        old.from === block.start &&
        sameScale(old.scale, scale) &&
        old.lane.boxes.length === timed.slots.length &&
        old.lane.boxes.every((box) => slots.get(box.slot.id) === box.slot);
      if (same) return old.lane;
      const lane = { track, timed, boxes: timed.slots.flatMap((one) => boxOf(one, block)) };
      lanes.set(timed, { lane, scale, from: block.start });
      return lane;
    });

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
    boxes: day.timed.slots.flatMap((timed) => boxOf(timed, null)),
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
