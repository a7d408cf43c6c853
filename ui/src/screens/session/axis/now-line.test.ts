import { render } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { setLanguage } from '../../../i18n/i18n.svelte';
import NowLine from './NowLine.svelte';

vi.mock('../../../state/context', () => ({
  useApp: () => ({ plan: { open: { programme: { timezone: 'Europe/Paris' } } } }),
}));

const { TZ } = process.env;

beforeEach(() => {
  process.env.TZ = 'Asia/Tokyo';
  setLanguage('fr', false);
  vi.useFakeTimers({ now: new Date('2026-07-14T22:05:00Z') });
});
afterEach(() => {
  process.env.TZ = TZ;
  vi.useRealTimers();
});

const shown = (date: string, from = 0) =>
  render(NowLine, { date, scale: { from, pixels: 1 } }).container.textContent?.trim();

it('shows the time of the programme on its today, whatever zone the machine is in', () => {
  expect(shown('2026-07-15')).toBe('0h05');
  expect(shown('2026-07-14')).toBe('');
});

it('is hidden before the axis starts', () => {
  expect(shown('2026-07-15', 60)).toBe('');
});
