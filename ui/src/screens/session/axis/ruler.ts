/**
 * The rulers of the days that are shown. A numeric zoom is true to time. The fitted one fills the room there is: of
 * a single day, short slots borrow height and the ruler bends with them; several days share one straight ruler
 * (docs/decisions/0021). What a ruler is made from is a frame. It is held while slots move, so that a preview and
 * its drop are drawn alike.
 */
import type { Attendance, DayId, DayView, TimedSlot } from '../../../host/generated/types';
import { toPixels, type Heading, type Scale, type Stretch } from '../../../time/scale';

/** The height of a parallel block's heading. Its lanes are below it. */
export const HEADING = 20;
/** The height of a track's heading. Its slots are below it, each at its time. */
export const TRACK_HEADING = 18;
/** The smallest height at which a slot's text is readable. */
export const READABLE = 15;
/** The lowest slot, gap and parallel block of a fitted ruler, in pixels. */
const LOWEST = { slot: 20, gap: 16, block: 77 };
/** The space above the first minute, and the free band below the last, in pixels. */
export const LEAD = 14;
export const BAND = 56;
/** The height of a minute at the usual zoom; its limits in the fitted one. */
const USUAL = 98 / 60;
const TALLEST = 3.2;
const FLATTEST = 0.4;
/** A held frame is fitted anew when the day fills less than this share of the room. */
const EMPTIEST = 0.75;

/** What the ruler of a day is made from. */
export interface Frame {
  /** The first and the last minute. */
  from: number;
  end: number;
  /** Pixels a minute, before short slots borrow height. */
  pixels: number;
  /** Whether short slots borrow height. */
  bends: boolean;
}

/** The frames of the days, and what they were made for. */
export interface Frames {
  zoom: number | 'fit';
  room: number;
  days: Map<DayId, Frame>;
}

export type AttendancesOf = (day: DayId) => Attendance[];

const slotsOf = (day: DayView): TimedSlot[] =>
  day.timed.slots.flatMap((slot) => [slot, ...slot.tracks.flatMap((track) => track.slots)]);

/** The first and the last minute of days that share a ruler. */
function extent(days: DayView[], attendances: AttendancesOf): { from: number; end: number } {
  const times = days.map(({ day, timed }) => {
    const announced = attendances(day.id);
    return {
      from: Math.min(timed.start, ...announced.map((one) => one.start)),
      end: Math.max(timed.end, timed.start + 60, ...announced.map((one) => one.end)),
    };
  });
  return {
    from: Math.max(0, Math.min(...times.map((one) => one.from))),
    end: Math.max(...times.map((one) => one.end)),
  };
}

/** Pixels a minute at which the text of every slot is readable, at a zoom. */
function trueToTime(days: DayView[], zoom: number): number {
  const shortest = days
    .flatMap(slotsOf)
    .map((slot) => slot.end - slot.start)
    .filter((minutes) => minutes > 0);
  const needed = READABLE / Math.min(15, ...shortest);
  return Math.min(TALLEST, Math.max(USUAL, needed)) * zoom;
}

/** The tallest minute with which every day fits in the room. */
function fitted(days: DayView[], extent: { from: number; end: number }, room: number): number {
  const bends = days.length === 1;
  const deepest = (pixels: number): number => {
    const frame = { ...extent, pixels, bends };
    const scales = scalesIn(new Map(days.map(({ day }) => [day.id, frame])), days);
    return Math.max(...[...scales.values()].map((scale) => toPixels(scale, extent.end))) + BAND;
  };
  let [low, high] = [FLATTEST, TALLEST];
  if (deepest(high) <= room) return high;
  for (let turn = 0; turn < 24; turn += 1) {
    const middle = (low + high) / 2;
    if (deepest(middle) <= room) low = middle;
    else high = middle;
  }
  // Several days are not bent, so their shortest slots must be readable as they are.
  return bends ? low : Math.max(low, Math.min(USUAL, trueToTime(days, 1)));
}

/** The frames of days at a zoom, in a room of that height in pixels. */
export function framesOf(
  days: DayView[],
  attendances: AttendancesOf,
  zoom: number | 'fit',
  room: number,
): Frames {
  const all = extent(days, attendances);
  const pixels = zoom === 'fit' ? fitted(days, all, room) : trueToTime(days, zoom);
  const frame = { ...all, pixels, bends: zoom === 'fit' && days.length === 1 };
  return { zoom, room, days: new Map(days.map(({ day }) => [day.id, frame])) };
}

