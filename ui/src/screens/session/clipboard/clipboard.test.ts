import { describe, expect, it } from 'vitest';

import { fakeHost } from '../../../host/fake';
import type { SlotSpec } from '../../../host/generated/types';
import { Plan } from '../../../state/plan.svelte';
import { DAY, day, track, view } from '../test-day';
import { copiedSlots, copyTo, linesOf, pasteEdits, slotsIn } from './clipboard';
import { clock, minutes } from '../../../time/units';

const OWN = 'application/x-deroule-rows+json';

/** What a copy puts on the clipboard, by type. */
function clipboard(): DataTransfer {
  const texts = new Map<string, string>();
  return {
    setData: (type: string, text: string) => void texts.set(type, text),
    getData: (type: string) => texts.get(type) ?? '',
  } as unknown as DataTransfer;
}

describe('copying', () => {
  it('writes lines as a page does, for any program', () => {
    const data = clipboard();
    copyTo(data, view, ['welcome', 'break']);
    expect(data.getData('text/plain')).toBe('- 9h - 9h30 : welcome\n- 10h - 10h30 : break');
  });

  it('keeps the rows of a block, of its tracks and of the slots in them', () => {
    const data = clipboard();
    copyTo(data, view, ['block']);
    expect(JSON.parse(data.getData(OWN))).toEqual({
      version: 1,
      copied: ['block'],
      slots: day.slots.filter((slot) => ['block', 'one', 'two'].includes(slot.id)),
      tracks: day.tracks,
    });
  });

  it('keeps a slot of a track without its block', () => {
    expect(copiedSlots(view, ['two', 'break'])).toEqual({
      version: 1,
      copied: ['two', 'break'],
      slots: day.slots.filter((slot) => ['two', 'break'].includes(slot.id)),
      tracks: [],
    });
  });

  it('leaves out a slot that no longer exists', () => {
    expect(copiedSlots(view, ['gone', 'break']).copied).toEqual(['break']);
    expect(linesOf(view, ['gone', 'break'])).toBe('- 10h - 10h30 : break');
  });
});

describe('pasting', () => {
  const spec: SlotSpec = {
    ...{
      title: 'welcome',
      kind: 'welcome',
      minutes: minutes(30),
      minMinutes: null,
      maxMinutes: null,
      pin: null,
    },
    ...{
      optional: false,
      setup: minutes(0),
      teardown: minutes(0),
      room: null,
      facilitators: [],
      notes: null,
      material: null,
    },
    tracks: [],
  };
  /** A plan whose host has these answers, and its problems. */
  function planWith(answers: Parameters<typeof fakeHost>[0]) {
    const host = fakeHost(answers);
    const plan = new Plan(host);
    const problems: string[] = [];
    plan.onProblem = (problem) => problems.push(problem.code);
    return { host, plan, problems };
  }

  it('asks Rust what slots the copied rows make', async () => {
    const { host, plan } = planWith({ copied_slots: () => [spec] });
    const data = clipboard();
    copyTo(data, view, ['welcome']);
    expect(await slotsIn(data, plan)).toEqual({ slots: [spec], start: null });
    expect(host.calls).toEqual([{ command: 'copied_slots', args: { text: data.getData(OWN) } }]);
  });

  it('reads the lines that another program copied', async () => {
    const lines = { slots: [spec], start: clock(540), remarks: [], unread: [] };
    const { host, plan } = planWith({ read_lines: () => lines });
    const data = clipboard();
    data.setData('text/plain', '- 9h : Accueil');
    expect(await slotsIn(data, plan)).toEqual(lines);
    expect(host.calls).toEqual([{ command: 'read_lines', args: { text: '- 9h : Accueil' } }]);
  });

  it('refuses malformed rows with a message, and reads nothing else', async () => {
    const { host, plan, problems } = planWith({
      copied_slots: () => {
        const code = 'problem-clipboard';
        throw { code, message: { code, args: {} }, subject: null };
      },
    });
    const data = clipboard();
    data.setData('text/plain', '- 9h : Accueil');
    data.setData(OWN, '{ not json');
    expect(await slotsIn(data, plan)).toBeNull();
    expect(problems).toEqual(['problem-clipboard']);
    expect(host.calls).toHaveLength(1);
  });

  it('inserts in one edit, under new ids', () => {
    const { ids, edits } = pasteEdits(
      [spec, spec],
      { parent: DAY, before: 'b' },
      clock(540),
      false,
    );
    expect(new Set(ids).size).toBe(2);
    expect(edits).toEqual([
      {
        ...{ type: 'insertSlots', parent: DAY, before: 'b' },
        slots: ids.map((id) => ({ id, spec })),
      },
    ]);
  });

  it('starts an empty day when the first slot does', () => {
    const { edits } = pasteEdits([spec], { parent: DAY, before: null }, clock(510), true);
    expect(edits[0]).toEqual({ type: 'setDayStart', day: 'd', start: clock(510) });
    expect(pasteEdits([spec], { parent: DAY, before: null }, null, true).edits).toHaveLength(1);
    const inTrack = { parent: track('t1'), before: null };
    expect(pasteEdits([spec], inTrack, clock(510), true).edits).toHaveLength(1);
  });
});
