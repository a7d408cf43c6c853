/** The theme: light, dark, or that of the system; remembered. */
export type Theme = 'system' | 'light' | 'dark';

const MEMORY = 'deroule.theme';
const dark = matchMedia('(prefers-color-scheme: dark)');

function remembered(): Theme {
  const stored = localStorage.getItem(MEMORY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

let current = $state<Theme>(remembered());

export function theme(): Theme {
  return current;
}

export function setTheme(next: Theme): void {
  current = next;
  localStorage.setItem(MEMORY, next);
  applyTheme();
}

export function applyTheme(): void {
  const isDark = current === 'dark' || (current === 'system' && dark.matches);
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
}

dark.addEventListener('change', applyTheme);
