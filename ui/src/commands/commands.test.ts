import { describe, expect, it, vi } from 'vitest';

import { setLanguage } from '../i18n/i18n.svelte';
import { CommandList, isWriting, keyName, keysOf, type Command } from './commands.svelte';

const press = (key: string, held: KeyboardEventInit = {}) =>
  new KeyboardEvent('keydown', { key, ...held });

const command = (keys: string, more: Partial<Command> = {}): Command => ({
  id: keys,
  title: keys,
  group: 'everywhere',
  keys,
  run: () => undefined,
  ...more,
});

describe('the name of a key press', () => {
  it.each([
    [press('z', { ctrlKey: true }), 'Ctrl+Z'],
    [press('z', { metaKey: true }), 'Ctrl+Z'],
    [press('Z', { ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+Z'],
    [press('?', { shiftKey: true }), '?'],
    [press('ArrowUp', { altKey: true }), 'Alt+ArrowUp'],
    [press('Tab', { shiftKey: true }), 'Shift+Tab'],
    [press('n'), 'N'],
    [press('F2'), 'F2'],
  ])('is as in the command table', (event, name) => {
    expect(keyName(event)).toBe(name);
  });
});

describe('the list of commands', () => {
  it('finds the command of a key press that can run now', () => {
    const list = new CommandList();
    const barred = command('N', { id: 'barred', when: () => false });
    const allowed = command('N', { id: 'allowed', when: () => true });
    list.register([barred, allowed, command('Delete')]);
    expect(list.of(press('n'))).toBe(allowed);
    expect(list.of(press('m'))).toBeUndefined();
  });

  it('leaves native commands to the webview', () => {
    const list = new CommandList();
    list.register([command('Ctrl+C', { native: true })]);
    expect(list.of(press('c', { ctrlKey: true }))).toBeUndefined();
  });

  it('does not run what it finds', () => {
    const list = new CommandList();
    const run = vi.fn();
    list.register([command('N', { run })]);
    list.of(press('n'));
    expect(run).not.toHaveBeenCalled();
  });

  it('removes the commands of one screen and no others', () => {
    const list = new CommandList();
    const stays = command('A');
    list.register([stays]);
    const leave = list.register([command('B'), command('C')]);
    leave();
    expect(list.all).toEqual([stays]);
  });
});

describe('the keys of a command', () => {
  it.each([
    ['Ctrl+Shift+Z', 'Ctrl Maj Z'],
    ['Alt+ArrowUp', 'Alt ↑'],
    ['Ctrl++', 'Ctrl +'],
    ['Delete', 'Suppr'],
    [' ', '␣'],
    ['?', '?'],
  ])('%s are shown as %s', (keys, shown) => {
    setLanguage('fr', false);
    expect(keysOf({ keys })).toBe(shown);
  });

  it('are empty for a command without keys', () => {
    expect(keysOf({})).toBe('');
  });
});

describe('a key press while writing', () => {
  it.each([
    ['input', true],
    ['textarea', true],
    ['select', true],
    ['button', false],
  ])('in a %s is recognised', (tag, writing) => {
    const target = document.body.appendChild(document.createElement(tag));
    const seen: boolean[] = [];
    target.addEventListener('keydown', (event) => seen.push(isWriting(event)));
    target.dispatchEvent(press('n'));
    target.remove();
    expect(seen).toEqual([writing]);
  });

  it.each(['radio', 'checkbox'])('in a %s takes arrows and Space, and no letters', (type) => {
    const target = document.body.appendChild(document.createElement('input'));
    target.type = type;
    const seen: boolean[] = [];
    target.addEventListener('keydown', (event) => seen.push(isWriting(event)));
    for (const key of ['ArrowDown', ' ', 'l', '?']) target.dispatchEvent(press(key));
    target.remove();
    expect(seen).toEqual([true, true, false, false]);
  });
});
