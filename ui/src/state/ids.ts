const UNIX_MS_BITS = 48;

/**
 * New ids are created here, so that the window can refer to a new row before the answer arrives. They are
 * UUIDs v7 (RFC 9562), as in Rust: they begin with the time, so that new rows stand together in the store.
 */
export function newId(): string {
  const random = crypto.randomUUID();
  // eslint-disable-next-line no-restricted-syntax -- an id's time belongs to no programme
  const time = Date.now()
    .toString(16)
    .padStart(UNIX_MS_BITS / 4, '0');
  // The variant and all that follows it are as in a random UUID (v4).
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`;
}
