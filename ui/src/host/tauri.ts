/** The real host: Tauri's calls and events. The only file that knows them. */
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';

import type { SheetProgress } from './generated/types';
import type { Host } from './host';

function listening<T>(event: string, onPayload: (payload: T) => void): () => void {
  const stop = listen<T>(event, ({ payload }) => onPayload(payload));
  return () => void stop.then((unlisten) => unlisten());
}

export const tauriHost: Host = {
  call: (command, args) => invoke(command, args),
  onPageHover: (listener) =>
    listening<{ over: boolean }>('page-hover', ({ over }) => listener(over)),
  onStoreChanged: (listener) => listening<null>('store-changed', listener),
  onSavingProgress: (listener) => listening<SheetProgress>('saving-progress', listener),
  onPageDropped: (listener) =>
    listening<{ path: string }>('page-dropped', ({ path }) => listener(path)),
};
