import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type {
  Conflict,
  ImportPreview,
  ImportRequest,
  EditResult,
} from '../../host/generated/types';
import { setLanguage } from '../../i18n/i18n.svelte';
import ImportDialog from './ImportDialog.svelte';
import { minutes } from '../../time/units';

const answerTo = vi.fn<(request: ImportRequest) => ImportPreview>();
const importPage = vi.fn<(request: ImportRequest) => Promise<EditResult | null>>();
vi.mock('../../state/context', () => ({
  useApp: () => ({
    plan: {
      changes: 0,
      programmes: [],
      host: { onPageDropped: () => () => undefined },
      load: () => Promise.resolve(),
      importPage,
      query: (
        _: string,
        args: { request: ImportRequest },
        onOk: (answer: ImportPreview) => void,
      ) => {
        onOk(answerTo(args.request));
        return () => undefined;
      },
    },
    navigation: { droppedPath: null, importOpen: true, go: () => undefined },
  }),
}));

const conflict = (key: string, title: string): Conflict => ({
  key,
  line: 7,
  title,
  of: null,
  field: 'agendaPage',
  base: null,
  ours: { code: 'value-text', args: { text: { type: 'text', value: `ici ${title}` } } },
  theirs: null,
  isTheirs: false,
});

/** The answer of the host: two conflicts, each with the requested value. */
function answer(request: ImportRequest): ImportPreview {
  const keys = request.resolution.type === 'theirsIn' ? request.resolution.keys : [];
  const conflicts = [conflict('a', 'Accueil'), conflict('b', 'Bilan')];
  return {
    programme: 'p',
    title: 'Rencontres',
    isNew: request.target.type === 'new',
    recognised: request.target.type === 'new' ? null : 'Rencontres',
    isChange: true,
    counts: { sessions: 1, slots: 2, ideas: 0, created: 0, changed: 1, deleted: 1 },
    rows: [
      {
        action: 'changed',
        row: 'slot',
        title: 'Accueil <b>',
        of: 'Session',
        line: 7,
        fields: [
          {
            field: 'duration',
            before: {
              code: 'value-minutes',
              args: { minutes: { type: 'minutes', value: minutes(60) } },
            },
            after: {
              code: 'value-minutes',
              args: { minutes: { type: 'minutes', value: minutes(75) } },
            },
          },
        ],
      },
      { action: 'removed', row: 'slot', title: 'Pause', of: 'Session', line: null, fields: [] },
    ],
    more: { rows: 3, sessions: 0, ideas: 0 },
    conflicts: conflicts.map((one) => ({ ...one, isTheirs: keys.includes(one.key) })),
    after: {
      programme: {
        id: 'p',
        title: 'Rencontres',
        timezone: 'Europe/Paris',
        language: 'fr',
        agendaPageUrl: null,
        agendaFeedUrl: null,
        isSample: false,
        rank: 'a',
      },
      audiences: [],
      rooms: [],
      ideas: [],
      sessions: [],
    },
    remarks: [],
    unread: [],
  };
}

/** The dialog with a pasted page, once it is read. */
async function pasted() {
  const { container } = render(ImportDialog);
  await fireEvent.input(screen.getByTestId('import-text'), { target: { value: '# Rencontres' } });
  await screen.findByTestId('import-rows');
  return container;
}

const last = () => answerTo.mock.lastCall![0];

beforeEach(() => {
  setLanguage('fr', false);
  answerTo.mockReset().mockImplementation(answer);
  importPage.mockReset().mockResolvedValue(null);
});
afterEach(cleanup);

describe('the import of a page', () => {
  it('lists every row and says how many more there are', async () => {
    await pasted();
    const rows = screen.getByTestId('import-rows');
    expect(rows.textContent).toContain('Accueil <b>');
    expect(rows.textContent).toMatch(/1\sh\s+→\s+1\sh\s15/);
    expect(rows.textContent).toContain('Pause');
    expect(rows.textContent).toContain('3 autres changements');
  });

  it('resolves conflicts one by one', async () => {
    await pasted();
    const [, second] = screen.getAllByTestId('import-conflict');
    await fireEvent.click(second!.querySelectorAll('input')[1]!);
    await waitFor(() => expect(last().resolution).toEqual({ type: 'theirsIn', keys: ['b'] }));
    await waitFor(() =>
      expect(screen.getByTestId('import-merge').hasAttribute('disabled')).toBe(false),
    );
    await fireEvent.click(screen.getByTestId('import-merge'));
    expect(importPage.mock.lastCall![0]).toEqual(last());
    const [, again] = screen.getAllByTestId('import-conflict');
    await fireEvent.click(again!.querySelectorAll('input')[0]!);
    await waitFor(() => expect(last().resolution).toEqual({ type: 'theirsIn', keys: [] }));
  });

  it('takes or leaves all conflicts at once', async () => {
    await pasted();
    await fireEvent.click(screen.getByTestId('import-all-theirs'));
    await waitFor(() => expect(last().resolution).toEqual({ type: 'theirsIn', keys: ['a', 'b'] }));
    await fireEvent.click(screen.getByTestId('import-all-ours'));
    await waitFor(() => expect(last().resolution).toEqual({ type: 'theirsIn', keys: [] }));
  });

  it('creates a programme when the recognised one is not meant', async () => {
    await pasted();
    const notice = screen.getByTestId('import-recognised');
    expect(notice.textContent).toContain('Rencontres');
    await fireEvent.click(notice.querySelector('button')!);
    await waitFor(() => expect(last().target).toEqual({ type: 'new' }));
    await waitFor(() => expect(screen.queryByTestId('import-recognised')).toBeNull());
  });

  it('breaks no axe rule', async () => {
    const container = await pasted();
    const { violations } = await axe.run(container, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map((one) => one.id)).toEqual([]);
  });
});
