/**
 * Tells how high an element is, in pixels, and each time it changes (an action). The window measures it
 * when it lays out what it draws; asked for earlier, it would lay out once more.
 */
export function tall(element: HTMLElement, hear: (height: number) => void) {
  const watching = new ResizeObserver(() => hear(element.clientHeight));
  watching.observe(element);
  return { destroy: () => watching.disconnect() };
}
