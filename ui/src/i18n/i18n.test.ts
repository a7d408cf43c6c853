import { FluentBundle, FluentResource } from '@fluent/bundle';
import { afterEach, describe, expect, it } from 'vitest';

import FORMATS from '../../../src-tauri/crates/text/tests/formats.json';
import type { Message, Severity, Status } from '../host/generated/types';
import { type DateStyle, formatDate } from '../time/dates';
import { formatClock, formatDuration, formatTime } from '../time/time';
import { KINDS, kindName } from './kinds';
import {
  capital,
  chosenLanguage,
  language,
  formatMessage,
  setLanguage,
  t,
  time,
} from './i18n.svelte';
import { clock, minutes } from '../time/units';

const TEXTS = import.meta.glob<string>('../../../src-tauri/crates/text/messages/{fr,en}/*.ftl', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const FOLDER = '../../../src-tauri/crates/text/messages/';
const SOURCES = import.meta.glob<string>(['../**/*.{ts,svelte}', '!../**/*.test.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
});

const FILES = [...new Set(Object.keys(TEXTS).map((path) => path.slice(`${FOLDER}fr/`.length)))];

/** The id of each message of a file, and its source. */
function messages(language: 'fr' | 'en', file: string): [string, string][] {
  const source = TEXTS[`${FOLDER}${language}/${file}`] ?? '';
  return Array.from(
    source.matchAll(/^([a-z][\w-]*) =(.*(?:\n(?:[ \t}].*|(?=\n[ \t])))*)/gm),
    ([, id, text]): [string, string] => [id!, text!],
  );
}

/** The variables of a message, each once, sorted. */
function variables(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(/\$([\w-]+)/g), ([, name]) => name!))].sort();
}

const all = (language: 'fr' | 'en') => FILES.flatMap((file) => messages(language, file));
const ids = new Set(all('en').map(([id]) => id));
const code = Object.values(SOURCES).join('\n');

/** The prefixes of ids that the code composes, and the possible endings. */
const WRITTEN = Array.from(
  code.matchAll(/(?:\bt\(\s*|\btitle: )'([a-z][a-z0-9]*(?:-[a-z0-9]+)*)'/g),
  ([, id]) => id!,
);
const STATUSES: Record<Status, true> = { tentative: true, confirmed: true, cancelled: true };
const SEVERITIES: Record<Severity, true> = { note: true, warning: true, conflict: true };
const MADE: Record<string, string[]> = {
  status: Object.keys(STATUSES),
  severity: Object.keys(SEVERITIES),
  saving: ['saved', 'saving', 'failed'],
  group: ['everywhere', 'programme', 'session', 'board', 'agenda', 'print'],
  theme: ['system', 'light', 'dark'],
  language: ['fr', 'en'],
  findings: ['noFacilitator', 'noRoom'],
  // What each deletion is called once it is done.
  done: [
    ...[...ids].flatMap((id) => /^edit-(delete-.+)$/.exec(id)?.[1] ?? []),
    'duplicate-session',
    'copy-programme',
    'save-template',
  ],
};

afterEach(() => {
  setLanguage('fr', false);
  localStorage.clear();
});

describe('the two languages', () => {
  it.each(FILES)('have the same messages with the same variables in %s', (file) => {
    const shape = (language: 'fr' | 'en') =>
      messages(language, file).map(([id, text]) => [id, variables(text)]);
    expect(shape('fr').length).toBeGreaterThan(0);
    expect(shape('fr')).toEqual(shape('en'));
  });

  it.each(['fr', 'en'] as const)('define no message twice in %s', (language) => {
    const names = all(language).map(([id]) => id);
    expect(names.filter((id, at) => names.indexOf(id) !== at)).toEqual([]);
  });

  it.each(Object.keys(TEXTS))('are parsed completely from %s', (path) => {
    const file = path.slice(`${FOLDER}fr/`.length);
    const read = new FluentResource(TEXTS[path]!).body.map(({ id }) => id);
    const language = path.startsWith(`${FOLDER}fr/`) ? 'fr' : 'en';
    expect(read).toEqual(messages(language, file).map(([id]) => id));
  });

  it('keep French punctuation on the line of its word', () => {
    const loose = all('fr').filter(([, text]) => {
      const words = text.replace(/\{ (?:\$\w+|DATE\([^)]*\)) \}/g, 'x').replace(/\{ \$\w+ ->/g, '');
      return /[^\u00a0\u202f\s][:;?!»](?:[\s.,)…]|$)|[ \t][:;?!»]|«[^\u00a0\u202f]/m.test(words);
    });
    expect(loose).toEqual([]);
  });
});

