import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { dismiss, showToast, toasts } from './toasts.svelte';
import Toasts from './Toasts.svelte';

afterEach(() => {
  cleanup();
  toasts().forEach(({ id }) => dismiss(id));
  vi.useRealTimers();
});

const shown = () => screen.queryAllByTestId('toast');

describe('a notice', () => {
  it('is read out by one region that was there before', async () => {
    const { container } = render(Toasts);
    const status = screen.getByTestId('toast-status');
    expect(status.textContent?.trim()).toBe('');
    showToast('Session supprimée', 'done', { label: 'Annuler', keys: 'Ctrl Z', run: vi.fn() });
    await vi.waitFor(() => expect(status.textContent).toContain('Session supprimée'));
    expect(status.textContent).toContain('Ctrl Z');
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  it('waits while it has the focus, although the pointer has left it', async () => {
    vi.useFakeTimers();
    showToast('Session supprimée', 'done', { label: 'Annuler', run: vi.fn() });
    render(Toasts);
    screen.getByTestId('toast-action').focus();
    await fireEvent.pointerEnter(shown()[0]!);
    await fireEvent.pointerLeave(shown()[0]!);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(shown()).toHaveLength(1);
    screen.getByTestId('toast-action').blur();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(shown()).toHaveLength(0);
  });
});
