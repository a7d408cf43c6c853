import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { localMoment, momentIn, nowIn } from './zone';

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

  it('of a machine changes its date at midnight there', () => {
    expect(localMoment(new Date(2026, 0, 5, 0, 1)).date).toBe('2026-01-05');
    expect(localMoment(new Date(2026, 0, 5, 23, 59)).date).toBe('2026-01-05');
  });
});

describe('now', () => {
  const { TZ } = process.env;
  beforeEach(() => {
    process.env.TZ = 'Asia/Tokyo';
    vi.useFakeTimers({ now: new Date('2026-07-31T21:30:00Z') });
  });
  afterEach(() => {
    process.env.TZ = TZ;
    vi.useRealTimers();
  });

  it('is that of a zone, else that of the machine', () => {
    expect(nowIn('Europe/Paris')).toEqual({ date: '2026-07-31', minute: 23 * 60 + 30 });
    expect(nowIn(null)).toEqual({ date: '2026-08-01', minute: 6 * 60 + 30 });
  });
});
