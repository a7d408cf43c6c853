/** Every visible string, in French and English, switched at once. */
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

import type { Argument, Language, Message } from '../host/generated/types';
import { formatDate, prepareFormats } from '../time/dates';
import { formatDuration, formatTime } from '../time/time';

const SOURCES = import.meta.glob<string>('./{fr,en}/*.ftl', {
  eager: true,
  query: '?raw',
  import: 'default',
});

const MEMORY = 'deroule.language';

function bundle(language: Language): FluentBundle {
  const built = new FluentBundle(language, { useIsolating: false });
  for (const [path, source] of Object.entries(SOURCES)) {
    if (path.startsWith(`./${language}/`)) {
      built.addResource(new FluentResource(source), { allowOverrides: true });
    }
  }
  return built;
}

/** Each language's words, read when it is first shown. */
const bundles: Partial<Record<Language, FluentBundle>> = {};

function wordsOf(language: Language): FluentBundle {
  return (bundles[language] ??= bundle(language));
}

let current = $state<Language>('fr');

export function language(): Language {
  return current;
}

/** The language chosen here before, if one was. */
export function chosenLanguage(): Language | null {
  const stored = localStorage.getItem(MEMORY);
  return stored === 'fr' || stored === 'en' ? stored : null;
}

/** Shows everything in another language; a choice is remembered. Its words and formats are made
 *  ready at once, which at the start is while the first answer is on its way. */
export function setLanguage(next: Language, chosen = true): void {
  wordsOf(next);
  prepareFormats(next);
  current = next;
  document.documentElement.lang = next;
  if (chosen) localStorage.setItem(MEMORY, next);
}

/** A text of the window. */
export function t(id: string, args: Record<string, FluentVariable> = {}): string {
  const words = wordsOf(current);
  const pattern = words.getMessage(id)?.value;
  return pattern ? words.formatPattern(pattern, args, []) : id;
}

/** What Rust has to say: a finding, a problem, the name of an edit. */
export function say(message: Message): string {
  const args = Object.entries(message.args).map(([name, value]) => [name, written(value)]);
  return t(message.code, Object.fromEntries(args));
}

function written(argument: Argument): FluentVariable {
  switch (argument.type) {
    case 'time':
      return formatTime(argument.value, current);
    case 'minutes':
      return formatDuration(argument.value);
    case 'date':
      return formatDate(argument.value, current, 'dayMonth');
    default:
      return argument.value;
  }
}

/** A time of day as this language writes it. */
export function time(minutes: number): string {
  return formatTime(minutes, current);
}

/** A first letter made a capital, for a message that starts a line. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase(current) + text.slice(1);
}
