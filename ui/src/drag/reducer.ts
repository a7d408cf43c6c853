/**
 * A drag as a state machine, the same for the pointer and the keyboard. It does not depend on the page:
 * `Rules` turn a point into a target, and the caller applies the drop.
 */
export interface Point {
  x: number;
  y: number;
}

/** Modifier keys held during a drag. They may change what a drop means. */
export interface Modifiers {
  alt: boolean;
  shift: boolean;
}

export type Drag<I, T> =
  | { phase: 'idle' }
  | { phase: 'pressed'; item: I; from: Point }
  | {
      phase: 'dragging';
      item: I;
      by: 'pointer' | 'keys';
      from: Point;
      at: Point;
      target: T | null;
    };

export type DragEvent<I, T> =
  | { type: 'press'; item: I; at: Point }
  | { type: 'move'; at: Point; modifiers: Modifiers }
  | { type: 'release' }
  | { type: 'lift'; item: I; target: T }
  | { type: 'aim'; target: T }
  | { type: 'cancel' };

/** What the caller has to do after an event. */
export type Effect<I, T> =
  | { type: 'none' }
  | { type: 'begin'; item: I }
  | { type: 'aim'; item: I; target: T | null }
  | { type: 'drop'; item: I; target: T }
  | { type: 'restore'; item: I }
  | { type: 'click'; item: I };

export interface Rules<I, T> {
  /** The target at a point; null where nothing can be dropped. */
  resolve(item: I, at: Point, modifiers: Modifiers): T | null;
  same(one: T, other: T): boolean;
}

/** How far a press must move before it is a drag, in pixels. */
export const THRESHOLD = 4;

const NONE = { type: 'none' } as const;
const IDLE = { phase: 'idle' } as const;

export function reduce<I, T>(
  rules: Rules<I, T>,
  drag: Drag<I, T>,
  event: DragEvent<I, T>,
): [Drag<I, T>, Effect<I, T>] {
  switch (event.type) {
    case 'press':
      if (drag.phase !== 'idle') return [drag, NONE];
      return [{ phase: 'pressed', item: event.item, from: event.at }, NONE];
    case 'move':
      return moved(rules, drag, event.at, event.modifiers);
    case 'lift':
      if (drag.phase !== 'idle') return [drag, NONE];
      return [
        {
          phase: 'dragging',
          item: event.item,
          by: 'keys',
          from: { x: 0, y: 0 },
          at: { x: 0, y: 0 },
          target: event.target,
        },
        { type: 'begin', item: event.item },
      ];
    case 'aim':
      if (drag.phase !== 'dragging') return [drag, NONE];
      return [
        { ...drag, target: event.target },
        { type: 'aim', item: drag.item, target: event.target },
      ];
    case 'release':
      return released(drag);
    case 'cancel':
      if (drag.phase !== 'dragging') return [IDLE, NONE];
      return [IDLE, { type: 'restore', item: drag.item }];
  }
}

function moved<I, T>(
  rules: Rules<I, T>,
  drag: Drag<I, T>,
  at: Point,
  modifiers: Modifiers,
): [Drag<I, T>, Effect<I, T>] {
  if (drag.phase === 'pressed') {
    if (Math.hypot(at.x - drag.from.x, at.y - drag.from.y) < THRESHOLD) return [drag, NONE];
    const target = rules.resolve(drag.item, at, modifiers);
    const { item, from } = drag;
    return [
      { phase: 'dragging', item, by: 'pointer', from, at, target },
      { type: 'begin', item },
    ];
  }
  if (drag.phase !== 'dragging' || drag.by !== 'pointer') return [drag, NONE];
  const target = rules.resolve(drag.item, at, modifiers);
  const kept =
    target === drag.target ||
    (target !== null && drag.target !== null && rules.same(target, drag.target));
  return [
    { ...drag, at, target: kept ? drag.target : target },
    kept ? NONE : { type: 'aim', item: drag.item, target },
  ];
}

function released<I, T>(drag: Drag<I, T>): [Drag<I, T>, Effect<I, T>] {
  switch (drag.phase) {
    case 'idle':
      return [drag, NONE];
    case 'pressed':
      return [IDLE, { type: 'click', item: drag.item }];
    case 'dragging':
      return drag.target === null
        ? [IDLE, { type: 'restore', item: drag.item }]
        : [IDLE, { type: 'drop', item: drag.item, target: drag.target }];
  }
}
