/** Where an idea can be dropped on the board, and the edit a drop means. */
import type { Edit, IdeaId, RoomId, SlotId, TrackId } from '../../host/generated/types';
import { newId } from '../../state/ids';

export interface DraggedIdea {
  id: IdeaId;
  title: string;
  /** The track it is taken from; null when it comes from the list. */
  from: TrackId | null;
}

export type BoardTarget =
  | { type: 'track'; track: TrackId }
  | { type: 'room'; round: SlotId; room: RoomId }
  | { type: 'list' };

export function sameBoardTarget(one: BoardTarget, other: BoardTarget): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The target of an element, from its data attributes. */
export function targetOf(element: Element | null): BoardTarget | null {
  const place = element?.closest<HTMLElement>('[data-cell], [data-list]');
  if (!place) return null;
  if (place.dataset.list !== undefined) return { type: 'list' };
  const { track, round, room } = place.dataset;
  if (track) return { type: 'track', track };
  return round && room ? { type: 'room', round, room } : null;
}

/** The edit of a drop; null when it changes nothing. */
export function placement(item: DraggedIdea, target: BoardTarget): Edit | null {
  switch (target.type) {
    case 'list':
      return item.from ? { type: 'unplaceIdea', track: item.from } : null;
    case 'track':
      if (target.track === item.from) return null;
      return { type: 'placeIdea', idea: item.id, place: target, from: item.from };
    case 'room':
      return {
        type: 'placeIdea',
        idea: item.id,
        place: { type: 'room', round: target.round, room: target.room, newTrack: newId() },
        from: item.from,
      };
  }
}
