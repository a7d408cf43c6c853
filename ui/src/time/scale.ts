import { clock, type Clock } from './units';

/** A heading: space on the axis that represents no time, above what starts at that minute. */
export interface Heading {
  at: number;
  /** Its height in pixels. */
  pixels: number;
}

/** Minutes that are drawn taller than the others, so that a short slot can be read. */
export interface Stretch {
  from: number;
  to: number;
  /** Pixels a minute. */
  pixels: number;
}

/** Minutes to pixels and back, on an axis that starts at `from`. */
export interface Scale {
  /** The first minute. */
  from: number;
  /** The space above it, in pixels; none when undefined. */
  lead?: number;
  /** Pixels a minute, outside of stretches. */
  pixels: number;
  /** In the order of their minutes. */
  headings?: Heading[];
  /** In the order of their minutes. They do not overlap. */
  stretches?: Stretch[];
}

/** The position of a minute, above its headings. */
export function toPixels(scale: Scale, minutes: number): number {
  return along(scale, minutes, minutes);
}

/** The position of a minute, below its headings. */
export function belowHeading(scale: Scale, minutes: number): number {
  return along(scale, minutes, minutes + 1);
}

/** The position of a minute, below the headings of the minutes before `headed`. */
function along(scale: Scale, minutes: number, headed: number): number {
  let free = scale.lead ?? 0;
  for (const heading of scale.headings ?? []) {
    if (heading.at >= headed) break;
    free += heading.pixels;
  }
  for (const stretch of scale.stretches ?? []) {
    if (stretch.from >= minutes) break;
    free += (Math.min(stretch.to, minutes) - stretch.from) * (stretch.pixels - scale.pixels);
  }
  return (minutes - scale.from) * scale.pixels + free;
}

/** The minute at a position; inside of a heading, the heading's minute. */
export function toMinutes(scale: Scale, pixels: number): number {
  const { headings = [], stretches = [] } = scale;
  const turns = [
    ...headings.map((heading) => heading.at),
    ...stretches.flatMap((stretch) => [stretch.from, stretch.to]),
  ].sort((one, other) => one - other);
  let last = scale.from;
  for (const turn of turns) {
    if (pixels <= toPixels(scale, turn)) break;
    if (pixels <= belowHeading(scale, turn)) return turn;
    last = turn;
  }
  return last + (pixels - belowHeading(scale, last)) / pixelsAt(scale, last);
}

/** Pixels a minute, at a minute. */
export function pixelsAt(scale: Scale, minutes: number): number {
  const within = scale.stretches?.find(({ from, to }) => from <= minutes && minutes < to);
  return within?.pixels ?? scale.pixels;
}

/** The height between two minutes, including headings. */
export function length(scale: Scale, from: number, to: number): number {
  return toPixels(scale, to) - toPixels(scale, from);
}

/** Whether two scales put every minute at the same place. */
export function sameScale(one: Scale, other: Scale): boolean {
  return (
    one === other ||
    (one.from === other.from &&
      one.lead === other.lead &&
      one.pixels === other.pixels &&
      alike(one.headings ?? [], other.headings ?? [], ['at', 'pixels']) &&
      alike(one.stretches ?? [], other.stretches ?? [], ['from', 'to', 'pixels']))
  );
}

function alike<T>(some: T[], others: T[], fields: (keyof T)[]): boolean {
  return (
    some.length === others.length &&
    some.every((one, at) => fields.every((field) => one[field] === others[at]?.[field]))
  );
}

/** The whole hours from `start` to `end`, inclusive. */
export function hoursBetween(start: number, end: number): Clock[] {
  const first = Math.ceil(start / 60);
  const count = Math.max(0, Math.floor(end / 60) - first + 1);
  return Array.from({ length: count }, (_, at) => clock((first + at) * 60));
}