describe('the ids of messages', () => {
  it('in the code all exist', () => {
    expect(WRITTEN.length).toBeGreaterThan(100);
    expect(WRITTEN.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('that the code composes all exist', () => {
    const made = Object.entries(MADE).flatMap(([start, ends]) =>
      ends.map((end) => `${start}-${end}`),
    );
    const missing = [...made, ...KINDS.map(kindName), 'undo-done', 'redo-done'];
    expect(missing.filter((id) => !ids.has(id))).toEqual([]);
  });

  it.each(['shell.ftl', 'programme.ftl'])('of %s are all used', (file) => {
    const starts = [...Object.keys(MADE), 'kind'].map((start) => `${start}-`);
    const used = (id: string) =>
      code.includes(`'${id}'`) ||
      /^(?:undo|redo)-done$/.test(id) ||
      starts.some((start) => id.startsWith(start) && code.includes(`\`${start}`));
    const unused = messages('en', file).filter(([id]) => !used(id));
    expect(unused).toEqual([]);
  });
});

describe('a text', () => {
  it('follows the chosen language at once', () => {
    expect(t('close')).toBe('Fermer');
    setLanguage('en');
    expect(t('close')).toBe('Close');
    expect(language()).toBe('en');
    expect(document.documentElement.lang).toBe('en');
  });

  it('uses the plural of its language', () => {
    expect(t('programme-count', { count: 0 })).toBe('0 session');
    setLanguage('en', false);
    expect(t('programme-count', { count: 0 })).toBe('0 sessions');
  });

  it.each(['fr', 'en'] as const)('uses the same plurals as Fluent, in %s', (language) => {
    setLanguage(language, false);
    const bundle = new FluentBundle(language, { useIsolating: false });
    for (const file of FILES)
      bundle.addResource(new FluentResource(TEXTS[`${FOLDER}${language}/${file}`]!));
    const counting = all(language).filter(([, text]) => variables(text).join() === 'count');
    expect(counting.length).toBeGreaterThan(5);
    for (const [id] of counting) {
      for (const count of [0, 1, 2, 3, 21, 101, 999, 1000, 1234, 65432, 999999, 1000000]) {
        const pattern = bundle.getMessage(id)!.value!;
        expect(t(id, { count })).toBe(bundle.formatPattern(pattern, { count }));
      }
    }
  });

  it('shows its id when it does not exist', () => {
    expect(t('no-such-message')).toBe('no-such-message');
  });

  it('from Rust gets its times, durations and dates formatted', () => {
    const message = {
      code: 'finding-overrun',
      args: {
        before: { type: 'text' as const, value: 'Repas' },
        title: { type: 'text' as const, value: 'Atelier' },
        minutes: { type: 'minutes' as const, value: minutes(75) },
        start: { type: 'time' as const, value: clock(840) },
      },
    };
    expect(formatMessage(message)).toContain('1\u00a0h\u00a015');
    expect(formatMessage(message)).toContain('14h');
    setLanguage('en', false);
    expect(formatMessage(message)).toBe(
      '“Repas” runs 1\u00a0h\u00a015 into “Atelier”, which is fixed at 14:00.',
    );
    expect(time(clock(570))).toBe('09:30');
  });

  it('says how its date is written', () => {
    const args = {
      title: { type: 'text', value: 'DIG' },
      date: { type: 'date', value: '2026-05-01' },
    };
    expect(formatMessage({ code: 'remark-year-guessed', args } as Message)).toContain(
      'vendredi 1er mai 2026',
    );
    expect(formatMessage({ code: 'edit-reschedule-session', args } as Message)).toMatch(
      / au 1er mai 2026$/,
    );
    setLanguage('en', false);
    expect(formatMessage({ code: 'edit-reschedule-session', args } as Message)).toMatch(
      / to 1 May 2026$/,
    );
  });

  it('is capitalised at the start of a line', () => {
    expect(capital('écrire')).toBe('Écrire');
    expect(capital('')).toBe('');
  });
});

describe('clock times, durations and dates', () => {
  const plain = (text: string) => text.replace(/\u00a0/g, ' ');

  it.each(['fr', 'en'] as const)('are written as Rust writes them, in %s', (language) => {
    for (const one of FORMATS.clocks)
      expect(formatClock(clock(one.minutes), language)).toBe(one[language]);
    for (const one of FORMATS.times)
      expect(plain(formatTime(clock(one.minutes), language))).toBe(one[language]);
    for (const one of FORMATS.durations)
      expect(plain(formatDuration(minutes(one.minutes)))).toBe(one[language]);
    for (const one of FORMATS.dates)
      expect(plain(formatDate(one.date, language, one.style as DateStyle))).toBe(one[language]);
  });
});

describe('the choice of a language', () => {
  it('is remembered', () => {
    expect(chosenLanguage()).toBeNull();
    setLanguage('en', false);
    expect(chosenLanguage()).toBeNull();
    setLanguage('en');
    expect(chosenLanguage()).toBe('en');
  });

  it('is ignored when the remembered one is invalid', () => {
    localStorage.setItem('deroule.language', '{"de":1}');
    expect(chosenLanguage()).toBeNull();
  });
});
