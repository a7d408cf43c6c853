/** The edits of drops on the axis. */
import type { Clock, Edit, Parent, SlotId, Template } from '../../../host/generated/types';
import { newId } from '../../../state/ids';
import { blocks, type Block } from '../palette/blocks';
import type { Item, Target } from './targets';

export function editOf(item: Item, target: Target, templates: Template[]): Edit | null {
  if (target.type === 'area' || item.type === 'lasso') return null;
  if (target.type === 'length') {
    return item.type === 'edge'
      ? { type: 'resizeSlot', slot: item.id, minutes: target.minutes }
      : null;
  }
  const { parent, before, pin } = target;
  if (item.type === 'slot') return moveEdit(item.ids, parent, before, pin);
  if (item.type === 'new') {
    const block = blocks(templates).find((one) => one.id === item.block);
    return block ? insertEdit(block, parent, before, pin).edit : null;
  }
  return null;
}

/** Moves slots together, in their order. The pin is for the first one. */
export function moveEdit(
  slots: SlotId[],
  parent: Parent,
  before: SlotId | null,
  pin: Clock | null,
): Edit {
  return batch(
    slots.map((slot, at) => ({
      type: 'moveSlot',
      slot,
      parent,
      before,
      pin: at === 0 ? pin : null,
    })),
  );
}

/** The edit that inserts a block, and the id of the new slot. */
export function insertEdit(
  block: Block,
  parent: Parent,
  before: SlotId | null,
  pin: Clock | null,
): { id: SlotId; edit: Edit } {
  const id = newId();
  const { kind, minutes, title, template } = block;
  const pinned: Edit[] = pin === null ? [] : [{ type: 'pinSlot', slot: id, at: pin }];
  if (template) {
    const apply: Edit = {
      type: 'applyTemplate',
      template: template.id,
      parent,
      before,
      slots: [id],
    };
    return { id, edit: batch([apply, ...pinned]) };
  }
  const add: Edit = { type: 'addSlot', id, parent, before, title, kind, minutes, pin };
  if (block.tracks === 0) return { id, edit: add };
  const tracks = Array.from({ length: block.tracks }, newId);
  return { id, edit: batch([add, { type: 'splitSlot', slot: id, tracks }]) };
}

/** Several edits as one step. A single edit stays as it is. */
export function batch(edits: Edit[]): Edit {
  const [only, ...more] = edits;
  return only && more.length === 0 ? only : { type: 'batch', edits };
}
