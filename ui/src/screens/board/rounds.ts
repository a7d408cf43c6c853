/**
 * The board as a grid: rounds are rows, rooms are columns. Tracks without a room have extra columns. So does a
 * second track in the same room: each track is shown once.
 */
import type {
  IdeaCard,
  Room,
  SessionView,
  Slot,
  TimedSlot,
  Track,
} from '../../host/generated/types';

export interface Column {
  key: string;
  /** The room; null for the nth track without a room. */
  room: Room | null;
  number: number;
}

export interface Cell {
  column: Column;
  /** The track in it; null where the room is free. */
  track: Track | null;
}

export interface Round {
  slot: Slot;
  timed: TimedSlot;
  cells: Cell[];
}

export interface Board {
  columns: Column[];
  rounds: Round[];
}

export function boardOf(view: SessionView | null, rooms: Room[]): Board {
  const blocks = (view?.days ?? []).flatMap((day) =>
    day.timed.slots
      .filter((timed) => timed.tracks.length > 0)
      .flatMap((timed) => {
        const slot = day.slots.find((one) => one.id === timed.id);
        const tracks = timed.tracks.flatMap(
          (lane) => day.tracks.find((one) => one.id === lane.id) ?? [],
        );
        return slot ? { slot, timed, tracks, loose: looseIn(tracks, rooms) } : [];
      }),
  );
  const used = new Set(blocks.flatMap((block) => block.tracks.map((track) => track.room)));
  /** A room of a plenary is none of the workshops', unless a track is in it. */
  const others = new Set((view?.days ?? []).flatMap((day) => day.slots.map((slot) => slot.room)));
  const mayHold = (room: Room) => used.has(room.id) || !others.has(room.id);
  const loose = Math.max(0, ...blocks.map((block) => block.loose.length));
  const columns: Column[] = [
    ...rooms.filter(mayHold).map((room) => ({ key: room.id, room, number: 0 })),
    ...Array.from({ length: loose }, (_, at) => ({
      key: `loose-${at}`,
      room: null,
      number: at + 1,
    })),
  ];
  // Rooms in use come first, so that unused rooms do not push a round out of view.
  columns.sort((one, other) => rank(one, used) - rank(other, used));
  const rounds = blocks.map((block) => {
    const cells = columns.map((column) => ({
      column,
      track: column.room
        ? (block.tracks.find((track) => track.room === column.room?.id) ?? null)
        : (block.loose[column.number - 1] ?? null),
    }));
    return { slot: block.slot, timed: block.timed, cells };
  });
  return { columns, rounds };
}

/** The tracks of a round that have no column of a room. */
function looseIn(tracks: Track[], rooms: Room[]): Track[] {
  const isFirst = (track: Track) => tracks.find((one) => one.room === track.room) === track;
  const hasColumn = (track: Track) => rooms.some((room) => room.id === track.room);
  return tracks.filter((track) => !hasColumn(track) || !isFirst(track));
}

function rank(column: Column, used: Set<string | null>): number {
  if (column.room === null) return 1;
  return used.has(column.room.id) ? 0 : 2;
}

/** The ideas that contain every word of a search, in their title, tags or facilitators. */
export function search(ideas: IdeaCard[], query: string): IdeaCard[] {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain(query).split(/\s+/).filter(Boolean);
  return ideas.filter(({ idea }) => {
    const text = plain([idea.title, ...idea.tags, ...idea.facilitators].join(' '));
    return words.every((word) => text.includes(word));
  });
}
