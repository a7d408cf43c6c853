/** The rows of the list of findings: sessions with the gravest ones first, and the quiet ones in one line. */
import type { Finding, Rule, SessionFindings, SessionId, Severity } from '../host/generated/types';

/** Rules that find something in most slots of a day that is being composed. */
export const QUIET: readonly Rule[] = ['noFacilitator', 'noRoom'];

export type Entry =
  | { key: string; type: 'session'; session: SessionId }
  | { key: string; type: 'finding'; session: SessionId; finding: Finding }
  /** Several findings of a quiet rule in one line. */
  | { key: string; type: 'group'; session: SessionId; rule: Rule; count: number; isOpen: boolean };

const GRAVITY: Record<Severity, number> = { conflict: 0, warning: 1, note: 2 };

function gravest({ findings }: SessionFindings): number {
  return Math.min(...findings.map(({ severity }) => GRAVITY[severity]));
}

/** Names a group: a rule of a session. */
export function groupKey(session: SessionId, rule: Rule): string {
  return `${session} ${rule}`;
}

/** The rows; `open` has the keys of the groups that are shown in full. */
export function findingRows(sessions: SessionFindings[], open: ReadonlySet<string>): Entry[] {
  const sorted = [...sessions].sort((one, other) => gravest(one) - gravest(other));
  return sorted.flatMap(({ session, findings }): Entry[] => {
    const entry = (finding: Finding, at: number): Entry => {
      return { key: `${session} ${finding.rule} ${at}`, type: 'finding', session, finding };
    };
    const groups = QUIET.map((rule) => findings.filter((one) => one.rule === rule));
    const folded = groups.filter((group) => group.length > 1);
    const loud = findings.filter((one) => !folded.some((group) => group.includes(one)));
    return [
      { key: session, type: 'session', session },
      ...loud.map(entry),
      ...folded.flatMap((group): Entry[] => {
        const rule = group[0]!.rule;
        const key = groupKey(session, rule);
        const isOpen = open.has(key);
        const head: Entry = { key, type: 'group', session, rule, count: group.length, isOpen };
        return [head, ...(isOpen ? group.map((one, at) => entry(one, loud.length + at)) : [])];
      }),
    ];
  });
}
