/** New ids are made where the wish is made, so that who asks can go on with what it asked for. */
export function newId(): string {
  return crypto.randomUUID();
}
