/** The text size of the window, as a percentage of the system's; remembered. */
const MEMORY = 'deroule.text-size';

export const TEXT_SIZES = [90, 100, 115, 130, 150, 175, 200] as const;

export type TextSize = (typeof TEXT_SIZES)[number];

function remembered(): TextSize {
  const stored = Number(localStorage.getItem(MEMORY));
  return TEXT_SIZES.find((size) => size === stored) ?? 100;
}

let current = $state<TextSize>(remembered());

export function textSize(): TextSize {
  return current;
}

export function setTextSize(next: TextSize): void {
  current = next;
  localStorage.setItem(MEMORY, String(next));
  applyTextSize();
}

/** All text is in rem, so the size of the root is the size of all. */
export function applyTextSize(): void {
  document.documentElement.style.fontSize = current === 100 ? '' : `${current}%`;
}
