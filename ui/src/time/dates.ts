/** Dates as `YYYY-MM-DD`, without a time zone. */
import type { Language } from './time';

export const DATE_STYLES = [
  'long',
  'date',
  'dayMonth',
  'short',
  'weekday',
  'month',
  'monthYear',
  'monthShort',
] as const;

export type DateStyle = (typeof DATE_STYLES)[number];

/** The names of weekdays, from Monday on, and of months. `Intl` has them, too, but its first call takes
 *  longer than drawing a table (docs/performance.md). */
interface Names {
  weekdays: string[];
  months: string[];
  short: string[];
}

const NAMES: Record<Language, Names> = {
  fr: {
    weekdays: words('lundi mardi mercredi jeudi vendredi samedi dimanche'),
    months: words(
      'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    ),
    short: words('janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'),
  },
  en: {
    weekdays: words('Monday Tuesday Wednesday Thursday Friday Saturday Sunday'),
    months: words(
      'January February March April May June July August September October November December',
    ),
    short: words('Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec'),
  },
};

function words(text: string): string[] {
  return text.split(' ');
}

/** A date in words: `vendredi 1er mai 2026`, `Friday 1 May 2026`, or the part of it that `style` names. */
export function formatDate(iso: string, language: Language, style: DateStyle): string {
  const { weekdays, months, short } = NAMES[language];
  const [year = '', month = '', date = ''] = iso.split('-');
  const day = language === 'fr' && date === '01' ? '1er' : String(Number(date));
  const name = months[Number(month) - 1];
  switch (style) {
    case 'long':
      return `${weekdays[weekday(iso)]} ${day} ${name} ${year}`;
    case 'date':
      return `${day} ${name} ${year}`;
    case 'dayMonth':
      return `${day} ${name}`;
    case 'short':
      return `${day} ${short[Number(month) - 1]}`;
    case 'weekday':
      return `${weekdays[weekday(iso)]}`;
    case 'month':
      return `${name}`;
    case 'monthYear':
      return `${name} ${year}`;
    case 'monthShort':
      return `${short[Number(month) - 1]}`;
  }
}

/** Several days, in order: a range where they follow each other, else one by one. */
export function formatDays(days: string[], language: Language): string {
  const [first, last] = [days[0], days.at(-1)];
  const follow = days.every((day, at) => at === 0 || day === addDays(days[at - 1] ?? '', 1));
  if (first && last && first !== last && follow) {
    const sameYear = first.slice(0, 4) === last.slice(0, 4);
    const from = formatDate(first, language, 'long');
    // A common year is written once.
    return `${sameYear ? from.slice(0, -5) : from} – ${formatDate(last, language, 'long')}`;
  }
  return days.map((day) => formatDate(day, language, 'long')).join(', ');
}

function utc(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
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
