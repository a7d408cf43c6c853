/** A drop on the axis as the edit it means. */
import type { Edit, Parent, SlotId } from '../host/generated/types';
import { newId } from '../plan/ids';
import { blockOf } from './blocks';
import type { Item, Target } from './targets';

export function editOf(item: Item, target: Target, title: string): Edit | null {
  if (target.type === 'length') {
    return item.type === 'edge'
      ? { type: 'resizeSlot', slot: item.id, minutes: target.minutes }
      : null;
  }
  const { parent, before, pin } = target;
  if (item.type === 'slot') return { type: 'moveSlot', slot: item.id, parent, before, pin };
  if (item.type === 'new') return insertion(item.block, parent, before, pin, title)?.edit ?? null;
  return null;
}

/** The edit that inserts a block, and the id its slot will have. */
export function insertion(
  blockId: string,
  parent: Parent,
  before: SlotId | null,
  pin: number | null,
  title: string,
): { id: SlotId; edit: Edit } | null {
  const block = blockOf(blockId);
  if (!block) return null;
  const id = newId();
  const { kind, minutes } = block;
  const add: Edit = { type: 'addSlot', id, parent, before, title, kind, minutes, pin };
  if (block.tracks === 0) return { id, edit: add };
  const tracks = Array.from({ length: block.tracks }, newId);
  return { id, edit: { type: 'several', edits: [add, { type: 'splitSlot', slot: id, tracks }] } };
}
