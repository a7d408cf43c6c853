import { describe, expect, it, vi } from 'vitest';

import type { Edit, Preview, ReadLines } from '../../../host/generated/types';
import type { Plan } from '../../../state/plan.svelte';
import { DAY, day } from '../test-day';
import { slotOfLine, startOfNewSlot } from './new-slot';
import { clock, minutes } from '../../../time/units';

/** A plan that answers each preview with what `answer` makes of the new slot's id. */
function planWith(answer: (id: string) => Preview | null) {
  const asked: Edit[] = [];
  const previews = (edits: Edit[]) => {
    asked.push(...edits);
    return Promise.resolve(edits.map((edit) => answer(edit.type === 'addSlot' ? edit.id : '')));
  };
  return { plan: { previews }, asked };
}

/** The day with a new slot at half past nine. */
function added(id: string): Preview {
  const slot = {
    id,
    start: clock(570),
    end: clock(570),
    fit: { type: 'contiguous' as const },
    tracks: [],
  };
  const timed = { ...day.timed, slots: [...day.timed.slots, slot] };
  const session = { id: 's', days: [{ day: day.day, timed, slots: [], tracks: [] }] };
  return { session, retimed: [], troubles: [], reload: false };
}

describe('the start of a new slot', () => {
  it('is that in a preview of adding it there, without a pin', async () => {
    const { plan, asked } = planWith(added);
    expect(await startOfNewSlot(plan, DAY, 'block')).toBe(570);
    expect(asked).toMatchObject([
      { type: 'addSlot', parent: DAY, before: 'block', minutes: minutes(0), pin: null },
    ]);
  });

  it('is not known where none can be added, or when the call fails', async () => {
    const { plan } = planWith(() => null);
    expect(await startOfNewSlot(plan, DAY, null)).toBeNull();
    const failing = { previews: () => Promise.reject(new Error('gone')) };
    await expect(startOfNewSlot(failing, DAY, null)).rejects.toThrow();
  });
});

describe('the slot of a typed line', () => {
  const lines: ReadLines = {
    start: clock(540),
    slots: [{ kind: 'break', title: 'Pause', minutes: minutes(30), pin: null, tracks: 0, line: 1 }],
    remarks: [],
    unread: [],
  } as unknown as ReadLines;

  /** A plan that reads lines as a break, and starts new slots at half past nine. */
  function typing({ read = Promise.resolve<ReadLines | null>(lines), start = added } = {}) {
    const { plan } = planWith(start);
    const previews = vi.fn(plan.previews);
    const request = vi.fn<(command: string, args: { text: string }) => Promise<ReadLines | null>>(
      () => read,
    );
    const fake = { previews, request } as unknown as Pick<Plan, 'previews' | 'request'>;
    return { plan: fake, previews, request };
  }
  const typed = (plan: Pick<Plan, 'previews' | 'request'>, line: string) =>
    slotOfLine(plan, DAY, null, line);

  it('has the kind of its title, and the usual minutes where it names none', async () => {
    const { plan, request } = typing();
    expect(await typed(plan, 'Pause')).toMatchObject({ kind: 'break', minutes: 15, pin: null });
    expect(await typed(plan, 'Pause 20')).toMatchObject({ minutes: 20 });
    expect(request.mock.calls.map(([, { text }]) => text)).toEqual([
      '- 9h - 9h30 : Pause',
      '- 9h - 9h30 : Pause',
    ]);
  });

  it('is pinned only where it starts at another time than the day is at', async () => {
    const { plan } = typing();
    expect(await typed(plan, '9h30 Pause')).toMatchObject({ pin: null });
    expect(await typed(plan, '10h Pause')).toMatchObject({ pin: 600 });
  });

  it('asks for its start and its kind at once', async () => {
    let arrive: (answer: ReadLines) => void = () => undefined;
    const { plan, previews, request } = typing({
      read: new Promise((resolve) => (arrive = resolve)),
    });
    const slot = typed(plan, 'Pause');
    expect(previews).toHaveBeenCalledOnce();
    expect(request).toHaveBeenCalledOnce();
    arrive(lines);
    expect(await slot).toMatchObject({ title: 'Pause' });
  });

  it('is none without a title, and where one of the answers is missing', async () => {
    const { plan, request } = typing();
    expect(await typed(plan, ' - ')).toBeNull();
    expect(request).not.toHaveBeenCalled();
    expect(await typed(typing({ read: Promise.resolve(null) }).plan, 'Pause')).toBeNull();
    const { plan: failing, previews } = typing();
    previews.mockRejectedValue(new Error('gone'));
    expect(await typed(failing, 'Pause')).toBeNull();
  });
});
