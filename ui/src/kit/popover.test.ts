import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';

import PopoverFixture from './Popover.test.svelte';

afterEach(cleanup);

const opener = () => screen.getByRole('button', { name: 'Salle' });
const popover = () => screen.queryByRole('dialog');

async function opened() {
  const view = render(PopoverFixture);
  await fireEvent.click(opener());
  return view;
}

describe('a popover', () => {
  it('is named by its button and focuses its first field', async () => {
    const { container } = await opened();
    expect(screen.getByRole('dialog', { name: 'Salle' })).toBeTruthy();
    expect(opener().getAttribute('aria-expanded')).toBe('true');
    expect(document.activeElement).toBe(screen.getByLabelText('Nom'));
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('closes on Escape, and gives the focus back', async () => {
    await opened();
    await fireEvent.keyDown(screen.getByLabelText('Nom'), { key: 'Escape' });
    expect(popover()).toBeNull();
    expect(document.activeElement).toBe(opener());
  });

  it('closes when its content says so', async () => {
    await opened();
    await fireEvent.click(screen.getByRole('button', { name: 'Garder' }));
    expect(popover()).toBeNull();
    expect(document.activeElement).toBe(opener());
  });

  it('closes when something else is pressed or focused', async () => {
    await opened();
    await fireEvent.pointerDown(screen.getByLabelText('Nom'));
    expect(popover()).not.toBeNull();
    await fireEvent.pointerDown(screen.getByRole('button', { name: 'Ailleurs' }));
    expect(popover()).toBeNull();
    await fireEvent.click(opener());
    screen.getByRole('button', { name: 'Ailleurs' }).focus();
    await Promise.resolve();
    expect(popover()).toBeNull();
  });

  it('closes on a second click on its button', async () => {
    await opened();
    await fireEvent.pointerDown(opener());
    await fireEvent.click(opener());
    expect(popover()).toBeNull();
  });
});
