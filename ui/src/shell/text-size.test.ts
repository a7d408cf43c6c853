import { afterEach, expect, it } from 'vitest';

import { setTextSize, textSize } from './text-size.svelte';

afterEach(() => setTextSize(100));

it('sets the size of the root, and remembers it', () => {
  setTextSize(150);
  expect(document.documentElement.style.fontSize).toBe('150%');
  expect(textSize()).toBe(150);
  expect(localStorage.getItem('deroule.text-size')).toBe('150');
  setTextSize(100);
  expect(document.documentElement.style.fontSize).toBe('');
});
