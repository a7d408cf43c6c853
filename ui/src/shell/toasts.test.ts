import { afterEach, describe, expect, it, vi } from 'vitest';

import type { EditResult } from '../host/generated/types';
import { setLanguage } from '../i18n/i18n.svelte';
import { dismiss, hold, release, showDone, showSaved, showToast, toasts } from './toasts.svelte';

afterEach(() => {
  toasts().forEach(({ id }) => dismiss(id));
  vi.useRealTimers();
});

const texts = () => toasts().map(({ text }) => text);

describe('notices', () => {
  it('keep every problem until it is closed', () => {
    vi.useFakeTimers();
    showToast('no copy', 'problem');
    ['a', 'b', 'c', 'd'].forEach((text) => showToast(text));
    expect(texts()).toEqual(['no copy', 'c', 'd']);
    ['e', 'f', 'g'].forEach((text) => showToast(text, 'problem'));
    vi.advanceTimersByTime(60_000);
    expect(texts()).toEqual(['no copy', 'e', 'f', 'g']);
  });

  it('are not shown twice at once', () => {
    showToast('no copy', 'problem');
    showToast('no copy', 'problem');
    expect(texts()).toEqual(['no copy']);
  });

  it('stay while they are hovered', () => {
    vi.useFakeTimers();
    showToast('done');
    const [toast] = toasts();
    hold(toast!.id);
    vi.advanceTimersByTime(60_000);
    expect(texts()).toEqual(['done']);
    release(toast!);
    vi.advanceTimersByTime(5000);
    expect(texts()).toEqual([]);
  });
});

describe('notices below a dialog', () => {
  it('wait until it is closed', () => {
    vi.useFakeTimers();
    const dialog = document.body.appendChild(document.createElement('dialog'));
    dialog.setAttribute('open', '');
    showToast('Room deleted');
    vi.advanceTimersByTime(60_000);
    expect(texts()).toEqual(['Room deleted']);
    dialog.remove();
    vi.advanceTimersByTime(5000);
    expect(texts()).toEqual([]);
  });
});

describe('the undo button of a notice', () => {
  const outcome = (code: string, revision: number) =>
    ({ label: { code, args: {} }, revision, changed: 1 }) as unknown as EditResult;

  it('is offered after imports, deletions and copies, and after no other edit', () => {
    const undone: number[] = [];
    const undo = ({ revision }: EditResult) => void undone.push(revision);
    for (const code of [
      'edit-merge',
      'edit-delete-session',
      'edit-delete-slots',
      'edit-duplicate-session',
    ]) {
      showDone(outcome(code, 7), 'edit', undo);
      expect(toasts()).toHaveLength(1);
      toasts()[0]!.action!.run();
    }
    expect(undone).toEqual([7, 7, 7, 7]);
    showDone(outcome('edit-move-slots', 8), 'edit', undo);
    expect(toasts()).toEqual([]);
  });

  it('is removed by another edit, undo or redo', () => {
    showDone(outcome('edit-delete-session', 7), 'edit', () => undefined);
    showDone(outcome('edit-delete-session', 7), 'undo', () => undefined);
    expect(toasts().map(({ action }) => action)).toEqual([null]);
  });

  it('is next to what was done, in words of its own', () => {
    setLanguage('en', false);
    const label = { code: 'edit-delete-session', args: { title: { type: 'text', value: 'Day' } } };
    const deleted = { label, revision: 7, changed: 1 } as unknown as EditResult;
    showDone(deleted, 'edit', () => undefined);
    expect(toasts()[0]).toMatchObject({
      text: 'Session “Day” deleted',
      action: { keys: 'Ctrl Z' },
    });
    setLanguage('fr', false);
  });

  it('leaves the buttons of other notices alone', () => {
    showSaved('/plans/agenda.ics', () => undefined);
    showDone(outcome('edit-delete-session', 7), 'edit', () => undefined);
    expect(toasts().map(({ action }) => action?.keys)).toEqual([undefined, 'Ctrl Z']);
  });
});
