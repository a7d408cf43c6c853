import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import axe from 'axe-core';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type {
  CopyPreview,
  DayRow,
  Edit,
  EditResult,
  Programme,
  ProgrammeView,
  SessionRow,
  Shift,
} from '../../host/generated/types';
import { setLanguage } from '../../i18n/i18n.svelte';
import CopyProgrammeDialog from './CopyProgrammeDialog.svelte';
import CopySessionDialog from './CopySessionDialog.svelte';
import { clock } from '../../time/units';

const apply = vi.fn<(edit: Edit) => Promise<EditResult | null>>();
const load = vi.fn(() => Promise.resolve());
const go = vi.fn();
const select = vi.fn();
/** Answers what the copy of the programme would be. */
const copyPreview = vi.fn<(args: { shift: Shift }) => Promise<CopyPreview | null>>();
vi.mock('../../state/context', () => ({
  useApp: () => ({
    plan: {
      ...{ apply, load, programmes: [programme] },
      request: (_command: string, args: { shift: Shift }) => copyPreview(args),
    },
    navigation: { go, select },
  }),
}));

const done = {} as EditResult;
const programme: Programme = {
  id: 'p',
  title: 'DIG 2019',
  timezone: 'Europe/Paris',
  language: 'fr',
  agendaPageUrl: null,
  agendaFeedUrl: null,
  isSample: false,
  rank: 'a',
};
const day = (id: string, date: string | null): DayRow => ({
  id,
  date,
  start: clock(570),
  end: clock(1110),
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
    address: null,
    mapUrl: null,
    objectives: null,
    links: [],
    notes: null,
    rank: 'a',
  },
  days,
  slotCount: 14,
  findings: { notes: 0, warnings: 0, conflicts: 0 },
});

/** The axe rules that a dialog breaks. Colours are tested with the tokens. */
async function broken(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id }) => id);
}

