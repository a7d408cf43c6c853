/** Assigning a room by its name. */
import type { Edit, ProgrammeId, Room, RoomId } from '../../../host/generated/types';
import { newId } from '../../../state/ids';

/** The edit for a typed name: no room when it is empty, a new room when the name is new. */
export function roomByName(
  name: string,
  rooms: Room[],
  programme: ProgrammeId,
  edit: (room: RoomId | null) => Edit,
): Edit {
  const wanted = name.trim();
  if (wanted === '') return edit(null);
  const existing = rooms.find((room) => room.name.toLowerCase() === wanted.toLowerCase());
  if (existing) return edit(existing.id);
  const id = newId();
  const add: Edit = { type: 'addRoom', id, programme, name: wanted };
  return { type: 'batch', edits: [add, edit(id)] };
}
