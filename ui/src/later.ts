/**
 * What the first screen does without: read from the program while nobody waits for it, once the window
 * is there, or at once when it is asked for. Less to read makes the window start sooner.
 */
const session = () => import('./session/Session.svelte');
const board = () => import('./board/Board.svelte');
const agenda = () => import('./agenda/Agenda.svelte');
const print = () => import('./print/Print.svelte');
const importing = () => import('./importing/ImportDialog.svelte');
const findings = () => import('./shell/FindingsPanel.svelte');
const history = () => import('./shell/HistoryDialog.svelte');
const keys = () => import('./shell/Keys.svelte');
const palette = () => import('./shell/Palette.svelte');
const settings = () => import('./shell/Settings.svelte');

export const later = {
  ...{ session, board, agenda, print, importing },
  ...{ findings, history, keys, palette, settings },
};
