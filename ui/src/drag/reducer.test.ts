import { describe, expect, it } from 'vitest';

import { reduce, type Drag, type DragEvent, type Effect, type Rules } from './reducer';

const rules: Rules<string, number> = {
  resolve: (_item, at) => (at.x < 0 ? null : Math.floor(at.y / 10)),
  same: (one, other) => one === other,
};
const modifiers = { alt: false, shift: false };

function play(...events: DragEvent<string, number>[]): [Drag<string, number>, string[]] {
  let drag: Drag<string, number> = { phase: 'idle' };
  const effects: Effect<string, number>[] = [];
  for (const event of events) {
    const [next, effect]: [Drag<string, number>, Effect<string, number>] = reduce(
      rules,
      drag,
      event,
    );
    drag = next;
    effects.push(effect);
  }
  return [drag, effects.map((effect) => effect.type)];
}

const press: DragEvent<string, number> = { type: 'press', item: 'card', at: { x: 5, y: 5 } };
const move = (x: number, y: number): DragEvent<string, number> => ({
  type: 'move',
  at: { x, y },
  modifiers,
});

describe('a drag', () => {
  it('is a click until the pointer has moved four pixels', () => {
    expect(play(press, move(7, 7), { type: 'release' })[1]).toEqual(['none', 'none', 'click']);
    expect(play(press, move(9, 5), { type: 'release' })[1]).toEqual(['none', 'begin', 'drop']);
  });

  it('changes its target only where the target changes', () => {
    expect(play(press, move(5, 15), move(6, 17), move(6, 25))[1]).toEqual([
      'none',
      'begin',
      'none',
      'aim',
    ]);
  });

  it('restores when it is dropped without a target', () => {
    const [drag, effects] = play(press, move(5, 15), move(-1, 15), { type: 'release' });
    expect(effects.at(-1)).toBe('restore');
    expect(drag.phase).toBe('idle');
  });

  it('restores on cancel, and is idle then', () => {
    const [drag, effects] = play(press, move(5, 15), { type: 'cancel' }, move(5, 40), {
      type: 'release',
    });
    expect(effects).toEqual(['none', 'begin', 'restore', 'none', 'none']);
    expect(drag).toEqual({ phase: 'idle' });
  });

  it('by keys aims and drops, and ignores the pointer', () => {
    const [drag, effects] = play(
      { type: 'lift', item: 'card', target: 1 },
      { type: 'aim', target: 2 },
      move(5, 90),
    );
    expect(effects).toEqual(['begin', 'aim', 'none']);
    expect(drag).toMatchObject({ phase: 'dragging', by: 'keys', target: 2 });
    const [, dropped] = play(
      { type: 'lift', item: 'card', target: 1 },
      { type: 'aim', target: 2 },
      { type: 'release' },
    );
    expect(dropped.at(-1)).toBe('drop');
  });

  it('ignores a second press', () => {
    const [drag] = play(press, { type: 'press', item: 'other', at: { x: 0, y: 0 } });
    expect(drag).toMatchObject({ item: 'card' });
  });
});
