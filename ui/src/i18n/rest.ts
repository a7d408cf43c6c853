import type { Texts } from './i18n.svelte';

/** The messages of the screens that are loaded later. */
export const REST = import.meta.glob<Texts>(
  ['./{fr,en}/*.ftl', '!./{fr,en}/{shell,programme}.ftl'],
  { eager: true, import: 'default' },
);
