import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import axe from 'axe-core';
import { createRawSnippet } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { setLanguage } from '../i18n/i18n.svelte';
import DateField from './DateField.svelte';
import Dialog from './Dialog.svelte';
import Menu from './Menu.svelte';
import Segmented from './Segmented.svelte';

const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));
const focused = () => document.activeElement as HTMLElement;
const key = (name: string) => fireEvent.keyDown(focused(), { key: name });

/** The axe rules that a component breaks. Colours are tested with the tokens. */
async function broken(root: Element): Promise<string[]> {
  const { violations } = await axe.run(root, { rules: { 'color-contrast': { enabled: false } } });
  return violations.map(({ id }) => id);
}

afterEach(() => {
  cleanup();
  setLanguage('fr', false);
});

describe('a date field', () => {
  const today = vi.fn(() => '2026-05-08');
  async function shown(value: string | null = '2026-10-13', near: string | null = '2026-10-01') {
    const onChange = vi.fn();
    const view = render(DateField, {
      value,
      label: 'Date',
      onChange,
      ...{ near, today },
    });
    await fireEvent.click(screen.getByRole('button'));
    const at = value ?? near ?? '2026-05-08';
    await vi.waitFor(() => expect(focused().dataset.date).toBe(at));
    return { onChange, ...view };
  }

  it('is named by its label and its date, closed and open', async () => {
    const { container } = await shown();
    expect(screen.getByRole('button', { expanded: true }).getAttribute('aria-label')).toBe(
      'Date: mardi 13 octobre 2026',
    );
    expect(await broken(container)).toEqual([]);
  });

  it.each([
    ['ArrowLeft', '2026-10-12'],
    ['ArrowRight', '2026-10-14'],
    ['ArrowUp', '2026-10-06'],
    ['ArrowDown', '2026-10-20'],
    ['PageUp', '2026-09-01'],
    ['PageDown', '2026-11-01'],
  ])('moves with %s', async (name, date) => {
    await shown();
    await key(name);
    await vi.waitFor(() => expect(focused().dataset.date).toBe(date));
  });

  it('opens at today when nothing says which month', async () => {
    await shown(null, null);
    expect(screen.getByRole('dialog').textContent).toContain('mai 2026');
  });

  it('reads the clock only when it needs today', async () => {
    today.mockClear();
    await shown();
    cleanup();
    await shown(null);
    expect(today).not.toHaveBeenCalled();
  });

  it('chooses a day, closes, and returns the focus', async () => {
    const { onChange } = await shown();
    await key('ArrowDown');
    await vi.waitFor(() => expect(focused().dataset.date).toBe('2026-10-20'));
    await fireEvent.click(focused());
    expect(onChange).toHaveBeenCalledExactlyOnceWith('2026-10-20');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(focused().getAttribute('aria-haspopup')).toBe('dialog');
  });

  it('changes nothing on Escape', async () => {
    const { onChange } = await shown();
    await key('Escape');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(focused().getAttribute('aria-haspopup')).toBe('dialog');
    expect(onChange).not.toHaveBeenCalled();
  });

  it('can be typed: a digit begins the text, and Enter takes the first reading', async () => {
    const { onChange } = await shown();
    await key('3');
    expect(focused().getAttribute('role')).toBe('combobox');
    await fireEvent.input(focused(), { target: { value: '3 déc' } });
    const readings = screen.getAllByRole('option').map((one) => one.textContent?.trim());
    expect(readings[0]).toContain('jeudi 3 décembre 2026');
    await key('Enter');
    expect(onChange).toHaveBeenCalledExactlyOnceWith('2026-12-03');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says when a text is no date, and changes nothing', async () => {
    const { onChange, container } = await shown();
    await key('b');
    await fireEvent.input(focused(), { target: { value: 'bientôt' } });
    expect(screen.getByRole('status').textContent).toBe('Cette date n’est pas comprise.');
    expect(await broken(container)).toEqual([]);
    await key('Enter');
    expect(onChange).not.toHaveBeenCalled();
  });

  it('offers other readings with the arrows', async () => {
    const { onChange } = await shown(null, '2026-10-01');
    await key('1');
    await fireEvent.input(focused(), { target: { value: '12 mars' } });
    const second = screen.getAllByRole('option')[1]?.textContent;
    await key('ArrowDown');
    await key('Enter');
    expect(onChange).toHaveBeenCalledOnce();
    expect(second).toContain('12 mars 2026');
    expect(onChange).toHaveBeenCalledWith('2026-03-12');
  });

  it('can be left undated', async () => {
    const { onChange } = await shown();
    await fireEvent.click(screen.getByText('Date à confirmer'));
    expect(onChange).toHaveBeenCalledExactlyOnceWith(null);
  });

  it('without a date opens at the nearest month', async () => {
    await shown(null);
    expect(screen.getByText('octobre 2026')).toBeTruthy();
  });
});

