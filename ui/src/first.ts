/**
 * What is asked for before the window is there to ask: imported before everything else, so that the
 * answer is on its way while the rest is made ready.
 */
import type { First } from './host/host';
import { tauriHost } from './host/tauri';

export const first: First = {
  snapshot: tauriHost.call('snapshot', {
    watch: { programme: null, session: null, revision: null },
  }),
  surroundings: tauriHost.call('ready', {}),
};
