/** Where menus open on the screen. */
import type { Point } from '../../../drag/reducer';

export function contains(box: DOMRect, at: Point): boolean {
  return at.x >= box.left && at.x <= box.right && at.y >= box.top && at.y <= box.bottom;
}

/** Where the menu of an element opens when it was not opened with the pointer. */
export function belowTop(box: DOMRect): Point {
  return { x: box.left + 16, y: box.top + Math.min(box.height, 24) };
}
