import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { setLanguage } from '../i18n/i18n.svelte';
import { announced } from '../kit/announcer.svelte';
import { DragController } from './controller.svelte';
import { offsetOf } from './keyboard';

interface Item {
  title: string;
}
const ITEM: Item = { title: 'Welcome' };

function controller(
  more: Partial<ConstructorParameters<typeof DragController<Item, number>>[0]> = {},
) {
  const onDrop = vi.fn();
  const onRestore = vi.fn();
  const drag = new DragController<Item, number>({
    resolve: (_item, at) => at.x,
    same: (one, other) => one === other,
    step: (_item, target, direction) => {
      const next = target + offsetOf(direction);
      return next < 0 ? null : next;
    },
    describe: (item, target) => `${item.title} at ${target}`,
    ...{ onDrop, onRestore, ...more },
  });
  return { drag, onDrop, onRestore };
}

const key = (name: string) => new KeyboardEvent('keydown', { key: name, cancelable: true });

beforeEach(() => setLanguage('en', false));
afterEach(() => vi.useRealTimers());

describe('the keyboard of a drag', () => {
  it('lifts with Space, steps with arrows, and drops with Enter', () => {
    const { drag, onDrop } = controller();
    expect(drag.key(key(' '), ITEM, 3)).toBe(true);
    expect(drag.isLifted).toBe(true);
    drag.key(key('ArrowDown'), ITEM, 3);
    drag.key(key('ArrowRight'), ITEM, 3);
    drag.key(key('ArrowUp'), ITEM, 3);
    expect(drag.target.current).toBe(4);
    drag.key(key('Enter'), ITEM, 3);
    expect(onDrop).toHaveBeenCalledExactlyOnceWith(ITEM, 4);
    expect([drag.isIdle, drag.target.current]).toEqual([true, null]);
  });

  it('drops with Space as well', () => {
    const { drag, onDrop } = controller();
    drag.key(key(' '), ITEM, 3);
    drag.key(key(' '), ITEM, 3);
    expect(onDrop).toHaveBeenCalledExactlyOnceWith(ITEM, 3);
  });

  it('puts the item back with Escape', () => {
    const { drag, onDrop, onRestore } = controller();
    drag.key(key(' '), ITEM, 3);
    drag.key(key('Escape'), ITEM, 3);
    expect(onRestore).toHaveBeenCalledExactlyOnceWith(ITEM);
    expect(onDrop).not.toHaveBeenCalled();
    expect(announced()).toBe('Back where it was.');
  });

  it('stays where it is when there is no further target', () => {
    const { drag } = controller();
    drag.key(key(' '), ITEM, 0);
    drag.key(key('ArrowUp'), ITEM, 0);
    expect(drag.target.current).toBe(0);
  });

  it('leaves other keys alone', () => {
    const { drag } = controller();
    const event = key('a');
    expect(drag.key(event, ITEM, 3)).toBe(false);
    expect(drag.key(key('ArrowDown'), ITEM, 3)).toBe(false);
    expect(event.defaultPrevented).toBe(false);
    drag.key(key(' '), ITEM, 3);
    expect(drag.key(key('a'), ITEM, 3)).toBe(false);
  });
});

describe('the announcements of a drag', () => {
  it('name each target that keys step to', () => {
    const { drag } = controller();
    drag.lift(ITEM, 3);
    expect(announced()).toBe('Welcome at 3');
    drag.step('down');
    expect(announced()).toBe('Welcome at 4');
  });

  it('name the lifted item where its target is described later', () => {
    const { drag } = controller({ describe: undefined });
    drag.lift(ITEM, 3);
    expect(announced()).toContain('“Welcome” is lifted.');
    drag.announceTarget(() => 'at ten');
    expect(announced()).toBe('at ten');
  });

  it('leave out items that are not announced', () => {
    const { drag } = controller({ describe: undefined, isAnnounced: () => false });
    const before = announced();
    drag.lift(ITEM, 3);
    drag.cancel();
    expect(announced()).toBe(before);
  });

  it('name the target a pointer rests on, and none after the drop', () => {
    vi.useFakeTimers({
      toFake: ['setTimeout', 'performance', 'requestAnimationFrame', 'cancelAnimationFrame'],
    });
    const { drag } = controller();
    const surface = document.createElement('div');
    surface.setPointerCapture = surface.releasePointerCapture = () => undefined;
    surface.hasPointerCapture = () => false;
    const pointer = (type: string, x: number) =>
      new PointerEvent(type, { clientX: x, clientY: 0, pointerId: 1, button: 0 });
    drag.press(pointer('pointerdown', 0), ITEM, surface);
    window.dispatchEvent(pointer('pointermove', 10));
    vi.advanceTimersToNextFrame();
    window.dispatchEvent(pointer('pointermove', 20));
    vi.advanceTimersToNextFrame();
    expect(drag.position.current.x).toBe(20);
    expect(announced()).toContain('is lifted');
    vi.advanceTimersByTime(400);
    expect(announced()).toBe('Welcome at 20');
    window.dispatchEvent(pointer('pointermove', 30));
    vi.advanceTimersToNextFrame();
    window.dispatchEvent(pointer('pointerup', 30));
    vi.advanceTimersByTime(400);
    expect(announced()).toBe('Welcome at 20');
  });
});
