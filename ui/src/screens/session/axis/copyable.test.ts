import { describe, expect, it } from 'vitest';

import type { DayView, SessionRow, SessionView } from '../../../host/generated/types';
import { copyableDays } from './copyable';

const row = (id: string, date: string | null, ...audiences: string[]) =>
  ({
    days: [{ id, date, attendances: audiences.map((audience) => ({ audience })) }],
  }) as unknown as SessionRow;
const order = (id: string, slots: number): SessionView => ({
  ...{ id },
  days: [{ day: { id }, timed: { slots: Array(slots).fill({}) } } as unknown as DayView],
});
const rows = [
  row('here', '2026-05-01', 'a'),
  row('near', '2026-05-03', 'b'),
  row('far', '2026-01-01', 'a'),
  row('nearer', '2026-04-01', 'a'),
  row('bare', '2026-05-02', 'a'),
  row('undated', null, 'a'),
];
const orders = ['here', 'near', 'far', 'nearer', 'undated']
  .map((id) => order(id, 3))
  .concat(order('bare', 0));
const ids = (into: string) => copyableDays(into, rows, orders).map((one) => one.view.day.id);

describe('the days that an empty day may copy', () => {
  it('are those for the same audiences, then the nearest', () => {
    expect(ids('here')).toEqual(['nearer', 'far', 'near']);
    expect(ids('near')).toEqual(['here', 'nearer', 'far']);
  });

  it('have slots and a date', () => {
    expect(ids('here')).not.toContain('bare');
    expect(ids('here')).not.toContain('undated');
    expect(copyableDays('here', rows, [])).toEqual([]);
  });
});
