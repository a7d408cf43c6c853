import { describe, expect, it } from 'vitest';

import type { DayView, Parent, Slot, SlotId, TimedSlot } from '../../../host/generated/types';
import { atOtherTimes } from '../selection/queries';
import { layOut, movedBoxes, newSlotTop, type Box } from './layout';
import { SlotBoxes } from '../preview/slot-boxes';
import { clock } from '../../../time/units';

const SCALE = { from: 500, pixels: 1.63, headings: [{ at: 660, pixels: 38 }] };

function flowing(ids: SlotId[], from: number): TimedSlot[] {
  return ids.map((id, at) => ({
    id,
    start: clock(from + at * 20),
    end: clock(from + (at + 1) * 20),
    fit: { type: 'contiguous' },
    tracks: [],
  }));
}

/** A day of slots of twenty minutes, a block with slots in its track, and a last slot. */
function day(plenary: SlotId[], inTrack: SlotId[]): DayView {
  const block: TimedSlot = {
    id: 'block',
    start: clock(540 + plenary.length * 20),
    end: clock(540 + (plenary.length + inTrack.length) * 20),
    fit: { type: 'contiguous' },
    tracks: [
      {
        id: 't',
        start: clock(660),
        end: clock(740),
        slots: flowing(inTrack, 540 + plenary.length * 20),
      },
    ],
  };
  const slots = [...flowing(plenary, 540), block, ...flowing(['last'], block.end)];
  const ids = [...plenary, ...inTrack, 'block', 'last'];
  return {
    day: { id: 'd', session: 's', date: null, start: clock(540), rank: 'a' },
    timed: { id: 'd', start: clock(540), end: clock(block.end + 20), slots },
    slots: ids.map((id) => SLOTS[id] ?? ({} as Slot)),
    tracks: [TRACK],
  };
}

const TRACK = {
  id: 't',
  slot: 'block',
  rank: 'a',
  title: null,
  room: null,
  audience: null,
  idea: null,
};
const SLOTS = Object.fromEntries(
  ['a', 'b', 'c', 'e', 'f', 'x', 'y', 'z', 'block', 'last'].map((id) => [id, { id } as Slot]),
);
const plenary = ['a', 'b', 'c', 'e', 'f', 'x'];
const still = day(plenary, ['y', 'z']);
const ids = (boxes: Box[]) => boxes.map((box) => box.slot.id);
const all = (boxes: Box[]): Box[] =>
  boxes.flatMap((box) => [box, ...box.lanes.flatMap((lane) => lane.boxes)]);

describe('a day laid out', () => {
  it('puts slots with previewed times where a drop would put them', () => {
    const after = day(['b', 'c', 'a', 'f', 'x', 'e'], ['z', 'y']);
    const times = (view: DayView) =>
      view.timed.slots.flatMap((slot) => [slot, ...slot.tracks.flatMap((track) => track.slots)]);
    const was = new Map(times(still).map((one) => [one.id, one.start]));
    const retimed = times(after).filter((one) => was.get(one.id) !== one.start);
    expect(retimed.length).toBe(8);
    const days = [{ day: 'd', layout: layOut(still, SCALE, 900), scale: SCALE }];
    const shown = movedBoxes(days, retimed);
    expect(shown.length).toBe(8);
    const dropped = new Map(all(layOut(after, SCALE, 900).boxes).map((box) => [box.slot.id, box]));
    for (const { slot, timed, top, height } of shown) {
      const there = dropped.get(slot.id);
      expect([timed.start, timed.end, top, height]).toEqual([
        there?.timed.start,
        there?.timed.end,
        there?.top,
        there?.height,
      ]);
    }
  });

  it('keeps the order of elements during a preview', () => {
    const before = layOut(still, SCALE, 900);
    const moved = day(['f', 'a', 'b', 'c', 'e', 'z', 'x'], ['y']);
    const shown = layOut(moved, SCALE, 900, before);
    expect(ids(shown.boxes)).toEqual([...plenary, 'block', 'last', 'z']);
    // The order of the preview is not used after the drop.
    expect(ids(layOut(moved, SCALE, 900).boxes)).toEqual([
      ...['f', 'a', 'b', 'c', 'e', 'z', 'x', 'block', 'last'],
    ]);
  });

  it('restores the order of a track after a preview', () => {
    const turned = day(plenary, ['z', 'y']);
    const lane = (boxes: Box[]) => ids(boxes.flatMap((box) => box.lanes)[0]?.boxes ?? []);
    const before = layOut(still, SCALE, 900);
    expect(lane(layOut(turned, SCALE, 900, before).boxes)).toEqual(['y', 'z']);
    expect(lane(layOut(turned, SCALE, 900).boxes)).toEqual(['z', 'y']);
  });
});

