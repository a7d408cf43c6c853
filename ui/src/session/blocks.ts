/** The blocks that can be dragged in: what a day is usually made of. */
import type { Kind } from '../host/generated/types';

export interface Block {
  id: string;
  kind: Kind;
  minutes: number;
  /** The message id of its title. */
  title: string;
  tracks: number;
}

export const BLOCKS: Block[] = [
  { id: 'welcome', kind: 'welcome', minutes: 30, title: 'block-welcome', tracks: 0 },
  { id: 'plenary', kind: 'plenary', minutes: 45, title: 'block-plenary', tracks: 0 },
  { id: 'activity', kind: 'activity', minutes: 30, title: 'block-activity', tracks: 0 },
  { id: 'break', kind: 'break', minutes: 15, title: 'block-break', tracks: 0 },
  { id: 'meal', kind: 'meal', minutes: 75, title: 'block-meal', tracks: 0 },
  { id: 'parallel', kind: 'workshop', minutes: 75, title: 'block-parallel', tracks: 3 },
  { id: 'workshop', kind: 'workshop', minutes: 75, title: 'block-workshop', tracks: 0 },
  { id: 'free', kind: 'freeTime', minutes: 30, title: 'block-free', tracks: 0 },
  { id: 'wrap-up', kind: 'wrapUp', minutes: 30, title: 'block-wrap-up', tracks: 0 },
  { id: 'milestone', kind: 'plenary', minutes: 0, title: 'block-milestone', tracks: 0 },
];

export function blockOf(id: string): Block | undefined {
  return BLOCKS.find((block) => block.id === id);
}
