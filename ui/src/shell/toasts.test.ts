import { afterEach, describe, expect, it, vi } from 'vitest';

import type { Outcome } from '../host/generated/types';
import { dismiss, hold, release, tell, tellDone, toasts } from './toasts.svelte';

afterEach(() => {
  toasts().forEach(({ id }) => dismiss(id));
  vi.useRealTimers();
});

const texts = () => toasts().map(({ text }) => text);

describe('notices', () => {
  it('keep every problem until it is read, however many others come', () => {
    vi.useFakeTimers();
    tell('no copy', 'problem');
    ['a', 'b', 'c', 'd'].forEach((text) => tell(text));
    expect(texts()).toEqual(['no copy', 'c', 'd']);
    ['e', 'f', 'g'].forEach((text) => tell(text, 'problem'));
    vi.advanceTimersByTime(60_000);
    expect(texts()).toEqual(['no copy', 'e', 'f', 'g']);
  });

  it('are not told twice at once', () => {
    tell('no copy', 'problem');
    tell('no copy', 'problem');
    expect(texts()).toEqual(['no copy']);
  });

  it('stay while somebody is at them', () => {
    vi.useFakeTimers();
    tell('done');
    const [toast] = toasts();
    hold(toast!.id);
    vi.advanceTimersByTime(60_000);
    expect(texts()).toEqual(['done']);
    release(toast!);
    vi.advanceTimersByTime(5000);
    expect(texts()).toEqual([]);
  });
});

describe('the way back', () => {
  const outcome = (code: string, revision: number) =>
    ({ label: { code, args: {} }, revision, changed: 1 }) as unknown as Outcome;

  it('is offered of imports and deletions, and of no other edit', () => {
    const undone: number[] = [];
    const undo = ({ revision }: Outcome) => void undone.push(revision);
    for (const code of ['edit-merge', 'edit-delete-session', 'edit-delete-slots']) {
      tellDone(outcome(code, 7), 'edit', undo);
      expect(toasts()).toHaveLength(1);
      toasts()[0]!.action!.run();
    }
    expect(undone).toEqual([7, 7, 7]);
    tellDone(outcome('edit-move-slots', 8), 'edit', undo);
    expect(toasts()).toEqual([]);
  });

  it('is gone once another edit, undo or redo follows', () => {
    tellDone(outcome('edit-delete-session', 7), 'edit', () => undefined);
    tellDone(outcome('edit-delete-session', 7), 'undo', () => undefined);
    expect(toasts().map(({ action }) => action)).toEqual([null]);
  });
});
