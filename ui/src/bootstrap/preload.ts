/**
 * What is shown first: handed over along with the page, or asked for before there is a window to ask.
 * Imported before everything else, so that an answer is on its way while the rest is made ready.
 */
import type { Language, Snapshot } from '../host/generated/types';
import type { First } from '../host/host';
import { tauriHost } from '../host/tauri';

declare global {
  interface Window {
    /** Put there by the program (`src-tauri/src/handed.rs`), where it was ready in time. */
    deroule?: { snapshot: Snapshot; surroundings: { language: Language } };
  }
}

/** A page that is loaded again is handed the same as before, which is old by then. */
function isLoadedAgain(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return (navigation as PerformanceNavigationTiming | undefined)?.type !== 'navigate';
}

function handed(): Window['deroule'] {
  const found = isLoadedAgain() ? undefined : window.deroule;
  delete window.deroule;
  return found;
}

function asked(): First {
  const watch = { programme: null, session: null, revision: null };
  return {
    snapshot: tauriHost.call('snapshot', { watch }),
    surroundings: tauriHost.call('ready', {}),
  };
}

export const first: First = handed() ?? asked();
