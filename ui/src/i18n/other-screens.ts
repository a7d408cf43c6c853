import type { Texts } from './i18n.svelte';

/** The messages of the screens that are loaded later. */
export const OTHER_SCREENS = import.meta.glob<Texts>(
  [
    '../../../src-tauri/crates/text/messages/{fr,en}/*.ftl',
    '!../../../src-tauri/crates/text/messages/{fr,en}/{shell,programme}.ftl',
    // Sheets and calendars are written by Rust alone.
    '!../../../src-tauri/crates/text/messages/{fr,en}/{sheet,event}.ftl',
  ],
  { eager: true, import: 'default' },
);
