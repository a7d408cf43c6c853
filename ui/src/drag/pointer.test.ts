import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { PointerDrag, type Handlers } from './pointer';

/** Frames run when the test says so. */
let frames: Map<number, FrameRequestCallback>;
let surface: HTMLElement;
let captured: Set<number>;

function frame(): void {
  const due = [...frames.values()];
  frames.clear();
  due.forEach((step) => step(0));
}

const pointer = (type: string, x: number, y: number, more: PointerEventInit = {}) =>
  new PointerEvent(type, { clientX: x, clientY: y, pointerId: 7, button: 0, ...more });

const move = (x: number, y: number, more?: PointerEventInit) =>
  window.dispatchEvent(pointer('pointermove', x, y, more));
const release = (x: number, y: number) => window.dispatchEvent(pointer('pointerup', x, y));

function watched() {
  const calls: string[] = [];
  const handlers: Handlers<string, number> = {
    onState: () => undefined,
    onBegin: (item) => calls.push(`begin ${item}`),
    onAim: (_item, target) => calls.push(`aim ${target}`),
    onDrop: (item, target) => calls.push(`drop ${item} ${target}`),
    onRestore: (item) => calls.push(`restore ${item}`),
    onClick: (item) => calls.push(`click ${item}`),
  };
  const resolve = vi.fn((_item: string, at: { x: number; y: number }) => Math.floor(at.y / 10));
  const same = (one: number, other: number) => one === other;
  return { calls, resolve, drag: new PointerDrag({ resolve, same }, handlers) };
}

beforeEach(() => {
  frames = new Map();
  let last = 0;
  vi.stubGlobal('requestAnimationFrame', (step: FrameRequestCallback) => {
    frames.set((last += 1), step);
    return last;
  });
  vi.stubGlobal('cancelAnimationFrame', (id: number) => frames.delete(id));
  captured = new Set();
  surface = document.body.appendChild(document.createElement('div'));
  surface.setPointerCapture = (id) => void captured.add(id);
  surface.hasPointerCapture = (id) => captured.has(id);
  surface.releasePointerCapture = (id) => void captured.delete(id);
});

afterEach(() => {
  vi.unstubAllGlobals();
  surface.remove();
});

describe('the pointer', () => {
  it('is captured by the surface once it has moved far enough, not before', () => {
    const { drag, calls } = watched();
    drag.press(pointer('pointerdown', 0, 0), 'card', surface);
    move(2, 2);
    frame();
    expect(captured.size).toBe(0);
    move(0, 12);
    frame();
    expect([...captured]).toEqual([7]);
    expect(calls).toEqual(['begin card', 'aim 1']);
  });

  it('clicks when it is released without a move', () => {
    const { drag, calls } = watched();
    drag.press(pointer('pointerdown', 0, 0), 'card', surface);
    release(1, 1);
    expect(calls).toEqual(['click card']);
  });

  it('moves once a frame, to its last position', () => {
    const { drag, resolve } = watched();
    drag.press(pointer('pointerdown', 0, 0), 'card', surface);
    for (let y = 10; y <= 90; y += 1) move(0, y);
    expect(resolve).not.toHaveBeenCalled();
    frame();
    expect(resolve).toHaveBeenCalledOnce();
    expect(resolve.mock.lastCall?.[1]).toEqual({ x: 0, y: 90 });
  });

  it('drops where it was released, although the last move waits for its frame', () => {
    const { drag, calls } = watched();
    drag.press(pointer('pointerdown', 0, 0), 'card', surface);
    move(0, 15);
    frame();
    move(0, 35);
    release(0, 55);
    expect(calls.at(-1)).toBe('drop card 5');
    expect(frames.size).toBe(0);
  });

  it('ignores another pointer', () => {
    const { drag, calls } = watched();
    drag.press(pointer('pointerdown', 0, 0), 'card', surface);
    move(0, 50, { pointerId: 8 });
    frame();
    expect(calls).toEqual([]);
    drag.cancel();
  });

  it('ignores other buttons', () => {
    const { drag } = watched();
    drag.press(pointer('pointerdown', 0, 0, { button: 2 }), 'card', surface);
    expect(drag.drag.phase).toBe('idle');
  });
});

describe('a cancelled drag', () => {
  const WAYS: [string, () => void][] = [
    ['Escape', () => void window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))],
    ['the window losing focus', () => void window.dispatchEvent(new Event('blur'))],
    [
      'the pointer being taken away',
      () => void window.dispatchEvent(pointer('pointercancel', 0, 0)),
    ],
    ['the capture being lost', () => void surface.dispatchEvent(new Event('lostpointercapture'))],
  ];

  it.each(WAYS)('by %s restores the item and releases the pointer', (_name, giveUp) => {
    const { drag, calls } = watched();
    drag.press(pointer('pointerdown', 0, 0), 'card', surface);
    move(0, 15);
    frame();
    giveUp();
    expect(calls).toEqual(['begin card', 'aim 1', 'restore card']);
    expect(drag.drag).toEqual({ phase: 'idle' });
    expect(captured.size).toBe(0);
    release(0, 15);
    expect(calls.at(-1)).toBe('restore card');
  });

  it('with Escape stops the event', () => {
    const { drag } = watched();
    const other = vi.fn();
    document.body.addEventListener('keydown', other);
    drag.press(pointer('pointerdown', 0, 0), 'card', surface);
    const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    document.body.removeEventListener('keydown', other);
    expect(other).not.toHaveBeenCalled();
    expect(event.defaultPrevented).toBe(true);
  });
});

describe('the listeners', () => {
  it.each([
    ['a drop', () => release(0, 40)],
    ['a cancel', () => window.dispatchEvent(new Event('blur'))],
  ])('are all removed after %s', (_name, end) => {
    const added: string[] = [];
    const removed: string[] = [];
    for (const target of [window, surface]) {
      const add = target.addEventListener.bind(target);
      const remove = target.removeEventListener.bind(target);
      vi.spyOn(target, 'addEventListener').mockImplementation(
        (type: string, ...rest: unknown[]) => {
          added.push(type);
          (add as (...args: unknown[]) => void)(type, ...rest);
        },
      );
      vi.spyOn(target, 'removeEventListener').mockImplementation(
        (type: string, ...rest: unknown[]) => {
          removed.push(type);
          (remove as (...args: unknown[]) => void)(type, ...rest);
        },
      );
    }
    const { drag, resolve } = watched();
    drag.press(pointer('pointerdown', 0, 0), 'card', surface);
    move(0, 15);
    frame();
    end();
    vi.restoreAllMocks();
    expect(added.length).toBeGreaterThan(0);
    expect(removed.sort()).toEqual(added.sort());
    const before = resolve.mock.calls.length;
    move(0, 90);
    frame();
    expect(resolve.mock.calls.length).toBe(before);
  });
});

describe('keys', () => {
  it('lift, aim and drop without capturing a pointer', () => {
    const { drag, calls } = watched();
    drag.lift('card', 1);
    drag.aim(3);
    drag.drop();
    expect(calls).toEqual(['begin card', 'aim 1', 'aim 3', 'drop card 3']);
    expect(captured.size).toBe(0);
  });
});