/**
 * The frames to draw days with: those held, as long as the days still fit in the room and fill most of it. Else
 * they are fitted anew.
 */
export function keptFrames(
  held: Frames | null,
  days: DayView[],
  attendances: AttendancesOf,
  zoom: number | 'fit',
  room: number,
): Frames {
  const same =
    held?.zoom === zoom &&
    held.room === room &&
    held.days.size === days.length &&
    days.every(({ day }) => held.days.has(day.id));
  if (!same || zoom !== 'fit') return framesOf(days, attendances, zoom, room);
  const all = extent(days, attendances);
  const kept: Frames = {
    ...held,
    days: new Map([...held.days].map(([day, frame]) => [day, { ...frame, ...all }])),
  };
  const scales = [...scalesIn(kept.days, days).values()];
  const deepest = Math.max(...scales.map((scale) => toPixels(scale, all.end)));
  const tallest = scales.every((scale) => scale.pixels >= TALLEST);
  const fills = tallest || deepest + BAND >= room * EMPTIEST;
  // The band may be drawn into: a day that grows a little keeps its ruler.
  if (fills && deepest <= room) return kept;
  return framesOf(days, attendances, zoom, room);
}

/** The ruler of each day. Days that share one have the headings of all. */
export function scalesIn(frames: Map<DayId, Frame>, days: DayView[]): Map<DayId, Scale> {
  const headings = union(days.map(headingsOf));
  return new Map(
    days.flatMap((view): [DayId, Scale][] => {
      const frame = frames.get(view.day.id);
      if (!frame) return [];
      const { from, pixels, bends } = frame;
      const straight = { from, lead: LEAD, pixels, headings };
      return [
        [view.day.id, bends ? { ...straight, stretches: stretches(view, pixels) } : straight],
      ];
    }),
  );
}

/** The space for the titles of parallel blocks and of their tracks. */
export function headingsOf(day: DayView): Heading[] {
  return day.timed.slots
    .filter((slot) => slot.tracks.length > 0)
    .map((slot) => ({ at: slot.start, pixels: HEADING + TRACK_HEADING }))
    .sort((one, other) => one.at - other.at);
}

/** The headings of all days, one a minute. */
function union(days: Heading[][]): Heading[] {
  const [first = [], ...others] = days;
  if (others.length === 0) return first;
  const byMinute = new Map(days.flat().map((heading) => [heading.at, heading]));
  return [...byMinute.values()].sort((one, other) => one.at - other.at);
}

/** Pixels a minute that a slot needs to be readable. */
function needed(slot: TimedSlot): number {
  const minutes = slot.end - slot.start;
  if (slot.tracks.length === 0) return LOWEST.slot / minutes;
  const inner = slot.tracks
    .flatMap((track) => track.slots)
    .map((one) => one.end - one.start)
    .filter((length) => length > 0);
  const lowest = (LOWEST.block - HEADING - TRACK_HEADING) / minutes;
  return Math.max(lowest, READABLE / Math.min(...inner, Infinity));
}

/** The minutes that need more than `pixels` each. Where slots overlap, the greatest need counts. */
function stretches(day: DayView, pixels: number): Stretch[] {
  const wanted: Stretch[] = [];
  const want = (from: number, to: number, rate: number) => {
    if (to > from && rate > pixels) wanted.push({ from, to, pixels: rate });
  };
  for (const slot of day.timed.slots) {
    want(slot.start, slot.end, needed(slot));
    if (slot.fit.type !== 'gap') continue;
    const { minutes } = slot.fit;
    want(slot.start - minutes, slot.start, LOWEST.gap / minutes);
  }
  wanted.sort((one, other) => one.from - other.from);
  const apart = wanted.every((one, at) => at === 0 || one.from >= wanted[at - 1]!.to);
  return apart ? wanted : greatest(wanted);
}

/** Stretches that do not overlap: of each minute, the tallest. */
function greatest(wanted: Stretch[]): Stretch[] {
  const edges = [...new Set(wanted.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  return edges.slice(0, -1).flatMap((from, at) => {
    const to = edges[at + 1]!;
    const over = wanted.filter((one) => one.from <= from && one.to >= to);
    return over.length === 0
      ? []
      : { from, to, pixels: Math.max(...over.map((one) => one.pixels)) };
  });
}
