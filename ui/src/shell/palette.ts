/** Finding commands by a few letters, accents and capitals aside. */
export interface Entry {
  id: string;
  name: string;
  hint: string;
  run: () => void;
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The entries that contain every word of the query; those that start with it come first. */
export function matches(entries: Entry[], query: string): Entry[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const start = plain(query.trim());
  return entries
    .filter((entry) => words.every((word) => plain(`${entry.name} ${entry.hint}`).includes(word)))
    .map((entry, at) => ({ entry, at, first: plain(entry.name).startsWith(start) ? 0 : 1 }))
    .sort((one, other) => one.first - other.first || one.at - other.at)
    .map(({ entry }) => entry);
}
