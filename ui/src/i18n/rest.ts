import type { Texts } from './i18n.svelte';

/** What is said on other screens than the first. */
export const REST = import.meta.glob<Texts>(
  ['./{fr,en}/*.ftl', '!./{fr,en}/{shell,programme}.ftl'],
  { eager: true, import: 'default' },
);
