/**
 * What the first screen does without: read from the program while nobody waits for it, once the window
 * is there, or at once when it is asked for. Less to read makes the window start sooner.
 */
export const later = {
  session: () => import('./session/Session.svelte'),
  board: () => import('./board/Board.svelte'),
  agenda: () => import('./agenda/Agenda.svelte'),
  print: () => import('./print/Print.svelte'),
  importing: () => import('./importing/ImportDialog.svelte'),
  findings: () => import('./shell/FindingsPanel.svelte'),
  history: () => import('./shell/HistoryDialog.svelte'),
  keys: () => import('./shell/Keys.svelte'),
  palette: () => import('./shell/Palette.svelte'),
  settings: () => import('./shell/Settings.svelte'),
};
