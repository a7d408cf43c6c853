/**
 * Actions that report the height or width of an element, in pixels, now and after each change. The
 * observer gets it from a layout that happens anyway; reading it would force another one.
 */
export function observeHeight(element: HTMLElement, onChange: (height: number) => void) {
  return watched(element, () => onChange(element.clientHeight));
}

export function observeWidth(element: HTMLElement, onChange: (width: number) => void) {
  return watched(element, () => onChange(element.clientWidth));
}

function watched(element: HTMLElement, changed: () => void) {
  const watching = new ResizeObserver(changed);
  watching.observe(element);
  return { destroy: () => watching.disconnect() };
}