beforeEach(() => {
  setLanguage('fr', false);
  apply.mockReset().mockResolvedValue(done);
  for (const mock of [load, go, select]) mock.mockClear();
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

  it('shows how much is copied, and that dates are removed', async () => {
    shown([day('one', '2019-09-26'), day('two', '2019-09-27')]);
    expect(effect()).toContain('2 jours et 14 créneaux seront copiés');
    expect(effect()).toContain('à confirmer');
    await fireEvent.click(screen.getByRole('button', { name: /^Premier jour de la copie/ }));
    await fireEvent.click(screen.getByRole('button', { name: 'lundi 30 septembre 2019' }));
    expect(effect()).toContain('gardent leur écart');
    expect(await broken()).toEqual([]);
  });

  it('gets the chosen date, and is selected', async () => {
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

  it('has no date when none was chosen, and keeps the dialog open when it is refused', async () => {
    apply.mockResolvedValue(null);
    const onClose = shown([day('one', '2019-09-26')]);
    await duplicate();
    expect(apply.mock.calls[0]![0]).toMatchObject({ date: null });
    expect(onClose).not.toHaveBeenCalled();
    expect(select).not.toHaveBeenCalled();
  });
});

describe('the copy of a programme', () => {
  const open: ProgrammeView = {
    programme,
    audiences: [],
    rooms: [],
    ideas: [],
    sessions: [row([day('one', '2019-09-26')])],
  };
  /** What Rust answers for a shift. */
  const answer = (shift: Shift): CopyPreview => {
    const years = shift.type === 'weekday' ? shift.by : shift.type === 'days' ? shift.by / 364 : 1;
    const after = shift.type === 'none' ? null : `${2019 + years}-09-24`;
    const moved = { session: 's', title: 'Portes ouvertes', before: '2019-09-26', after };
    return { title: `DIG ${2019 + years}`, sessions: [moved] };
  };
  beforeEach(() => {
    copyPreview.mockReset().mockImplementation(({ shift }) => Promise.resolve(answer(shift)));
  });
  async function shown(sessions = open.sessions) {
    const onClose = vi.fn();
    render(CopyProgrammeDialog, { open: { ...open, sessions }, onClose });
    await tick();
    return onClose;
  }
  const title = () => screen.getByTestId<HTMLInputElement>('copy-title');
  const button = () => screen.getByTestId<HTMLButtonElement>('copy-programme');
  const copy = () => fireEvent.submit(document.querySelector('form')!);

  it('is named after the next year, keeps weekdays, and is opened', async () => {
    const onClose = await shown();
    expect(title().value).toBe('DIG 2020');
    expect(await broken()).toEqual([]);
    await copy();
    const edit = apply.mock.calls[0]![0];
    expect(edit).toMatchObject({
      type: 'copyProgramme',
      programme: 'p',
      title: 'DIG 2020',
      dates: { type: 'weekday', by: 1 },
    });
    const { id } = edit as Extract<Edit, { type: 'copyProgramme' }>;
    expect(onClose).toHaveBeenCalledOnce();
    expect(go).toHaveBeenCalledExactlyOnceWith({ screen: 'programme' });
    expect(load).toHaveBeenCalledExactlyOnceWith(id);
  });

  it('uses a typed number, and the way it belongs to', async () => {
    await shown();
    const days = screen.getByRole('textbox', { name: 'Nombre de jours' });
    await fireEvent.input(days, { target: { value: '728' } });
    expect(
      screen.getByRole<HTMLInputElement>('radio', { name: 'Après un intervalle' }).checked,
    ).toBe(true);
    expect(title().value).toBe('DIG 2021');
    await copy();
    expect(apply.mock.calls[0]![0]).toMatchObject({ dates: { type: 'days', by: 728 } });
  });

  it('shows the dates of the sessions, here and there', async () => {
    await shown();
    const dates = () =>
      [...document.querySelectorAll('[data-testid="copy-preview"] td')].map((cell) =>
        cell.textContent?.trim(),
      );
    await vi.waitFor(() => expect(dates()).toContain('jeudi 24 septembre 2020'));
    expect(dates()).toContain('jeudi 26 septembre 2019');
  });

  it('drops an answer that a later one overtook', async () => {
    await shown();
    let arrive: (answer: CopyPreview) => void = () => undefined;
    const late = new Promise<CopyPreview>((resolve) => (arrive = resolve));
    copyPreview.mockReturnValueOnce(late);
    const years = screen.getByRole('textbox', { name: 'Nombre d’années' });
    await fireEvent.input(years, { target: { value: '2' } });
    await fireEvent.input(years, { target: { value: '3' } });
    await tick();
    expect(title().value).toBe('DIG 2022');
    arrive(answer({ type: 'weekday', by: 2 }));
    await late;
    await tick();
    expect(title().value).toBe('DIG 2022');
  });

  it('gets the title for its own shift, also when the answer is still awaited', async () => {
    await shown();
    let arrive: (answer: CopyPreview) => void = () => undefined;
    copyPreview.mockReturnValueOnce(new Promise((resolve) => (arrive = resolve)));
    const years = screen.getByRole('textbox', { name: 'Nombre d’années' });
    await fireEvent.input(years, { target: { value: '2' } });
    expect(title().value).toBe('DIG 2020');
    await copy();
    expect(apply).not.toHaveBeenCalled();
    arrive(answer({ type: 'weekday', by: 2 }));
    await vi.waitFor(() => expect(apply).toHaveBeenCalledOnce());
    expect(apply.mock.calls[0]![0]).toMatchObject({
      title: 'DIG 2021',
      dates: { type: 'weekday', by: 2 },
    });
  });

  it('is previewed once for each shift, for the title and for the dates', async () => {
    await shown();
    const years = screen.getByRole('textbox', { name: 'Nombre d’années' });
    await fireEvent.input(years, { target: { value: '2' } });
    await copy();
    await vi.waitFor(() => expect(apply).toHaveBeenCalledOnce());
    expect(copyPreview.mock.calls.map(([{ shift }]) => shift)).toEqual([
      { type: 'weekday', by: 1 },
      { type: 'weekday', by: 2 },
    ]);
  });

  it('is not made when its title can not be proposed, and asks again the next time', async () => {
    const onClose = await shown();
    copyPreview.mockResolvedValueOnce(null).mockResolvedValueOnce(null);
    const years = screen.getByRole('textbox', { name: 'Nombre d’années' });
    await fireEvent.input(years, { target: { value: '2' } });
    await copy();
    await tick();
    expect(apply).not.toHaveBeenCalled();
    expect(onClose).not.toHaveBeenCalled();
    await copy();
    await vi.waitFor(() => expect(apply).toHaveBeenCalledOnce());
    expect(apply.mock.calls[0]![0]).toMatchObject({ title: 'DIG 2021' });
  });

  it('keeps a typed title, and warns when it is taken', async () => {
    await shown();
    await fireEvent.input(title(), { target: { value: 'DIG 2019' } });
    expect(screen.getByText('Un programme porte déjà ce titre.')).toBeTruthy();
    await fireEvent.click(screen.getByRole('radio', { name: 'Toutes à confirmer' }));
    await copy();
    expect(apply.mock.calls[0]![0]).toMatchObject({ title: 'DIG 2019', dates: { type: 'none' } });
  });

  it('is refused with an invalid number, or without a title', async () => {
    await shown();
    const years = screen.getByRole('textbox', { name: 'Nombre d’années' });
    await fireEvent.input(years, { target: { value: '0' } });
    expect(screen.getByRole('alert').textContent).toBe('Un nombre de 1 à 99.');
    expect(button().disabled).toBe(true);
    await copy();
    await fireEvent.input(years, { target: { value: '2' } });
    expect(button().disabled).toBe(false);
    await fireEvent.input(title(), { target: { value: ' ' } });
    await copy();
    expect(apply).not.toHaveBeenCalled();
  });

  it('keeps the dialog open when it is refused', async () => {
    apply.mockResolvedValue(null);
    const onClose = await shown();
    await copy();
    expect(onClose).not.toHaveBeenCalled();
    expect(load).not.toHaveBeenCalled();
  });
});
