/** Formats and parses times of day and durations. */
import { clock, minutes, plus, type Clock, type Minutes } from './units';

export type Language = 'fr' | 'en';

/** The length of a day. */
const DAY = minutes(24 * 60);

/** `9h30` in French, `09:30` in English; past midnight with the day: `1h15 (+1 j)`, `01:15 (+1 d)`. */
export function formatTime(time: Clock, language: Language): string {
  const days = Math.floor(time / DAY);
  const shown = formatClock(time, language);
  if (days === 0) return shown;
  return `${shown}\u00a0(+${days}\u00a0${language === 'fr' ? 'j' : 'd'})`;
}

/** What the clock shows, whatever the day: `1h15`, `01:15`. */
export function formatClock(time: Clock, language: Language): string {
  const hour = Math.floor((time % DAY) / 60);
  const rest = String(time % 60).padStart(2, '0');
  if (language === 'fr') return time % 60 === 0 ? `${hour}h` : `${hour}h${rest}`;
  return `${String(hour).padStart(2, '0')}:${rest}`;
}

/** As pages are read in either language: past midnight the clock goes on (`25h15`). */
export function formatOnPage(time: Clock): string {
  const rest = time % 60 === 0 ? '' : String(time % 60).padStart(2, '0');
  return `${Math.floor(time / 60)}h${rest}`;
}

/** `45 min`, `1 h`, `1 h 15`, with spaces that don't break. */
export function formatDuration(minutes: Minutes): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}\u00a0min`;
  if (rest === 0) return `${hours}\u00a0h`;
  return `${hours}\u00a0h\u00a0${String(rest).padStart(2, '0')}`;
}

/**
 * Minutes since midnight of `9h`, `9h30`, `09:30`, `14`, `9.30`, `1h15 (+1 j)`, `1h15 +1`; null when it is
 * none of these.
 */
export function parseTime(text: string): Clock | null {
  const match =
    /^(\d{1,2})(?:\s*[h:.]\s*(\d{1,2})?)?\s*(?:\(?\s*\+\s*([01])\s*[jd]?\s*\)?)?$/i.exec(
      text.trim(),
    );
  if (!match) return null;
  const minute = match[2] === undefined ? 0 : Number(match[2]);
  const at = Number(match[1]) * 60 + minute + Number(match[3] ?? 0) * DAY;
  return minute > 59 || at >= 2 * DAY ? null : clock(at);
}

/** A time typed after `from`: an early hour after an evening is on the next day. */
export function pastMidnight(at: Clock, from: Clock): Clock {
  return at < 6 * 60 && from >= 18 * 60 ? plus(at, DAY) : at;
}

/** The minutes from `start` to a typed end. An end before the start is on the next day. */
export function lengthUntil(start: Clock, end: Clock): Minutes {
  const length = end - start;
  return minutes(length >= 0 ? length : length + Math.ceil(-length / DAY) * DAY);
}

/** Minutes of `45`, `75 min`, `1h15`, `1 h`, `1:15`; null when it is none of these. */
export function parseDuration(text: string): Minutes | null {
  const plain = /^(\d{1,4})\s*(?:m|mn|min|minutes?|')?$/i.exec(text.trim());
  if (plain) return within(Number(plain[1]));
  const long = /^(\d{1,2})\s*(?:h|:|heures?|hours?)\s*(\d{1,2})?\s*(?:m|mn|min)?$/i.exec(
    text.trim(),
  );
  if (!long) return null;
  const minute = long[2] === undefined ? 0 : Number(long[2]);
  return minute > 59 ? null : within(Number(long[1]) * 60 + minute);
}

function within(count: number): Minutes | null {
  return count <= 2880 ? minutes(count) : null;
}

/** A step of `step` minutes nearest to `minutes`. */
export function snap(minutes: number, step: number): number {
  return step <= 1 ? Math.round(minutes) : Math.round(minutes / step) * step;
}
