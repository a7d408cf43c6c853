/**
 * Structural sharing for the times of running orders. Each step of a drag brings those of a whole day, of which a
 * few differ. This compares the fields of times directly, and creates nothing where nothing changed.
 */
import type {
  DayView,
  SessionView,
  Slot,
  TimedDay,
  TimedSlot,
  TimedTrack,
  Track,
} from '../../host/generated/types';
import { byId } from '../rows';
import { shared } from './share';

/** `next` with parts of `old` where they are equal; `old` itself when all is equal. */
export function sharedSession(old: SessionView | null, next: SessionView): SessionView {
  if (old?.id !== next.id) return next;
  const days = inPlace(old.days, next.days, ({ day }) => day.id, sharedDay);
  return days === old.days ? old : { ...next, days };
}

function sharedDay(old: DayView, next: DayView): DayView {
  const day = shared(old.day, next.day);
  const timed = sharedTimes(old.timed, next.timed);
  const slots = inPlace(old.slots, next.slots, (row) => row.id, shared<Slot>);
  const tracks = inPlace(old.tracks, next.tracks, (row) => row.id, shared<Track>);
  const same =
    day === old.day && timed === old.timed && slots === old.slots && tracks === old.tracks;
  return same ? old : { day, timed, slots, tracks };
}

/** A list that shares each item with the old item at the same index. */
function inPlace<R>(old: R[], next: R[], key: (row: R) => string, share: (a: R, b: R) => R): R[] {
  let same = old.length === next.length;
  const found = next.map((row, at) => {
    const there = old[at];
    const kept = there && key(there) === key(row) ? share(there, row) : row;
    same &&= kept === there;
    return kept;
  });
  return same ? old : found;
}

function sharedTimes(old: TimedDay, next: TimedDay): TimedDay {
  const slots = sharedSlots(old.slots, next.slots);
  const same = slots === old.slots && old.start === next.start && old.end === next.end;
  return same ? old : { ...next, slots };
}

function sharedSlots(old: TimedSlot[], next: TimedSlot[]): TimedSlot[] {
  let existing: ReadonlyMap<string, TimedSlot> | null = null;
  let same = old.length === next.length;
  const found = next.map((slot, at) => {
    const there = old[at];
    const before = there?.id === slot.id ? there : (existing ??= byId(old)).get(slot.id);
    const kept = before ? sharedSlot(before, slot) : slot;
    same &&= kept === there;
    return kept;
  });
  return same ? old : found;
}

function sharedSlot(old: TimedSlot, next: TimedSlot): TimedSlot {
  const same =
    old.start === next.start &&
    old.end === next.end &&
    old.fit.type === next.fit.type &&
    (old.fit.type === 'contiguous' || shared(old.fit, next.fit) === old.fit);
  if (next.tracks.length === 0) return same && old.tracks.length === 0 ? old : next;
  const tracks = next.tracks.map((track) => {
    const before = old.tracks.find((one) => one.id === track.id);
    return before ? sharedTrack(before, track) : track;
  });
  const kept =
    tracks.length === old.tracks.length && tracks.every((one, at) => one === old.tracks[at]);
  return same && kept ? old : { ...next, tracks: kept ? old.tracks : tracks };
}

function sharedTrack(old: TimedTrack, next: TimedTrack): TimedTrack {
  const slots = sharedSlots(old.slots, next.slots);
  return slots === old.slots && old.start === next.start && old.end === next.end
    ? old
    : { ...next, slots };
}
