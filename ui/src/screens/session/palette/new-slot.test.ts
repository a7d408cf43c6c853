import { describe, expect, it } from 'vitest';

import type { Edit, Preview } from '../../../host/generated/types';
import { DAY, day } from '../test-day';
import { startOfNewSlot } from './new-slot';
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
