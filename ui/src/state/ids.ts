/** New ids are created here, so that the window can refer to a new row before the answer arrives. */
export function newId(): string {
  return crypto.randomUUID();
}
