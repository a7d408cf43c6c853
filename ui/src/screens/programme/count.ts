/** A typed whole number from 1 to `most`; null when it is none. */
export function countOf(text: string, most: number): number | null {
  const count = /^\d+$/.test(text.trim()) ? Number(text) : 0;
  return count >= 1 && count <= most ? count : null;
}
