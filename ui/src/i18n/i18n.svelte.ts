/** Every visible string, in French and English, switched at once. */
import { FluentBundle, type FluentResource, type FluentVariable } from '@fluent/bundle';

import type { Argument, Language, Message } from '../host/generated/types';
import { formatDate, type DateStyle } from '../time/dates';
import { formatDuration, formatTime } from '../time/time';

/** The messages of one file. They are parsed when the window is built (`vite.config.ts`). */
export type Texts = FluentResource['body'];

/** What the first screen says. */
const FIRST = import.meta.glob<Texts>('./{fr,en}/{shell,programme}.ftl', {
  eager: true,
  import: 'default',
});

/** Every text there is by now. */
let sources = $state.raw(FIRST);

/** Reads what the first screen does without; what is shown of it meanwhile is shown anew then. */
export async function loadWords(): Promise<void> {
  const { REST } = await import('./rest');
  sources = { ...FIRST, ...REST };
}

const MEMORY = 'deroule.language';

/** How many texts are kept: a screen says the same few hundred again and again. */
const REMEMBERED = 5000;

/** One language's words. */
class Words {
  readonly bundle: FluentBundle;
  readonly #read = new Set<string>();
  /** What was said before, by message and what it was about. */
  readonly #said = new Map<string, string>();

  constructor(private readonly language: Language) {
    this.bundle = new FluentBundle(language, { useIsolating: false });
  }

  /** A message in words; its id while there are none. */
  say(id: string, args: Record<string, FluentVariable>): string {
    let key = id;
    for (const name in args) key += `\n${name} ${typeof args[name]} ${String(args[name])}`;
    const said = this.#said.get(key);
    if (said !== undefined) return said;
    if (!this.bundle.hasMessage(id)) this.#readAll();
    const pattern = this.bundle.getMessage(id)?.value;
    if (!pattern) return id;
    const plain = Object.entries(args).map(([name, value]) => [
      name,
      plainly(value, this.language),
    ]);
    const text = this.bundle.formatPattern(pattern, Object.fromEntries(plain), []);
    if (this.#said.size >= REMEMBERED) this.#said.clear();
    this.#said.set(key, text);
    return text;
  }

  #readAll(): void {
    for (const [path, body] of Object.entries(sources)) {
      if (this.#read.has(path) || !path.startsWith(`./${this.language}/`)) continue;
      this.#read.add(path);
      this.bundle.addResource({ body }, { allowOverrides: true });
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
  return wordsOf(current).say(id, args);
}

/** What stands between thousands and hundreds. */
const GROUPS: Record<Language, string> = { fr: '\u202f', en: ',' };

/**
 * A count from 2 to a million is « other » in both languages, and written here. Fluent would ask the system,
 * which the first time takes as long to answer as the window takes to draw a few rows.
 */
function plainly(value: FluentVariable, language: Language): FluentVariable {
  if (typeof value !== 'number' || !Number.isInteger(value)) return value;
  if (value < 2 || value >= 1_000_000) return value;
  const digits = String(value);
  return digits.length > 3
    ? `${digits.slice(0, -3)}${GROUPS[language]}${digits.slice(-3)}`
    : digits;
}

/** What is said about the very year of a date. */
const OF_YEARS = [
  'remark-year-guessed',
  'remark-session-kept',
  'remark-day-kept',
  'value-date',
  'calendar-far-date',
];

/** What Rust has to say: a finding, a problem, the name of an edit. */
export function say(message: Message): string {
  const style = OF_YEARS.includes(message.code) ? 'long' : 'dayMonth';
  const args = Object.entries(message.args).map(([name, value]) => [name, written(value, style)]);
  return t(message.code, Object.fromEntries(args));
}

function written(argument: Argument, style: DateStyle): FluentVariable {
  switch (argument.type) {
    case 'time':
      return formatTime(argument.value, current);
    case 'minutes':
      return formatDuration(argument.value);
    case 'date':
      return formatDate(argument.value, current, style);
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
