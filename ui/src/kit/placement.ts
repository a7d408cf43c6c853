/** The place of what floats over the window: menus and popovers. */

export interface Anchoring {
  /** What it belongs to. */
  anchor: HTMLElement;
  /** Which edges are aligned: the left ones (`start`) or the right ones. */
  align: 'start' | 'end';
}

/** The gap to the anchor and to the edges of the window, in pixels. */
const MARGIN = 4;

/** Shows an element in the top layer below its anchor, or above it where there is more room. */
export function floating(floated: HTMLElement, { anchor, align }: Anchoring) {
  // The simulated page of unit tests has no top layer.
  floated.showPopover?.();
  const move = () => {
    const [at, box] = [anchor.getBoundingClientRect(), floated.getBoundingClientRect()];
    const left = align === 'end' ? at.right - box.width : at.left;
    const below = at.bottom + MARGIN;
    const above = at.top - MARGIN - box.height;
    const isBelow = below + box.height <= innerHeight - MARGIN || above < MARGIN;
    const lowest = Math.max(MARGIN, innerHeight - MARGIN - box.height);
    floated.style.left = `${Math.max(MARGIN, Math.min(left, innerWidth - box.width - MARGIN))}px`;
    floated.style.top = `${isBelow ? Math.min(below, lowest) : above}px`;
  };
  move();
  // Its content may arrive or grow later.
  const grown = new ResizeObserver(move);
  grown.observe(floated);
  addEventListener('scroll', move, true);
  addEventListener('resize', move);
  return {
    destroy() {
      grown.disconnect();
      removeEventListener('scroll', move, true);
      removeEventListener('resize', move);
    },
  };
}
