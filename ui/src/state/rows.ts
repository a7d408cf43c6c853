/** Rows by their ids. */

const indexed = new WeakMap<object, ReadonlyMap<string, unknown>>();

/** The rows of a list by id. Lists are immutable, so each is indexed once. */
export function byId<R extends { id: string }>(rows: readonly R[]): ReadonlyMap<string, R> {
  const found = indexed.get(rows) as ReadonlyMap<string, R> | undefined;
  if (found) return found;
  const made = new Map<string, R>();
  for (const row of rows) made.set(row.id, row);
  indexed.set(rows, made);
  return made;
}
