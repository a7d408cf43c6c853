import { describe, expect, it } from 'vitest';

import type { Finding, Rule, SessionFindings, Severity } from '../host/generated/types';
import { findingRows, groupKey } from './findings';

const finding = (rule: Rule, severity: Severity = 'note') => ({ rule, severity }) as Finding;
const of = (session: string, ...findings: Finding[]): SessionFindings => ({ session, findings });

const lines = (sessions: SessionFindings[], open: string[] = []) =>
  findingRows(sessions, new Set(open)).map((row) =>
    row.type === 'session'
      ? row.session
      : row.type === 'group'
        ? `${row.rule} × ${row.count}`
        : row.finding.rule,
  );

describe('the list of findings', () => {
  it('has the sessions with conflicts first, then those with warnings, each kind by date', () => {
    const sessions = [
      of('may', finding('noMeal')),
      of('june', finding('announcedEnd', 'warning')),
      of('july', finding('overrun', 'conflict')),
      of('august', finding('announcedEnd', 'warning')),
    ];
    expect(lines(sessions).filter((line) => !/[A-Z]|overrun/.test(line))).toEqual([
      'july',
      'june',
      'august',
      'may',
    ]);
  });

  it('has one line for all slots without a facilitator, and one for those without a room', () => {
    const day = of(
      'may',
      finding('overrun', 'conflict'),
      finding('noRoom'),
      finding('noFacilitator'),
      finding('noRoom'),
      finding('noFacilitator'),
      finding('noFacilitator'),
    );
    const short = ['may', 'overrun', 'noFacilitator × 3', 'noRoom × 2'];
    expect(lines([day])).toEqual(short);
    expect(lines([day], [groupKey('may', 'noRoom')])).toEqual([...short, 'noRoom', 'noRoom']);
  });

  it('keeps a single one as it is', () => {
    expect(lines([of('may', finding('noRoom'))])).toEqual(['may', 'noRoom']);
  });

  it('has a key of its own for each row', () => {
    const day = of('may', finding('noRoom'), finding('noRoom'), finding('gap'), finding('gap'));
    const rows = findingRows([day], new Set([groupKey('may', 'noRoom')]));
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  });
});
