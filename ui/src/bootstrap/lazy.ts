/**
 * What the first screen does without: read from the program while nobody waits for it, once the window
 * is there, or at once when it is asked for. Less to read makes the window start sooner.
 */
import { loadWords } from '../i18n/i18n.svelte';

/** With the words it is written in. */
function spoken<M>(load: () => Promise<M>): () => Promise<M> {
  return async () => (await Promise.all([load(), loadWords()]))[0];
}

export const later = {
  session: spoken(() => import('../screens/session/Session.svelte')),
  board: spoken(() => import('../screens/board/Board.svelte')),
  agenda: spoken(() => import('../screens/agenda/Agenda.svelte')),
  print: spoken(() => import('../screens/print/Print.svelte')),
  importing: spoken(() => import('../screens/importing/ImportDialog.svelte')),
  findings: spoken(() => import('../shell/FindingsPanel.svelte')),
  history: spoken(() => import('../shell/HistoryDialog.svelte')),
  keys: spoken(() => import('../shell/Keys.svelte')),
  palette: spoken(() => import('../shell/Palette.svelte')),
  lostStore: spoken(() => import('../shell/LostStore.svelte')),
  storeAlert: spoken(() => import('../shell/StoreAlert.svelte')),
  settings: spoken(() => import('../shell/Settings.svelte')),
};
