/** Local dates as `YYYY-MM-DD`, without a time zone: a day is a day wherever it is looked at. */
import type { Language } from './time';

export type DateStyle = 'long' | 'dayMonth' | 'short' | 'weekday' | 'month' | 'monthYear';

const STYLES: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  dayMonth: { day: 'numeric', month: 'long' },
  short: { day: 'numeric', month: 'short' },
  weekday: { weekday: 'long' },
  month: { month: 'long' },
  monthYear: { month: 'long', year: 'numeric' },
};

const FORMATS = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, style: DateStyle): Intl.DateTimeFormat {
  const key = `${language} ${style}`;
  let found = FORMATS.get(key);
  if (!found) {
    const tag = language === 'fr' ? 'fr-FR' : 'en-GB';
    found = new Intl.DateTimeFormat(tag, { ...STYLES[style], timeZone: 'UTC' });
    FORMATS.set(key, found);
  }
  return found;
}

/** Makes the formats of a language ready: the first of each takes the system a while. */
export function prepareFormats(language: Language): void {
  for (const style of Object.keys(STYLES)) format(language, style as DateStyle).format(0);
}

function utc(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}

export function formatDate(iso: string, language: Language, style: DateStyle): string {
  return format(language, style).format(utc(iso));
}

/** Several days, in order: from the first to the last where they follow each other, else one by one. */
export function formatDays(days: string[], language: Language): string {
  const [first, last] = [days[0], days.at(-1)];
  const follow = days.every((day, at) => at === 0 || day === addDays(days[at - 1] ?? '', 1));
  if (first && last && first !== last && follow) {
    return format(language, 'long').formatRange(utc(first), utc(last));
  }
  return days.map((day) => formatDate(day, language, 'long')).join(', ');
}

export function addDays(iso: string, days: number): string {
  return new Date(utc(iso).getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000);
}

/** Monday is 0. */
export function weekday(iso: string): number {
  return (utc(iso).getUTCDay() + 6) % 7;
}

/** The first day of the month `months` after that of `iso`. */
export function monthStart(iso: string, months = 0): string {
  const date = utc(iso);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1))
    .toISOString()
    .slice(0, 10);
}

export function daysInMonth(iso: string): number {
  return daysBetween(monthStart(iso), monthStart(iso, 1));
}

/** Today, where the window is. */
export function today(now = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