describe('a menu', () => {
  async function shown() {
    const runs = { open: vi.fn(), remove: vi.fn() };
    const items = [
      { name: 'Ouvrir', run: runs.open, keys: 'Enter' },
      { name: 'Supprimer', run: runs.remove, danger: true },
    ];
    const view = render(Menu, { label: 'Actions', items, children: words('…') });
    await fireEvent.click(screen.getByRole('button', { name: 'Actions' }));
    await vi.waitFor(() => expect(focused()).toBe(screen.getAllByRole('menuitem')[0]));
    return { ...runs, ...view };
  }

  it('breaks no axe rule, closed or open', async () => {
    const { container } = await shown();
    expect(await broken(container)).toEqual([]);
    await key('Escape');
    expect(await broken(container)).toEqual([]);
  });

  it('tells two items of the same name apart', async () => {
    const runs = [vi.fn(), vi.fn()];
    const items = runs.map((run) => ({ name: 'Portes ouvertes', run }));
    render(Menu, { label: 'Programmes', items, children: words('…') });
    await fireEvent.click(screen.getByRole('button', { name: 'Programmes' }));
    await fireEvent.click(screen.getAllByRole('menuitem')[1]!);
    expect(runs.map((run) => run.mock.calls.length)).toEqual([0, 1]);
  });

  it('wraps around with the arrows', async () => {
    await shown();
    await key('ArrowDown');
    expect(focused()).toBe(screen.getByRole('menuitem', { name: /Supprimer/ }));
    await key('ArrowDown');
    expect(focused()).toBe(screen.getByRole('menuitem', { name: /Ouvrir/ }));
    await key('ArrowUp');
    expect(focused()).toBe(screen.getByRole('menuitem', { name: /Supprimer/ }));
  });

  it('goes to its ends with Home and End', async () => {
    await shown();
    await key('End');
    expect(focused()).toBe(screen.getByRole('menuitem', { name: /Supprimer/ }));
    await key('Home');
    expect(focused()).toBe(screen.getByRole('menuitem', { name: /Ouvrir/ }));
  });

  it('closes on Escape, returns the focus, and runs nothing', async () => {
    const { open, remove } = await shown();
    await key('Escape');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(focused()).toBe(screen.getByRole('button', { name: 'Actions' }));
    expect(open).not.toHaveBeenCalled();
    expect(remove).not.toHaveBeenCalled();
  });

  it('runs the chosen item once, and closes', async () => {
    const { remove } = await shown();
    await fireEvent.click(screen.getByRole('menuitem', { name: 'Supprimer' }));
    expect(remove).toHaveBeenCalledOnce();
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('closes on a click elsewhere', async () => {
    await shown();
    await fireEvent.click(document.body);
    expect(screen.queryByRole('menu')).toBeNull();
  });
});

describe('a dialog', () => {
  it('is named by its heading and closes once', async () => {
    const onClose = vi.fn();
    const { container } = render(Dialog, { label: 'Réglages', onClose, children: words('…') });
    const dialog = screen.getByRole<HTMLDialogElement>('dialog', { name: 'Réglages' });
    expect(dialog.open).toBe(true);
    expect(await broken(container)).toEqual([]);
    dialog.close();
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('closes on a click outside, not on one inside', async () => {
    const onClose = vi.fn();
    render(Dialog, { label: 'Réglages', onClose, children: words('dedans') });
    await fireEvent.click(screen.getByText('dedans'));
    expect(onClose).not.toHaveBeenCalled();
    await fireEvent.click(screen.getByRole('dialog'));
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('returns the focus', () => {
    const before = document.body.appendChild(document.createElement('button'));
    before.focus();
    const { unmount } = render(Dialog, { label: 'A', onClose: vi.fn(), children: words('…') });
    unmount();
    expect(focused()).toBe(before);
    before.remove();
  });
});

describe('a segmented control', () => {
  it('shows the chosen value, and reports a click on another', async () => {
    const onChange = vi.fn();
    const options = [
      { value: 'a', name: 'Un' },
      { value: 'b', name: 'Deux' },
    ];
    const { container } = render(Segmented, { value: 'a', label: 'Choix', options, onChange });
    expect(screen.getByRole('radiogroup', { name: 'Choix' })).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Un' }).checked).toBe(true);
    expect(await broken(container)).toEqual([]);
    await fireEvent.click(screen.getByRole('radio', { name: 'Deux' }));
    expect(onChange).toHaveBeenCalledExactlyOnceWith('b');
  });
});
