import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { localMoment, momentIn } from './zone';

describe('a moment', () => {
  const { TZ } = process.env;
  beforeEach(() => {
    process.env.TZ = 'Asia/Tokyo';
  });
  afterEach(() => {
    process.env.TZ = TZ;
  });

  it.each([
    ['Europe/Paris', '2026-07-14T12:30:00Z', '2026-07-14', 14 * 60 + 30],
    ['Europe/Paris', '2026-07-14T22:05:00Z', '2026-07-15', 5],
    ['Europe/Paris', '2026-12-31T22:59:00Z', '2026-12-31', 23 * 60 + 59],
    ['America/New_York', '2026-07-15T02:00:00Z', '2026-07-14', 22 * 60],
    ['Asia/Kolkata', '2026-07-14T00:00:00Z', '2026-07-14', 5 * 60 + 30],
  ])('in %s at %s is that of the zone, on a machine in Tokyo', (zone, at, date, minute) => {
    expect(momentIn(zone, new Date(at))).toEqual({ date, minute });
  });

  it('skips the hour of a change to summer time', () => {
    const at = (time: string) => momentIn('Europe/Paris', new Date(`2026-03-29T${time}Z`)).minute;
    expect([at('00:59:00'), at('01:00:00')]).toEqual([119, 180]);
  });

  it('is that of the machine in an unknown zone', () => {
    const now = new Date('2026-07-14T22:05:00Z');
    expect(momentIn('Mars/Olympus', now)).toEqual(localMoment(now));
    expect(localMoment(now)).toEqual({ date: '2026-07-15', minute: 7 * 60 + 5 });
  });
});
