/** The columns of the list: the text of each cell, and the edit of a new text. */
import type {
  Clock,
  DayView,
  Edit,
  Kind,
  Minutes,
  Parent,
  ProgrammeId,
  Room,
  Slot,
  SlotId,
  TimedSlot,
} from '../../../host/generated/types';
import { t, time } from '../../../i18n/i18n.svelte';
import { KINDS, kindName } from '../../../i18n/kinds';
import {
  formatDuration,
  lengthUntil,
  parseDuration,
  parseTime,
  pastMidnight,
} from '../../../time/time';
import { roomByName } from '../inspector/rooms';
import { between, minutes } from '../../../time/units';

export type ColumnId =
  | 'start'
  | 'end'
  | 'title'
  | 'length'
  | 'kind'
  | 'room'
  | 'facilitators'
  | 'notes'
  | 'material'
  | 'setup'
  | 'teardown';

export interface Column {
  id: ColumnId;
  /** How its text is parsed. */
  about: 'time' | 'duration' | 'list' | 'text';
  /** Suggestions, where there are some. */
  choices?: () => string[];
}

export const COLUMNS: Column[] = [
  { id: 'start', about: 'time' },
  { id: 'end', about: 'time' },
  { id: 'title', about: 'text' },
  { id: 'length', about: 'duration' },
  { id: 'kind', about: 'list', choices: () => KINDS.map((kind) => t(kindName(kind))) },
  { id: 'room', about: 'list' },
  { id: 'facilitators', about: 'text' },
  { id: 'notes', about: 'text' },
  { id: 'material', about: 'text' },
  { id: 'setup', about: 'duration' },
  { id: 'teardown', about: 'duration' },
];

export interface ListRow {
  slot: Slot;
  timed: TimedSlot;
  /** 0 in a day, 1 in a track. */
  depth: number;
}

/** The rows of a day in the order of time. Slots in tracks are below their block. */
export function rowsOf(day: DayView): ListRow[] {
  const slots = new Map(day.slots.map((slot) => [slot.id, slot]));
  const row = (timed: TimedSlot, depth: number): ListRow[] => {
    const slot = slots.get(timed.id);
    return slot ? [{ slot, timed, depth }] : [];
  };
  return day.timed.slots.flatMap((timed) => [
    ...row(timed, 0),
    ...timed.tracks.flatMap((track) => track.slots.flatMap((inner) => row(inner, 1))),
  ]);
}

/**
 * The row below which a slot is added at the end of a running order: null in a day without rows, undefined where
 * that running order is not of this day.
 */
export function endIn(day: DayView, parent: Parent): SlotId | null | undefined {
  if (parent.type === 'day') {
    return parent.id === day.day.id ? (rowsOf(day).at(-1)?.slot.id ?? null) : undefined;
  }
  for (const block of day.timed.slots) {
    const track = block.tracks.findIndex((one) => one.id === parent.id);
    if (track < 0) continue;
    const above = block.tracks.slice(0, track + 1).flatMap((one) => one.slots);
    return above.at(-1)?.id ?? block.id;
  }
  return undefined;
}

/** The text of a cell, and of its field. */
export function textIn(row: ListRow, column: ColumnId, rooms: Room[]): string {
  const { slot, timed } = row;
  switch (column) {
    case 'start':
      return time(timed.start);
    case 'end':
      return time(timed.end);
    case 'length':
      return plain(between(timed.start, timed.end));
    case 'title':
      return slot.title;
    case 'kind':
      return t(kindName(slot.kind));
    case 'room':
      return rooms.find((room) => room.id === slot.room)?.name ?? '';
    case 'facilitators':
      return slot.facilitators.join(', ');
    case 'notes':
      return slot.notes ?? '';
    case 'material':
      return slot.material ?? '';
    case 'setup':
      return slot.setup ? plain(slot.setup) : '';
    case 'teardown':
      return slot.teardown ? plain(slot.teardown) : '';
  }
}

function plain(minutes: Minutes): string {
  return formatDuration(minutes).replace(/\u00a0/g, ' ');
}

/** Why a text is refused in a column; null when it is accepted. */
export function faultIn(column: ColumnId, text: string): string | null {
  const { about } = COLUMNS.find((one) => one.id === column) ?? { about: 'text' };
  const empty = text.trim() === '';
  if (about === 'time') return parseTime(text) === null ? t('fault-time') : null;
  if (about === 'duration') {
    const optional = column === 'setup' || column === 'teardown';
    return (optional && empty) || parseDuration(text) !== null ? null : t('fault-duration');
  }
  if (column === 'kind') return kindOf(text) ? null : t('fault-kind');
  if (column === 'title') return empty ? t('fault-title') : null;
  return null;
}

/** The kind whose name starts with a text. */
function kindOf(text: string): Kind | undefined {
  const wanted = text.trim().toLocaleLowerCase();
  if (!wanted) return undefined;
  return KINDS.find((kind) => t(kindName(kind)).toLocaleLowerCase().startsWith(wanted));
}

/** The time of a text, perhaps past midnight on a day that has reached `from`. */
function typedAt(text: string, from: Clock): Clock | null {
  const at = parseTime(text);
  return at === null ? null : pastMidnight(at, from);
}

/** The edit of a cell's new text. A start pins the slot; an end changes its duration. */
export function editOfCell(
  row: ListRow,
  column: ColumnId,
  text: string,
  rooms: Room[],
  programme: ProgrammeId,
): Edit | null {
  const slot = row.slot.id;
  const { start } = row.timed;
  switch (column) {
    case 'start':
      return { type: 'pinSlot', slot, at: typedAt(text, start) };
    case 'end': {
      const end = parseTime(text);
      return end === null ? null : { type: 'resizeSlot', slot, minutes: lengthUntil(start, end) };
    }
    case 'length': {
      const minutes = parseDuration(text);
      return minutes === null ? null : { type: 'resizeSlot', slot, minutes };
    }
    case 'kind': {
      const value = kindOf(text);
      return value ? { type: 'setSlot', slot, field: { name: 'kind', value } } : null;
    }
    case 'room':
      return roomByName(text, rooms, programme, (value) => ({
        type: 'setSlot',
        slot,
        field: { name: 'room', value },
      }));
    case 'facilitators':
      return { type: 'setSlot', slot, field: { name: 'facilitators', value: text.split(',') } };
    case 'setup':
    case 'teardown':
      return {
        type: 'setSlot',
        slot,
        field: { name: column, value: parseDuration(text) ?? minutes(0) },
      };
    case 'title':
      return { type: 'setSlot', slot, field: { name: 'title', value: text } };
    default:
      return { type: 'setSlot', slot, field: { name: column, value: text } };
  }
}
