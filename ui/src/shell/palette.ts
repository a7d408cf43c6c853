/** Finding commands, and anything that was written in the programme, by a few letters; accents and capitals aside. */
import type { IconName } from '../kit/icons';

export interface Entry {
  id: string;
  name: string;
  hint: string;
  icon: IconName;
  run: () => void;
  /** What else is searched: notes, room, people… An entry that has it is found only by a query. */
  text?: string;
}

/** An entry that a query found. */
export interface Found {
  entry: Entry;
  /** The part of its text that was found, where the name does not say it; else empty. */
  excerpt: string;
}

/** A part of a text, and whether it is what was searched. */
export interface Piece {
  text: string;
  isMatch: boolean;
}

/** How many entries are shown. */
const MOST = 60;
/** How many characters of a text are shown around what was found. */
const AROUND = 36;

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

const wordsOf = (query: string) => plain(query).split(/\s+/).filter(Boolean);

/**
 * The entries that contain every word of the query. Those whose name starts with it come first, then those whose name
 * has its words, then those that have them elsewhere.
 */
export function matches(entries: Entry[], query: string): Found[] {
  const words = wordsOf(query);
  const start = plain(query.trim());
  const ranked = entries.flatMap((entry, at) => {
    if (entry.text !== undefined && words.length === 0) return [];
    const name = plain(`${entry.name} ${entry.hint}`);
    const whole = entry.text ? `${name} ${plain(entry.text)}` : name;
    if (!words.every((word) => whole.includes(word))) return [];
    const inName = words.every((word) => name.includes(word));
    const rank = plain(entry.name).startsWith(start) ? 0 : inName ? 1 : 2;
    return [{ entry, at, rank, excerpt: inName ? '' : excerptOf(entry.text ?? '', words) }];
  });
  return ranked
    .sort((one, other) => one.rank - other.rank || one.at - other.at)
    .slice(0, MOST)
    .map(({ entry, excerpt }) => ({ entry, excerpt }));
}

/** The part of a text around the first of some words; its beginning where none is in it. */
function excerptOf(text: string, words: string[]): string {
  const flat = text.replace(/\s+/gu, ' ').trim();
  const simple = plain(flat);
  const first = Math.min(...words.map((word) => simple.indexOf(word)).filter((at) => at >= 0));
  // Some letters are several without their accents: places would not agree.
  const at = Number.isFinite(first) && simple.length === flat.length ? first : 0;
  const characters = [...flat];
  const from = Math.max(0, [...flat.slice(0, at)].length - AROUND / 2);
  const cut = characters.slice(from, from + AROUND * 2).join('');
  return `${from > 0 ? '…' : ''}${cut}${from + AROUND * 2 < characters.length ? '…' : ''}`;
}

/** A text in pieces, those that the query names apart. */
export function pieces(text: string, query: string): Piece[] {
  const simple = plain(text);
  if (simple.length !== text.length) return [{ text, isMatch: false }];
  const isIn = new Array<boolean>(text.length).fill(false);
  for (const word of wordsOf(query)) {
    for (let at = simple.indexOf(word); at >= 0; at = simple.indexOf(word, at + word.length)) {
      isIn.fill(true, at, at + word.length);
    }
  }
  const found: Piece[] = [];
  for (const [at, isMatch] of isIn.entries()) {
    const last = found.at(-1);
    const character = text.charAt(at);
    if (last?.isMatch === isMatch) last.text += character;
    else found.push({ text: character, isMatch });
  }
  return found;
}
