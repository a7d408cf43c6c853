/**
 * Reads dates as people type them, in French and in English: `12 mars`, `12/3`, `jeu. 12`, `demain`, `12–14 mars`,
 * `March 12`, `in 2 weeks`, `2026-03-12`. What is left out is completed: the result is one reading, or several where a
 * year could be another one.
 */
import { addDays, daysBetween, daysInMonth, monthStart, weekday } from './dates';

/** A date as it was understood; with `to`, the last day of several. */
export interface DateReading {
  date: string;
  to: string | null;
}

export interface DateContext {
  today: string;
  /** What is typed is near this date: the one that is replaced, or the last one of a series. */
  near: string | null;
  /** Whether it replaces that date, and may lie before it. */
  replaces?: boolean;
}

/** How many readings are offered. */
const MOST = 3;

const MONTHS = [
  ['janvier', 'january', 'janv', 'jan'],
  ['fevrier', 'february', 'fevr', 'fev', 'feb'],
  ['mars', 'march', 'mar'],
  ['avril', 'april', 'avr', 'apr'],
  ['mai', 'may'],
  ['juin', 'june', 'jun'],
  ['juillet', 'july', 'juil', 'jul'],
  ['aout', 'august', 'aou', 'aug'],
  ['septembre', 'september', 'sept', 'sep'],
  ['octobre', 'october', 'oct'],
  ['novembre', 'november', 'nov'],
  ['decembre', 'december', 'dec'],
];
const WEEKDAYS = [
  ['lundi', 'monday', 'lun', 'mon'],
  ['mardi', 'tuesday', 'mar', 'tue', 'tues'],
  ['mercredi', 'wednesday', 'mer', 'wed'],
  ['jeudi', 'thursday', 'jeu', 'thu', 'thur', 'thurs'],
  ['vendredi', 'friday', 'ven', 'fri'],
  ['samedi', 'saturday', 'sam', 'sat'],
  ['dimanche', 'sunday', 'dim', 'sun'],
];
const DAYS_AWAY: Record<string, number> = {
  "aujourd'hui": 0,
  today: 0,
  demain: 1,
  tomorrow: 1,
  'apres-demain': 2,
  'day after tomorrow': 2,
};
const UNITS: Record<string, 'day' | 'week' | 'month'> = {
  ...{ j: 'day', jour: 'day', jours: 'day', day: 'day', days: 'day' },
  ...{ semaine: 'week', semaines: 'week', week: 'week', weeks: 'week' },
  ...{ mois: 'month', month: 'month', months: 'month' },
};

/** A date of which parts may be missing. */
interface Parts {
  day: number | null;
  /** From 1. */
  month: number | null;
  year: number | null;
  /** Monday is 0. */
  weekday: number | null;
}

/** The readings of a text, best first; none when it is no date. */
export function readDate(text: string, context: DateContext): DateReading[] {
  const plain = simplified(text);
  if (plain === '') return [];
  const away = daysAway(plain, context.today);
  if (away) return [{ date: away, to: null }];
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(plain);
  if (iso) return only(valid(Number(iso[1]), Number(iso[2]), Number(iso[3])));
  return rangeOf(plain, context) ?? single(plain, context).map((date) => ({ date, to: null }));
}

function only(date: string | null): DateReading[] {
  return date ? [{ date, to: null }] : [];
}

