/** Minutes to pixels and back, on an axis that starts at `from`. */
export interface Scale {
  /** The minute at the top. */
  from: number;
  /** Pixels a minute. */
  pixels: number;
}

export function toPixels(scale: Scale, minutes: number): number {
  return (minutes - scale.from) * scale.pixels;
}

export function toMinutes(scale: Scale, pixels: number): number {
  return scale.from + pixels / scale.pixels;
}

export function length(scale: Scale, minutes: number): number {
  return minutes * scale.pixels;
}

/** The whole hours from `start` to `end`, both included when they are whole. */
export function hoursBetween(start: number, end: number): number[] {
  const first = Math.ceil(start / 60);
  const count = Math.max(0, Math.floor(end / 60) - first + 1);
  return Array.from({ length: count }, (_, at) => (first + at) * 60);
}
