/** Every visible string, in French and English, switched at once. */
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

import type { Argument, Language, Message } from '../host/generated/types';
import { formatDate } from '../time/dates';
import { formatDuration, formatTime } from '../time/time';

const SOURCES = import.meta.glob<string>('./{fr,en}/*.ftl', {
  eager: true,
  query: '?raw',
  import: 'default',
});

const MEMORY = 'deroule.language';

/** What the first screen says; the rest is read when it is first looked for. */
const FIRST = ['shell', 'programme'];

/** One language's words. */
class Words {
  readonly bundle: FluentBundle;
  #unread: string[];

  constructor(private readonly language: Language) {
    this.bundle = new FluentBundle(language, { useIsolating: false });
    this.#unread = Object.keys(SOURCES).filter((path) => path.startsWith(`./${language}/`));
    this.#read(FIRST.map((name) => this.#path(name)));
  }

  message(id: string) {
    if (!this.bundle.hasMessage(id)) this.#read(this.#unread);
    return this.bundle.getMessage(id)?.value ?? null;
  }

  #path(name: string): string {
    return `./${this.language}/${name}.ftl`;
  }

  #read(paths: string[]): void {
    this.#unread = this.#unread.filter((path) => !paths.includes(path));
    for (const path of paths) {
      this.bundle.addResource(new FluentResource(SOURCES[path] ?? ''), { allowOverrides: true });
    }
  }
}

/** Each language's words, read when it is first shown. */
const words: Partial<Record<Language, Words>> = {};

function wordsOf(language: Language): Words {
  return (words[language] ??= new Words(language));
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

/** Shows everything in another language; a choice is remembered. */
export function setLanguage(next: Language, chosen = true): void {
  current = next;
  document.documentElement.lang = next;
  if (chosen) localStorage.setItem(MEMORY, next);
}

/** A text of the window. */
export function t(id: string, args: Record<string, FluentVariable> = {}): string {
  const own = wordsOf(current);
  const pattern = own.message(id);
  return pattern ? own.bundle.formatPattern(pattern, args, []) : id;
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