/** Lower case, without accents, abbreviations' points and ordinals, with single spaces. */
function simplified(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’ʼ]/gu, "'")
    .replace(/[‐‑–—−]/gu, '-')
    .replace(/(\d)(er|st|nd|rd|th)\b/gu, '$1')
    .replace(/([a-z])\./gu, '$1')
    .replace(/,/gu, ' ')
    .replace(/^(le|du|on|from)\s+/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function daysAway(plain: string, today: string): string | null {
  const days = DAYS_AWAY[plain];
  if (days !== undefined) return addDays(today, days);
  const found = /^(?:dans|in) (\d{1,3}|un|une|a|one) ([a-z]+)$/u.exec(plain);
  const unit = UNITS[found?.[2] ?? ''];
  if (!found || !unit) return null;
  const count = Number(found[1]) || 1;
  if (unit !== 'month') return addDays(today, count * (unit === 'week' ? 7 : 1));
  const month = monthStart(today, count);
  return addDays(month, Math.min(Number(today.slice(8)), daysInMonth(month)) - 1);
}

/** Several days: `12-14 mars`, `30 mars au 2 avril`, `March 12-14`. Null where the text is no range. */
function rangeOf(plain: string, context: DateContext): DateReading[] | null {
  const english = /^([a-z]+) (\d{1,2}) ?(?:-|to) ?(\d{1,2})( \d{4})?$/u.exec(plain);
  const parted = english
    ? [`${english[2]} ${english[1]}`, `${english[3]} ${english[1]}${english[4] ?? ''}`]
    : (/^(.*[a-z\d]) ?(?:-| au | a | to ) ?([a-z\d].*)$/u.exec(plain)?.slice(1) ?? null);
  if (!parted) return null;
  const [first, last] = parted.map((part) => partsOf(part.trim()));
  if (!first || !last || last.day === null || first.day === null) return null;
  // A month that is said once is that of both.
  const begin = { ...first, month: first.month ?? last.month, year: first.year ?? last.year };
  return complete(begin, context).flatMap((date): DateReading[] => {
    const ends = complete(last, { ...context, near: date, replaces: false });
    const to = ends.find((end) => end > date);
    return to && daysBetween(date, to) < LONGEST ? [{ date, to }] : [];
  });
}

/** The most days of a range. More is a slip. */
const LONGEST = 31;

function single(plain: string, context: DateContext): string[] {
  const parts = partsOf(plain);
  return parts ? complete(parts, context) : [];
}

/** The parts of a date; null when a word is none of them. */
function partsOf(plain: string): Parts | null {
  const numbers = /^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?$/u.exec(plain);
  if (numbers) {
    const [day, month] = [Number(numbers[1]), Number(numbers[2])];
    const year = numbers[3] ? Number(numbers[3].padStart(4, '20')) : null;
    return { day, month, year, weekday: null };
  }
  const parts: Parts = { day: null, month: null, year: null, weekday: null };
  const words = plain.split(' ');
  for (const [at, word] of words.entries()) {
    const number = /^\d+$/u.test(word) ? Number(word) : null;
    if (number !== null && word.length === 4 && parts.year === null) parts.year = number;
    else if (number !== null && word.length <= 2 && parts.day === null) parts.day = number;
    else if (number !== null) return null;
    else {
      const month = indexIn(MONTHS, word);
      const weekday = indexIn(WEEKDAYS, word);
      // `mar` is Tuesday before a number, and March after one.
      const isWeekday = weekday >= 0 && (month < 0 || (at === 0 && words.length > 1));
      if (isWeekday && parts.weekday === null) parts.weekday = weekday;
      else if (month >= 0 && parts.month === null) parts.month = month + 1;
      else return null;
    }
  }
  return parts.day === null && (parts.month !== null || parts.weekday === null) ? null : parts;
}

function indexIn(names: string[][], word: string): number {
  return names.findIndex((forms) => forms.includes(word));
}

/** The dates that parts can stand for, best first. */
function complete(parts: Parts, context: DateContext): string[] {
  const { today, near, replaces } = context;
  const anchor = near ?? today;
  const all = candidates(parts, anchor, today);
  const fitting =
    parts.weekday === null ? all : all.filter((date) => weekday(date) === parts.weekday);
  // A weekday that fits no year is a slip: the date counts, and is shown with its true weekday.
  const dates = fitting.length > 0 ? fitting : all;
  const distance = (date: string) => Math.abs(daysBetween(anchor, date));
  const isAhead = (date: string) => replaces === true || date >= anchor;
  return [...new Set(dates)]
    .sort(
      (one, other) =>
        Number(isAhead(other)) - Number(isAhead(one)) ||
        distance(one) - distance(other) ||
        (one < other ? 1 : -1),
    )
    .slice(0, MOST);
}

function candidates({ day, month, year, weekday: named }: Parts, anchor: string, today: string) {
  const found: string[] = [];
  const add = (date: string | null) => date && found.push(date);
  if (day === null) {
    // A weekday alone is the next one.
    const from = anchor > today ? anchor : today;
    for (let ahead = 1; ahead <= 7; ahead += 1) {
      const date = addDays(from, ahead);
      if (weekday(date) === named) add(date);
    }
    return found;
  }
  const years = [anchor, today].flatMap((date) => [-1, 0, 1].map((by) => by + yearOf(date)));
  if (month !== null) {
    for (const one of year === null ? new Set(years) : [year]) add(valid(one, month, day));
    return found;
  }
  // A number alone is a day of a month nearby; with a weekday, of one where they agree.
  const reach = named === null ? 2 : 12;
  for (let ahead = -1; ahead <= reach; ahead += 1) {
    const first = monthStart(anchor, ahead);
    const date = valid(yearOf(first), Number(first.slice(5, 7)), day);
    if (date && (year === null || yearOf(date) === year)) add(date);
  }
  return found;
}

const yearOf = (date: string) => Number(date.slice(0, 4));

/** The date, if the month has such a day. */
function valid(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || year < 1 || year > 9999) return null;
  const two = (number: number) => String(number).padStart(2, '0');
  const first = `${String(year).padStart(4, '0')}-${two(month)}-01`;
  return day <= daysInMonth(first) ? `${first.slice(0, 8)}${two(day)}` : null;
}
