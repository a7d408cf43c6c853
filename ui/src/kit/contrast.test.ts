import { describe, expect, it } from 'vitest';

import tokens from './tokens.css?raw';

/** The declarations of one theme. The dark theme inherits what it does not declare. */
function declared(selector: string): Map<string, string> {
  const block = tokens.split(`${selector} {`)[1]?.split('}')[0] ?? '';
  return new Map(
    Array.from(block.matchAll(/--([\w-]+):\s*([^;]+);/g), ([, name, value]) => [name!, value!]),
  );
}

const light = declared(':root');
const dark = new Map([...light, ...declared(":root[data-theme='dark']")]);
const THEMES = [
  { theme: 'light', values: light, white: '#ffffff' },
  { theme: 'dark', values: dark, white: '#12152a' },
];

/** Relative luminance as WCAG 2 defines it. */
function luminance(colour: string): number {
  const channels = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  if (!channels) throw new Error(`not a plain colour: ${colour}`);
  const [red, green, blue] = channels.slice(1).map((pair) => {
    const share = parseInt(pair, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

/** Every text colour with its backgrounds, by token name. */
function pairs(values: Map<string, string>): [string, string][] {
  const names = [...values.keys()];
  const kindTints = names.filter((name) => /^kind-\w+-tint$/.test(name));
  const audiences = names.filter((name) => /^audience-\w+$/.test(name));
  const grounds = ['canvas', 'side', 'sunk', 'raised'];
  const on = (texts: string[], under: string[]) =>
    texts.flatMap((text) => under.map((ground): [string, string] => [text, ground]));
  return [
    ...on(['ink', 'ink-2', 'ink-3', 'accent', 'warn', 'conflict', 'ok'], grounds),
    ...on(['ink', 'ink-2'], [...kindTints, 'accent-tint']),
    ['accent-ink', 'accent'],
    ['tip-ink', 'tip'],
    ['tip-action', 'tip'],
    ...['ok', 'warn', 'conflict'].map((name): [string, string] => [name, `${name}-tint`]),
    ...audiences.map((name): [string, string] => [name, `${name}-tint`]),
  ];
}

describe.each(THEMES)('the $theme theme', ({ values, white }) => {
  const colour = (name: string) => values.get(name) ?? `nothing, for --${name}`;

  it('has nine kinds and seven audience colours, each with its tint', () => {
    const tints = [...values.keys()].filter((name) => name.endsWith('-tint'));
    expect(tints.filter((name) => name.startsWith('kind-'))).toHaveLength(9);
    expect(tints.filter((name) => name.startsWith('audience-'))).toHaveLength(7);
  });

  it.each(pairs(values))('shows %s on %s with a contrast of 4.5 or more', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  const audiences = [...values.keys()].filter((name) => /^audience-\w+$/.test(name));
  it.each(audiences)('shows words on %s with a contrast of 4.5 or more', (name) => {
    expect(contrast(white, colour(name))).toBeGreaterThanOrEqual(4.5);
  });
});
