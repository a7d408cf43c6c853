/** Parses a typed line of a new slot: its title and times. */
import { lengthUntil, parseDuration, parseTime } from './time';
import type { Clock, Minutes } from './units';

export interface Entry {
  title: string;
  /** Its start; null when the line has none. */
  start: Clock | null;
  /** Its duration; null when the line has none. */
  minutes: Minutes | null;
}

const TIME = String.raw`\d{1,2}\s*[h:]\s*\d{0,2}`;
const SPAN = new RegExp(
  `^(${TIME})\\s*(?:-|–|à|to)\\s*(${TIME}|\\d{1,2}h?)\\s*[:\\s]\\s*(.+)$`,
  'i',
);
const STARTED = new RegExp(`^(${TIME})\\s*[:\\s]\\s*(.+)$`, 'i');
const LENGTH = String.raw`\d{1,3}\s*(?:min|mn|m|')?|\d{1,2}\s*h\s*\d{0,2}`;
const LENGTH_FIRST = new RegExp(`^(${LENGTH})\\s+(?:de\\s+)?(.*\\D.*)$`, 'i');
const LENGTH_LAST = new RegExp(`^(.*\\D.*?)[\\s,]+(${LENGTH})$`, 'i');

/** Hours up to this are a duration, not a time of day. */
const MORNING = 5 * 60;
/** Numbers below this belong to the title, except zero: "Atelier 2", "3 ateliers". */
const LEAST = 5;

/**
 * Reads `Accueil`, `Accueil 30`, `30 Accueil`, `Atelier 1h15`, `9h30 Accueil`,
 * `- 9h30 - 10h : Accueil`; null when there is no title.
 */
export function parseEntry(text: string): Entry | null {
  const line = text.trim().replace(/^[-*•]\s+/, '');
  const span = SPAN.exec(line);
  if (span) {
    const [start, end] = [parseTime(span[1] ?? ''), parseTime(span[2] ?? '')];
    if (start !== null && end !== null) {
      return titled(span[3], start, lengthUntil(start, end));
    }
  }
  const started = STARTED.exec(line);
  const start = started ? parseTime(started[1] ?? '') : null;
  if (started && start !== null && start >= MORNING) {
    const rest = parseEntry(started[2] ?? '');
    return rest && { ...rest, start };
  }
  const first = LENGTH_FIRST.exec(line);
  if (first && !countsThings(first[1] ?? '')) {
    return titled(first[2], null, parseDuration(first[1] ?? ''));
  }
  const last = LENGTH_LAST.exec(line);
  const minutes = last ? parseDuration(last[2] ?? '') : null;
  if (last && minutes !== null && minutes >= LEAST) return titled(last[1], null, minutes);
  return titled(line, null, null);
}

function countsThings(length: string): boolean {
  return /^[1-9]$/.test(length) && Number(length) < LEAST;
}

function titled(title: string | undefined, start: Clock | null, minutes: Minutes | null) {
  const text = (title ?? '').replace(/^[\s:,–-]+|[\s:,–-]+$/g, '');
  return text ? { title: text, start, minutes } : null;
}