describe('slots shown at other times', () => {
  it('keep their boxes until other slots are shown', () => {
    const [box] = layOut(still, SCALE, 900).boxes;
    if (!box) throw new Error('no box');
    const places = new SlotBoxes();
    const [a, b] = [places.of('a'), places.of('b')];
    const at = (id: SlotId, start: number): Box => ({
      ...{ ...box, slot: SLOTS[id]!, top: start },
      timed: { ...box.timed, start: clock(start), end: clock(start + 20) },
    });
    places.show([at('a', 600)]);
    const shown = a.current;
    expect([shown?.timed.start, b.current]).toEqual([600, null]);
    places.show([at('b', 620), at('a', 600)]);
    // A box that stays where it is stays the same, so that nothing is drawn for it.
    expect(a.current).toBe(shown);
    expect(b.current?.timed.start).toBe(620);
    places.show([at('b', 640)]);
    expect([a.current, b.current?.timed.start]).toEqual([null, 640]);
    places.show([]);
    expect([a.current, b.current]).toEqual([null, null]);
  });

  it('are in the order of their times', () => {
    const view = { id: 's', days: [still] };
    const shown = atOtherTimes(view, [
      { id: 'a', start: clock(560), end: clock(580) },
      { id: 'b', start: clock(540), end: clock(560) },
      { id: 'y', start: clock(680), end: clock(700) },
      { id: 'z', start: clock(660), end: clock(680) },
    ]);
    const slots = shown.days[0]?.timed.slots ?? [];
    expect(slots.slice(0, 3).map((slot) => [slot.id, slot.start])).toEqual([
      ['b', 540],
      ['a', 560],
      ['c', 580],
    ]);
    expect(slots[6]?.tracks[0]?.slots.map((slot) => slot.id)).toEqual(['z', 'y']);
    expect(atOtherTimes(view, [])).toBe(view);
  });
});

describe('the field for a new slot', () => {
  const layout = layOut(still, SCALE, 900);
  const DAY: Parent = { type: 'day', id: 'd' };
  const LANE: Parent = { type: 'track', id: 't' };
  const bottom = (id: SlotId) => {
    const block = layout.boxes.find((box) => box.slot.id === 'block')!;
    const box = all(layout.boxes).find((one) => one.slot.id === id)!;
    return (layout.boxes.includes(box) ? 0 : block.top) + box.top + box.height;
  };

  it('is below the slot that it follows', () => {
    expect(newSlotTop(still, layout, DAY, 'b')).toBe(bottom('a'));
    expect(newSlotTop(still, layout, DAY, null)).toBe(bottom('last'));
    expect(newSlotTop(still, layout, LANE, 'z')).toBe(bottom('y'));
    expect(newSlotTop(still, layout, LANE, null)).toBe(bottom('z'));
  });

  it('is at the top of a running order that it begins', () => {
    expect(newSlotTop(still, layout, DAY, 'a')).toBe((540 - SCALE.from) * SCALE.pixels);
    // Below the headings of the block.
    expect(newSlotTop(still, layout, LANE, 'y')).toBe((660 - SCALE.from) * SCALE.pixels + 38);
    expect(newSlotTop(day([], []), layOut(day([], []), SCALE, 900), LANE, null)).not.toBeNull();
  });

  it('is on no other day', () => {
    expect(newSlotTop(still, layout, { type: 'day', id: 'other' }, null)).toBeNull();
    expect(newSlotTop(still, layout, { type: 'track', id: 'other' }, null)).toBeNull();
  });
});
