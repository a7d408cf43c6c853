/** The keys of a drag that was begun with the keyboard; the same on every screen. */
export type Direction = 'up' | 'down' | 'left' | 'right';

const ACTIONS: Record<string, Direction | 'drop' | 'cancel'> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ' ': 'drop',
  Enter: 'drop',
  Escape: 'cancel',
};

export function actionOf(key: string): Direction | 'drop' | 'cancel' | null {
  return ACTIONS[key] ?? null;
}

/** One step in a list, where right and down are both forward. */
export function offsetOf(direction: Direction): 1 | -1 {
  return direction === 'down' || direction === 'right' ? 1 : -1;
}
