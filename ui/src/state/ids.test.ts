import { describe, expect, it, vi } from 'vitest';

import { newId } from './ids';

describe('newId', () => {
  it('makes UUIDs of version 7 that differ', () => {
    const ids = Array.from({ length: 100 }, newId);
    for (const id of ids) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('sorts later ids after earlier ones', () => {
    vi.useFakeTimers();
    vi.setSystemTime(new Date('2026-11-30T20:00:00Z'));
    const first = newId();
    vi.advanceTimersByTime(1);
    const second = newId();
    vi.useRealTimers();
    expect(first < second).toBe(true);
  });
});
