/**
 * The data of the first screen: preloaded along with the page, or else requested. Imported before
 * everything else, so that the answer arrives while the other modules load (docs/performance.md).
 */
import type { Language, Snapshot } from '../host/generated/types';
import type { StartData } from '../host/host';
import { tauriHost } from '../host/tauri';

declare global {
  interface Window {
    /** Set by the program (`src-tauri/src/preload.rs`) if it was ready in time. */
    deroule?: { snapshot: Snapshot; environment: { language: Language } };
  }
}

/** A reloaded page gets the same preloaded data again, which is outdated by then. */
function isLoadedAgain(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return (navigation as PerformanceNavigationTiming | undefined)?.type !== 'navigate';
}

function preloaded(): Window['deroule'] {
  const found = isLoadedAgain() ? undefined : window.deroule;
  delete window.deroule;
  return found;
}

function requested(): StartData {
  const watch = { programme: null, session: null, revision: null };
  return {
    snapshot: tauriHost.call('snapshot', { watch }),
    environment: tauriHost.call('ready', {}),
  };
}

export const first: StartData = preloaded() ?? requested();
