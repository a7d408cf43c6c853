/** Numbers of findings by severity. */
import type { FindingCounts, SessionRow, Severity } from '../host/generated/types';

/** The findings of all sessions. */
export function summed(rows: SessionRow[]): FindingCounts {
  const sum = (of: (counts: FindingCounts) => number) =>
    rows.reduce((total, row) => total + of(row.findings), 0);
  return {
    notes: sum((counts) => counts.notes),
    warnings: sum((counts) => counts.warnings),
    conflicts: sum((counts) => counts.conflicts),
  };
}

/** The number of all findings. */
export function total({ notes, warnings, conflicts }: FindingCounts): number {
  return notes + warnings + conflicts;
}

/** The worst severity. */
export function worst({ warnings, conflicts }: FindingCounts): Severity {
  return conflicts > 0 ? 'conflict' : warnings > 0 ? 'warning' : 'note';
}
