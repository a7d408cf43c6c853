import { beforeAll, describe, expect, it } from 'vitest';

import type { Room } from '../../../host/generated/types';
import { setLanguage } from '../../../i18n/i18n.svelte';
import { day } from '../test-day';
import { COLUMNS, editOfCell, faultIn, rowsOf, textIn, type ColumnId } from './columns';
import { minutes } from '../../../time/units';

const rooms = [{ id: 'r', programme: 'p', name: 'Salle verte', rank: 'a' }] as Room[];
const rows = rowsOf(day);
const first = rows[0];
if (!first) throw new Error('no row');

beforeAll(() => setLanguage('fr', false));

describe('the rows', () => {
  it('are in the order of time, those of tracks below their block', () => {
    expect(rows.map(({ slot, depth }) => [slot.id, depth])).toEqual([
      ['welcome', 0],
      ['block', 0],
      ['one', 1],
      ['two', 1],
      ['break', 0],
    ]);
  });
});

describe('the text of a cell', () => {
  const row = {
    ...first,
    slot: {
      ...first.slot,
      room: 'r',
      facilitators: ['Ada', 'Blaise'],
      setup: minutes(10),
      notes: null,
    },
  };
  it.each<[ColumnId, string]>([
    ['start', '9h'],
    ['end', '9h30'],
    ['length', '30 min'],
    ['title', 'welcome'],
    ['kind', 'Activité'],
    ['room', 'Salle verte'],
    ['facilitators', 'Ada, Blaise'],
    ['notes', ''],
    ['setup', '10 min'],
    ['teardown', ''],
  ])('of %s is %j', (column, text) => {
    expect(textIn(row, column, rooms)).toBe(text);
  });

  it('is accepted again where it is written back', () => {
    for (const { id } of COLUMNS) expect(faultIn(id, textIn(row, id, rooms))).toBeNull();
  });
});

describe('a fault', () => {
  it.each<[ColumnId, string, boolean]>([
    ['start', '9h30', false],
    ['start', 'soon', true],
    ['start', '', true],
    ['length', '1h30', false],
    ['length', '', true],
    ['setup', '', false],
    ['setup', 'long', true],
    ['title', ' ', true],
    ['kind', 'act', false],
    ['kind', 'nothing', true],
    ['notes', '', false],
    ['room', 'anything', false],
  ])('of %s %j: %s', (column, text, isFault) => {
    expect(faultIn(column, text) !== null).toBe(isFault);
  });
});

describe('the edit of a cell', () => {
  const edit = (column: ColumnId, text: string) => editOfCell(first, column, text, rooms, 'p');

  it('fixes a start, and frees it when it is emptied', () => {
    expect(edit('start', '10h')).toEqual({ type: 'pinSlot', slot: 'welcome', at: 600 });
  });

  it('changes the duration for an end, also after midnight', () => {
    expect(edit('end', '10h15')).toEqual({
      type: 'resizeSlot',
      slot: 'welcome',
      minutes: minutes(75),
    });
    expect(edit('end', '1h')).toEqual({
      type: 'resizeSlot',
      slot: 'welcome',
      minutes: minutes(960),
    });
  });

  it('takes a kind by its first letters', () => {
    const field = { name: 'kind', value: 'break' };
    expect(edit('kind', 'pau')).toEqual({ type: 'setSlot', slot: 'welcome', field });
    expect(edit('kind', '')).toBeNull();
  });

  it('takes an existing room by its name, and creates one that is new', () => {
    const existing = { name: 'room', value: 'r' };
    expect(edit('room', 'salle verte')).toEqual({
      type: 'setSlot',
      slot: 'welcome',
      field: existing,
    });
    expect(edit('room', 'Grenier')).toMatchObject({
      type: 'batch',
      edits: [{ type: 'addRoom', name: 'Grenier' }, { type: 'setSlot' }],
    });
  });

  it('splits names at commas, and reads an empty set-up as none', () => {
    expect(edit('facilitators', 'Ada, Blaise')).toMatchObject({
      field: { value: ['Ada', ' Blaise'] },
    });
    expect(edit('setup', '')).toMatchObject({ field: { name: 'setup', value: 0 } });
  });

  it('ignores a duration that can not be read', () => {
    expect(edit('length', 'long')).toBeNull();
  });
});
