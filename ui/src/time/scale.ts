import { clock, type Clock } from './units';

/** A heading: space on the axis that represents no time, above what starts at that minute. */
export interface Heading {
  at: number;
  /** Its height in pixels. */
  pixels: number;
}

/** Minutes to pixels and back, on an axis that starts at `from`. */
export interface Scale {
  /** The minute at the top. */
  from: number;
  /** Pixels a minute. */
  pixels: number;
  /** In the order of their minutes. */
  headings?: Heading[];
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
  let free = 0;
  for (const heading of scale.headings ?? []) {
    if (heading.at >= headed) break;
    free += heading.pixels;
  }
  return (minutes - scale.from) * scale.pixels + free;
}

/** The minute at a position; inside of a heading, the heading's minute. */
export function toMinutes(scale: Scale, pixels: number): number {
  let free = 0;
  for (const heading of scale.headings ?? []) {
    const top = (heading.at - scale.from) * scale.pixels + free;
    if (pixels <= top) break;
    free += Math.min(heading.pixels, pixels - top);
  }
  return scale.from + (pixels - free) / scale.pixels;
}

/** The height between two minutes, including headings. */
export function length(scale: Scale, from: number, to: number): number {
  return toPixels(scale, to) - toPixels(scale, from);
}

/** The whole hours from `start` to `end`, inclusive. */
export function hoursBetween(start: number, end: number): Clock[] {
  const first = Math.ceil(start / 60);
  const count = Math.max(0, Math.floor(end / 60) - first + 1);
  return Array.from({ length: count }, (_, at) => clock((first + at) * 60));
}
