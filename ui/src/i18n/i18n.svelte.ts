/**
 * Every visible string, in French and English, switched at once. Rust reads the same messages
 * (`src-tauri/crates/text`).
 */
import {
  FluentBundle,
  type FluentResource,
  FluentType,
  type FluentValue,
  type FluentVariable,
} from '@fluent/bundle';

import type { Argument, Clock, Language, Message } from '../host/generated/types';
import { DATE_STYLES, formatDate, type DateStyle } from '../time/dates';
import { formatDuration, formatTime } from '../time/time';

/** The messages of one file. They are parsed when the window is built (`vite.config.ts`). */
export type Texts = FluentResource['body'];

/** The messages of the first screen. */
const FIRST = import.meta.glob<Texts>(
  '../../../src-tauri/crates/text/messages/{fr,en}/{shell,programme}.ftl',
  { eager: true, import: 'default' },
);

/** The messages loaded so far. */
let sources = $state.raw(FIRST);

/** Loads the messages of the other screens. What already shows their ids is redrawn. */
export async function loadMessages(): Promise<void> {
  const { OTHER_SCREENS } = await import('./other-screens');
  sources = { ...FIRST, ...OTHER_SCREENS };
}

const MEMORY = 'deroule.language';

/** How many formatted messages are kept. A screen repeats a few hundred. */
const REMEMBERED = 5000;

/** The messages of one language. */
class Messages {
  readonly bundle: FluentBundle;
  readonly #read = new Set<string>();
  /** Messages formatted before, by id and arguments. */
  readonly #formatted = new Map<string, string>();

  constructor(private readonly language: Language) {
    this.bundle = new FluentBundle(language, {
      useIsolating: false,
      functions: { DATE: dateFunction },
    });
  }

  /** A formatted message; its id while it is not loaded. */
  format(id: string, args: Record<string, FluentVariable>): string {
    let key = id;
    for (const name in args) key += `\n${name} ${typeof args[name]} ${String(args[name])}`;
    const known = this.#formatted.get(key);
    if (known !== undefined) return known;
    if (!this.bundle.hasMessage(id)) this.#readAll();
    const pattern = this.bundle.getMessage(id)?.value;
    if (!pattern) return id;
    const plain = Object.entries(args).map(([name, value]) => [
      name,
      plainNumber(value, this.language),
    ]);
    const text = this.bundle.formatPattern(pattern, Object.fromEntries(plain), []);
    if (this.#formatted.size >= REMEMBERED) this.#formatted.clear();
    this.#formatted.set(key, text);
    return text;
  }

  #readAll(): void {
    for (const [path, body] of Object.entries(sources)) {
      if (this.#read.has(path) || !path.includes(`/${this.language}/`)) continue;
      this.#read.add(path);
      this.bundle.addResource({ body }, { allowOverrides: true });
    }
  }
}

/** Parsed on first use. */
const messages: Partial<Record<Language, Messages>> = {};

function messagesOf(language: Language): Messages {
  return (messages[language] ??= new Messages(language));
}

let current = $state<Language>('fr');

export function language(): Language {
  return current;
}

/** The language the user has chosen; null when none was. */
export function chosenLanguage(): Language | null {
  const stored = localStorage.getItem(MEMORY);
  return stored === 'fr' || stored === 'en' ? stored : null;
}

/** Switches the language. A choice of the user is remembered. */
export function setLanguage(next: Language, chosen = true): void {
  current = next;
  document.documentElement.lang = next;
  if (chosen) localStorage.setItem(MEMORY, next);
}

/** A text of the window. */
export function t(id: string, args: Record<string, FluentVariable> = {}): string {
  return messagesOf(current).format(id, args);
}

/** The separator of thousands. */
const GROUPS: Record<Language, string> = { fr: '\u202f', en: ',' };

/**
 * Counts from 2 to a million are formatted here: they are in the plural category « other » in both languages.
 * The system's first answer about plurals takes as long as drawing a few rows (docs/performance.md).
 */
function plainNumber(value: FluentVariable, language: Language): FluentVariable {
  if (typeof value !== 'number' || !Number.isInteger(value)) return value;
  if (value < 2 || value >= 1_000_000) return value;
  const digits = String(value);
  return digits.length > 3
    ? `${digits.slice(0, -3)}${GROUPS[language]}${digits.slice(-3)}`
    : digits;
}

/** A date as an argument. The message says how it is written: `{ DATE($date, style: "long") }`. */
class LocalDate extends FluentType<string> {
  constructor(
    iso: string,
    private readonly language: Language,
  ) {
    super(iso);
  }

  toString(): string {
    return this.format('date');
  }

  format(style: DateStyle): string {
    return formatDate(this.value, this.language, style);
  }
}

function dateFunction([date]: FluentValue[], { style }: Record<string, FluentValue>): FluentValue {
  if (!(date instanceof LocalDate)) return date ?? '';
  return date.format(isStyle(style) ? style : 'date');
}

function isStyle(value: unknown): value is DateStyle {
  return (DATE_STYLES as readonly unknown[]).includes(value);
}

/** A message from Rust: a finding, a problem, the label of an edit. */
export function formatMessage(message: Message): string {
  const args = Object.entries(message.args).map(([name, value]) => [name, argumentValue(value)]);
  return t(message.code, Object.fromEntries(args));
}

function argumentValue(argument: Argument): FluentVariable {
  switch (argument.type) {
    case 'time':
      return formatTime(argument.value, current);
    case 'minutes':
      return formatDuration(argument.value);
    case 'date':
      return new LocalDate(argument.value, current);
    default:
      return argument.value;
  }
}

/** A time of day in the language of the window. */
export function time(at: Clock): string {
  return formatTime(at, current);
}

/** Capitalises the first letter, for a message at the start of a line. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase(current) + text.slice(1);
}
