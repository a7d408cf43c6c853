/**
 * Tell how high, or how wide, an element is, in pixels, and each time it changes (actions). The window
 * measures it when it lays out what it draws; asked for earlier, it would lay out once more.
 */
export function tall(element: HTMLElement, hear: (height: number) => void) {
  return watched(element, () => hear(element.clientHeight));
}

export function wide(element: HTMLElement, hear: (width: number) => void) {
  return watched(element, () => hear(element.clientWidth));
}

function watched(element: HTMLElement, changed: () => void) {
  const watching = new ResizeObserver(changed);
  watching.observe(element);
  return { destroy: () => watching.disconnect() };
}
