import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { setLanguage } from '../i18n/i18n.svelte';
import { clock, minutes } from '../time/units';
import DurationField from './DurationField.svelte';
import InlineEdit from './InlineEdit.svelte';
import TextField from './TextField.svelte';
import TimeField from './TimeField.svelte';

const field = () => screen.getByRole<HTMLInputElement>('textbox');
const type = (value: string) => fireEvent.input(field(), { target: { value } });
const key = (name: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(field(), { key: name, ...more });

/** The axe rules that a component breaks. Colours are tested with the tokens. */
async function broken(root: Element): Promise<string[]> {
  const { violations } = await axe.run(root, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(({ id }) => id);
}

afterEach(() => {
  cleanup();
  setLanguage('fr', false);
});

describe('a text field', () => {
  const faulty = (text: string) => (text === 'non' ? 'Pas ça.' : null);
  function shown(props = {}) {
    const onCommit = vi.fn();
    const onLeave = vi.fn();
    const all = { value: 'avant', label: 'Titre', onCommit, onLeave, fault: faulty, ...props };
    return { onCommit, onLeave, ...render(TextField, all) };
  }

  it('commits once, on Enter', async () => {
    const { onCommit } = shown();
    await type('après');
    expect(onCommit).not.toHaveBeenCalled();
    await key('Enter');
    await fireEvent.blur(field());
    expect(onCommit).toHaveBeenCalledExactlyOnceWith('après');
  });

  it('commits when it is left', async () => {
    const { onCommit, onLeave } = shown();
    await type('après');
    await fireEvent.blur(field());
    expect(onCommit).toHaveBeenCalledExactlyOnceWith('après');
    expect(onLeave).toHaveBeenCalledOnce();
  });

  it('commits nothing when nothing changed', async () => {
    const { onCommit } = shown();
    await type('avant');
    await key('Enter');
    expect(onCommit).not.toHaveBeenCalled();
  });

  it('restores its value on Escape', async () => {
    const { onCommit } = shown();
    await type('après');
    await key('Escape');
    expect(field().value).toBe('avant');
    await fireEvent.blur(field());
    expect(onCommit).not.toHaveBeenCalled();
  });

  it('shows the fault and commits nothing', async () => {
    const { onCommit, container } = shown();
    await type('non');
    expect(screen.getByRole('alert').textContent).toBe('Pas ça.');
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(field().getAttribute('aria-describedby')).toBe(screen.getByRole('alert').id);
    expect(await broken(container)).toEqual([]);
    await key('Enter');
    await fireEvent.blur(field());
    expect(onCommit).not.toHaveBeenCalled();
    expect(field().value).toBe('avant');
  });

  it('of several lines starts a line on Enter and commits on Ctrl+Enter', async () => {
    const { onCommit, container } = shown({ multiline: true });
    await type('après');
    await key('Enter');
    expect(onCommit).not.toHaveBeenCalled();
    await key('Enter', { ctrlKey: true });
    expect(onCommit).toHaveBeenCalledExactlyOnceWith('après');
    expect(await broken(container)).toEqual([]);
  });

  it('of several lines refers to its fault', async () => {
    shown({ multiline: true });
    await type('non');
    expect(field().getAttribute('aria-describedby')).toBe(screen.getByRole('alert').id);
  });
});

describe('a time field', () => {
  it('shows and reads a time of day in the language of the window', async () => {
    const onCommit = vi.fn();
    const { container } = render(TimeField, { value: clock(570), label: 'Début', onCommit });
    expect(field().value).toBe('9h30');
    expect(await broken(container)).toEqual([]);
    await type('14:05');
    await key('Enter');
    expect(onCommit).toHaveBeenCalledExactlyOnceWith(845);
  });

  it('refuses an invalid and an empty time', async () => {
    const onCommit = vi.fn();
    render(TimeField, { value: clock(570), label: 'Début', onCommit });
    await type('midi');
    await key('Enter');
    expect(screen.getByRole('alert').textContent).toContain('9h30');
    await type('');
    await key('Enter');
    expect(onCommit).not.toHaveBeenCalled();
  });
});

describe('a duration field', () => {
  it('shows and reads a duration', async () => {
    const onCommit = vi.fn();
    const { container } = render(DurationField, { value: minutes(75), label: 'Durée', onCommit });
    expect(field().value).toBe('1 h 15');
    expect(await broken(container)).toEqual([]);
    await type('90');
    await key('Enter');
    expect(onCommit).toHaveBeenCalledExactlyOnceWith(90);
  });

  it('refuses an invalid duration', async () => {
    const onCommit = vi.fn();
    render(DurationField, { value: minutes(75), label: 'Durée', onCommit });
    await type('longtemps');
    await key('Enter');
    expect(screen.getByRole('alert').textContent).toContain('1h15');
    expect(onCommit).not.toHaveBeenCalled();
  });
});

describe('an inline edit', () => {
  it.each(['click', 'F2'])('becomes a field with the text selected on %s', async (way) => {
    const { container } = render(InlineEdit, { value: 'Repas', label: 'Titre', onCommit: vi.fn() });
    const button = screen.getByRole('button', { name: 'Titre: Repas' });
    expect(await broken(container)).toEqual([]);
    await (way === 'click' ? fireEvent.click(button) : fireEvent.keyDown(button, { key: way }));
    expect(document.activeElement).toBe(field());
    expect(field().selectionEnd).toBe('Repas'.length);
    expect(await broken(container)).toEqual([]);
  });

  it('commits on Enter and returns the focus to the text', async () => {
    const onCommit = vi.fn();
    render(InlineEdit, { value: 'Repas', label: 'Titre', onCommit });
    await fireEvent.click(screen.getByRole('button'));
    await type('Goûter');
    await key('Enter');
    expect(onCommit).toHaveBeenCalledExactlyOnceWith('Goûter');
    await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button')));
  });

  it('commits nothing after Escape', async () => {
    const onCommit = vi.fn();
    render(InlineEdit, { value: 'Repas', label: 'Titre', onCommit });
    await fireEvent.click(screen.getByRole('button'));
    await type('Goûter');
    await key('Escape');
    await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button')));
    expect(onCommit).not.toHaveBeenCalled();
  });
});
