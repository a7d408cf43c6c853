import { describe, expect, it } from 'vitest';

import type { Finding } from '../../../host/generated/types';
import { findingAt } from './anchors';

const finding = (rule: Finding['rule'], code: string, subject: Finding['subject']): Finding => ({
  ...{ rule, severity: 'note', fixes: [], subject },
  message: { code, args: {} },
});
const GAP = finding('gap', 'finding-gap', { type: 'slot', id: 'a' });
const OVERRUN = finding('overrun', 'finding-overrun', { type: 'slot', id: 'b' });
const ROOM = finding('noRoom', 'finding-no-room', { type: 'slot', id: 'c' });

describe('the finding at an anchor', () => {
  it('is the one of its slot', () => {
    const findings = [ROOM, OVERRUN, GAP];
    expect(findingAt(findings, 'gap', 'a')).toBe(GAP);
    expect(findingAt(findings, 'overrun', 'b')).toBe(OVERRUN);
    expect(findingAt(findings, 'gap', 'b')).toBeUndefined();
    expect(findingAt(findings, 'overrun', 'c')).toBeUndefined();
  });

  it.each(['finding-ends-early', 'finding-ends-late'])('is %s at the end of a day', (code) => {
    const early = finding('announcedEnd', code, { type: 'day', id: 'd' });
    expect(findingAt([ROOM, early], 'dayEnd', 'd')).toBe(early);
  });
});
