/**
 * Structural sharing. An answer from Rust consists of new objects, even where nothing changed. Sharing replaces
 * them with the old ones where they are equal, so that only what changed is redrawn (docs/performance.md).
 */

/** `next` with parts of `old` where they are equal; `old` itself when all is equal. */
export function shared<T>(old: unknown, next: T): T {
  if (Object.is(old, next)) return next;
  // Most of an answer is equal: comparing first creates nothing.
  if (same(old, next)) return old as T;
  if (Array.isArray(old) && Array.isArray(next)) return sharedList(old, next) as T;
  if (isRecord(old) && isRecord(next)) return sharedRecord(old, next) as T;
  return next;
}

/** Whether two JSON values are equal. Records of one type have the same keys. */
function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one)) {
    if (!Array.isArray(other) || one.length !== other.length) return false;
    for (let at = 0; at < one.length; at += 1) if (!same(one[at], other[at])) return false;
    return true;
  }
  if (!isRecord(one) || !isRecord(other)) return false;
  for (const key in one) if (!(key in other) || !same(one[key], other[key])) return false;
  for (const key in other) if (!(key in one)) return false;
  return true;
}

function sharedList(old: unknown[], next: unknown[]): unknown[] {
  const byId = new Map<unknown, unknown>();
  for (const item of old) if (isRecord(item) && 'id' in item) byId.set(item.id, item);
  const items = next.map((item, at) =>
    shared(isRecord(item) && 'id' in item ? byId.get(item.id) : old[at], item),
  );
  const same = items.length === old.length && items.every((item, at) => Object.is(item, old[at]));
  return same ? old : items;
}

function sharedRecord(old: Record<string, unknown>, next: Record<string, unknown>) {
  const keys = Object.keys(next);
  let same = keys.length === Object.keys(old).length;
  const result: Record<string, unknown> = {};
  for (const key of keys) {
    result[key] = shared(old[key], next[key]);
    same &&= Object.is(result[key], old[key]);
  }
  return same ? old : result;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
