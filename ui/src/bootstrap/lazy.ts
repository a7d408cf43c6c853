/**
 * What the first screen does not need. It is loaded in the background once the window is drawn, or at once
 * when it is opened. The window starts sooner with less to load (docs/performance.md).
 */
import { loadMessages } from '../i18n/i18n.svelte';

/** Loads the messages of all screens along with a component. */
function withMessages<M>(load: () => Promise<M>): () => Promise<M> {
  return async () => (await Promise.all([load(), loadMessages()]))[0];
}

export const lazy = {
  session: withMessages(() => import('../screens/session/Session.svelte')),
  board: withMessages(() => import('../screens/board/Board.svelte')),
  agenda: withMessages(() => import('../screens/agenda/Agenda.svelte')),
  print: withMessages(() => import('../screens/print/Print.svelte')),
  importing: withMessages(() => import('../screens/importing/ImportDialog.svelte')),
  findings: withMessages(() => import('../shell/FindingsPanel.svelte')),
  history: withMessages(() => import('../shell/HistoryDialog.svelte')),
  hours: withMessages(() => import('../shell/HoursDialog.svelte')),
  keys: withMessages(() => import('../shell/Keys.svelte')),
  palette: withMessages(() => import('../shell/Palette.svelte')),
  lostStore: withMessages(() => import('../shell/LostStore.svelte')),
  storeAlert: withMessages(() => import('../shell/StoreAlert.svelte')),
  settings: withMessages(() => import('../shell/Settings.svelte')),
};
