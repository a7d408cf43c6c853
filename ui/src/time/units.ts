/**
 * Times of a day and durations are types of their own: neither is taken for the other, or for a count. No value has
 * the property `unit`. The types of the boundary are declared alike, and the compiler compares them.
 */

/** A wall-clock time of a day, in minutes since its midnight. */
export type Clock = number & { readonly unit: 'clock' };

/** A duration, in minutes. */
export type Minutes = number & { readonly unit: 'minutes' };

/** The time that many minutes after midnight. */
export const clock = (sinceMidnight: number) => sinceMidnight as Clock;

/** The duration of that many minutes. */
export const minutes = (count: number) => count as Minutes;

/** The time that much later. */
export const plus = (time: Clock, duration: Minutes) => clock(time + duration);

/** The duration between two times; zero if the second is earlier. */
export const between = (from: Clock, to: Clock) => minutes(Math.max(0, to - from));
