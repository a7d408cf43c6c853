/** The first letters of a name's first and last words, for a badge. */
export function initials(name: string): string {
  const words = name.split(/[\s.-]+/u).filter(Boolean);
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return [first, last]
    .map((word) => (word ? [...word][0] : ''))
    .join('')
    .toLocaleUpperCase();
}
