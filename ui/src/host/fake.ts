/** A host for tests: it has prepared answers, and keeps every call. */
import type { CommandName, Commands, Host } from './host';

type Answers = { [C in CommandName]?: (args: Commands[C][0]) => Commands[C][1] };

export interface FakeHost extends Host {
  /** Every call so far, oldest first. */
  calls: { command: CommandName; args: unknown }[];
  /** Emits that the store was closed or opened again. */
  changeStore(): void;
  /** Drops a file on the window. */
  drop(path: string): void;
}

export function fakeHost(answers: Answers): FakeHost {
  const calls: FakeHost['calls'] = [];
  const droppers = new Set<(path: string) => void>();
  const watchers = new Set<() => void>();
  return {
    calls,
    changeStore: () => watchers.forEach((listener) => listener()),
    drop: (path) => droppers.forEach((listener) => listener(path)),
    call: async (command, args) => {
      calls.push({ command, args });
      const answer = answers[command];
      if (answer === undefined) throw new Error(`no answer for ${command}`);
      return answer(args);
    },
    onPageHover: () => () => undefined,
    onSavingProgress: () => () => undefined,
    onStoreChanged: (listener) => {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    onPageDropped: (listener) => {
      droppers.add(listener);
      return () => droppers.delete(listener);
    },
  };
}
