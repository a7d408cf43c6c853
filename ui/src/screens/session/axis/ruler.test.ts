import { describe, expect, it } from 'vitest';

import type { Attendance, DayView, Slot, TimedSlot } from '../../../host/generated/types';
import { sameScale, toMinutes, toPixels } from '../../../time/scale';
import { clock, minutes } from '../../../time/units';
import { layOut } from './layout';
import { BAND, framesOf, keptFrames, LEAD, scalesIn, type Frames } from './ruler';

/** A day of slots of these lengths from 9:00. A negative length is a gap before the next slot. */
function day(lengths: number[], id = 'd'): DayView {
  const slots: TimedSlot[] = [];
  let at = 540;
  let gap = 0;
  for (const length of lengths) {
    if (length < 0) gap = -length;
    else {
      const start = at + gap;
      const fit = gap > 0 ? { type: 'gap' as const, minutes: minutes(gap) } : contiguous;
      slots.push({
        ...{ id: `${id}${slots.length}`, start: clock(start), end: clock(start + length), fit },
        tracks: [],
      });
      at = start + length;
      gap = 0;
    }
  }
  return {
    day: { id, session: 's', date: null, start: clock(540), rank: 'a' },
    timed: { id, start: clock(540), end: clock(at), slots },
    slots: slots.map((slot) => ({ id: slot.id }) as Slot),
    tracks: [],
  };
}
const contiguous = { type: 'contiguous' as const };
const none = (): Attendance[] => [];

/** A day as an organiser composes it: fifteen slots, some of five and ten minutes. */
const FULL = [30, 15, 15, 60, 30, 55, 5, 10, 80, 30, 75, 30, 75, 45, 5];
/** The height of the axis in a window of 1280 by 800 pixels. */
const ROOM = 684;

const scaleOf = (view: DayView, frames: Frames) => scalesIn(frames.days, [view]).get(view.day.id)!;
const heights = (view: DayView, frames: Frames) =>
  layOut(view, scaleOf(view, frames), 0).boxes.map((box) => box.height);

describe('the fitted ruler', () => {
  it('shows a day of fifteen slots whole, none of them below 20 pixels', () => {
    const view = day(FULL);
    const frames = framesOf([view], none, 'fit', ROOM);
    expect(Math.min(...heights(view, frames))).toBeCloseTo(20, 6);
    expect(layOut(view, scaleOf(view, frames), 0).height).toBeLessThanOrEqual(ROOM);
    expect(layOut(view, scaleOf(view, frames), 0).height).toBeGreaterThan(ROOM - 2);
  });

  it('gives every slot that is tall enough its true height', () => {
    const view = day(FULL);
    const frames = framesOf([view], none, 'fit', ROOM);
    const { pixels } = frames.days.get('d')!;
    let [tall, borrowing] = [0, 0];
    heights(view, frames).forEach((height, at) => {
      const natural = FULL[at]! * pixels;
      if (natural >= 20) tall += 1;
      else borrowing += 1;
      expect(height).toBeCloseTo(Math.max(20, natural), 6);
    });
    expect([tall > 5, borrowing > 2]).toEqual([true, true]);
  });

  it('gives a gap 16 pixels at least, and an overrun the height of what covers it', () => {
    const view = day([60, -2, 60]);
    const layout = layOut(view, scaleOf(view, framesOf([view], none, 'fit', 120)), 0);
    expect(layout.gaps[0]?.height).toBeCloseTo(16, 6);
    const over = day([60, 5]);
    over.timed.slots[1] = {
      ...over.timed.slots[1]!,
      ...{ start: clock(570), end: clock(575), fit: { type: 'overrun', minutes: minutes(30) } },
    };
    const [first, second] = heights(over, framesOf([over], none, 'fit', 120));
    expect(second).toBeCloseTo(20, 6);
    expect(first).toBeGreaterThan(second!);
  });

  it('maps every minute to a pixel and back', () => {
    const view = day(FULL);
    const scale = scaleOf(view, framesOf([view], none, 'fit', ROOM));
    expect(scale.stretches?.length).toBeGreaterThan(2);
    for (let minute = 540; minute <= view.timed.end; minute += 1) {
      expect(toMinutes(scale, toPixels(scale, minute))).toBeCloseTo(minute, 6);
    }
    expect(toPixels(scale, 540)).toBe(LEAD);
  });

  it('is no taller than an hour of 192 pixels, and no flatter than one of 24', () => {
    expect(framesOf([day([30])], none, 'fit', 2000).days.get('d')?.pixels).toBe(3.2);
    expect(framesOf([day(FULL)], none, 'fit', 100).days.get('d')?.pixels).toBeCloseTo(0.4, 6);
  });

  it('draws the slots of a previewed order as it will draw them after the drop', () => {
    const frames = framesOf([day(FULL)], none, 'fit', ROOM);
    let different = 0;
    for (let from = 0; from < FULL.length; from += 1) {
      const order = [...FULL];
      order.splice((from * 7) % FULL.length, 0, ...order.splice(from, 1));
      const moved = day(order);
      const kept = keptFrames(frames, [moved], none, 'fit', ROOM);
      if (!sameScale(scaleOf(moved, frames), scaleOf(day(FULL), frames))) different += 1;
      expect(scaleOf(moved, kept)).toEqual(scaleOf(moved, frames));
    }
    expect(different).toBeGreaterThan(5);
  });
});

describe('a frame', () => {
  const frames = framesOf([day(FULL)], none, 'fit', ROOM);
  const pixels = (lengths: number[], room = ROOM, zoom: number | 'fit' = 'fit') =>
    keptFrames(frames, [day(lengths)], none, zoom, room).days.get('d')?.pixels;
  const own = frames.days.get('d')?.pixels;

  it('is held while the day fits in the room, down to the free band', () => {
    expect(pixels([...FULL, 15])).toBe(own);
    expect(15 * own!).toBeLessThan(BAND);
  });

  it('is fitted anew when the day outgrows the room, or leaves much of it empty', () => {
    expect(pixels([...FULL, 120])).toBeLessThan(own!);
    expect(pixels(FULL.slice(0, 6))).toBeGreaterThan(own!);
  });

  it('is made anew for another room or another zoom', () => {
    expect(pixels(FULL, ROOM - 100)).toBeLessThan(own!);
    expect(pixels(FULL, ROOM, 1)).toBeGreaterThan(own!);
  });

  it('is the same for several days, and straight', () => {
    const days = [day(FULL, 'one'), day([60, 60], 'two')];
    const shared = framesOf(days, none, 'fit', ROOM);
    const [first, second] = [...scalesIn(shared.days, days).values()];
    expect(first).toEqual(second);
    expect(first?.stretches).toBeUndefined();
  });
});

describe('a ruler true to time', () => {
  it('has the same height for every minute', () => {
    const view = day(FULL);
    const scale = scaleOf(view, framesOf([view], none, 1.3, ROOM));
    expect(scale.stretches).toBeUndefined();
    for (let minute = 540; minute < 900; minute += 1) {
      expect(toPixels(scale, minute + 1) - toPixels(scale, minute)).toBeCloseTo(scale.pixels, 9);
    }
  });
});
