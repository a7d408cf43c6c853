import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { DayRow, Edit, Outcome, SessionRow } from '../host/generated/types';
import { setLanguage } from '../i18n/i18n.svelte';
import CopySessionDialog from './CopySessionDialog.svelte';

const apply = vi.fn<(edit: Edit) => Promise<Outcome | null>>();
const select = vi.fn();
vi.mock('../plan/context', () => ({
  useDesk: () => ({ plan: { apply }, navigation: { select } }),
}));

const done = {} as Outcome;
const day = (id: string, date: string | null): DayRow => ({
  id,
  date,
  start: 570,
  end: 1110,
  attendances: [],
});
const row = (days: DayRow[]): SessionRow => ({
  session: {
    id: 's',
    programme: 'p',
    title: 'Portes ouvertes',
    status: 'confirmed',
    venue: null,
    theme: null,
    objectives: null,
    links: [],
    notes: null,
    rank: 'a',
  },
  days,
  slotCount: 14,
  findings: [],
});

/** The rules of access a dialog breaks. Colours are proved from the tokens instead. */
async function broken(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id }) => id);
}

beforeEach(() => {
  setLanguage('fr', false);
  apply.mockReset().mockResolvedValue(done);
  select.mockReset();
});
afterEach(cleanup);

describe('the copy of a session', () => {
  function shown(days: DayRow[]) {
    const onClose = vi.fn();
    render(CopySessionDialog, { row: row(days), onClose });
    return onClose;
  }
  const effect = () => screen.getByTestId('copy-effect').textContent;
  const duplicate = () => fireEvent.click(screen.getByTestId('copy-session'));

  it('says how much is copied, and what comes of the dates', async () => {
    shown([day('one', '2019-09-26'), day('two', '2019-09-27')]);
    expect(effect()).toContain('2 jours et 14 créneaux seront copiés');
    expect(effect()).toContain('à confirmer');
    await fireEvent.click(screen.getByRole('button', { name: /^Premier jour de la copie/ }));
    await fireEvent.click(screen.getByRole('button', { name: 'lundi 30 septembre 2019' }));
    expect(effect()).toContain('gardent leur écart');
    expect(await broken()).toEqual([]);
  });

  it('is on the date chosen, and selected', async () => {
    const onClose = shown([day('one', '2019-09-26')]);
    await fireEvent.click(screen.getByRole('button', { name: /^Date de la copie/ }));
    await fireEvent.click(screen.getByRole('button', { name: 'lundi 30 septembre 2019' }));
    await duplicate();
    const edit = apply.mock.calls[0]![0];
    expect(edit).toMatchObject({ type: 'duplicateSession', session: 's', date: '2019-09-30' });
    const { id } = edit as Extract<Edit, { type: 'duplicateSession' }>;
    expect(select).toHaveBeenCalledExactlyOnceWith({ type: 'session', id });
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('stays to be confirmed when no date was chosen, and open when it was refused', async () => {
    apply.mockResolvedValue(null);
    const onClose = shown([day('one', '2019-09-26')]);
    await duplicate();
    expect(apply.mock.calls[0]![0]).toMatchObject({ date: null });
    expect(onClose).not.toHaveBeenCalled();
    expect(select).not.toHaveBeenCalled();
  });
});
