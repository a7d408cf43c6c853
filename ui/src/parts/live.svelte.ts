/** What a screen reader is told as it happens. Shown in one live region by the shell. */
let text = $state('');
/** What waits to be announced. */
let resting: ReturnType<typeof setTimeout> | undefined;
/** For how long something has to stay before it is said, in milliseconds. */
const REST = 150;

export function announced(): string {
  return text;
}

export function announce(message: string): void {
  clearTimeout(resting);
  // The same words twice are announced twice only when they differ; a no-break space makes them.
  text = text === message ? `${message}\u00a0` : message;
}

/** Announces what something that goes on and on has come to, once it stays: nobody could listen to all of it. */
export function announceAtRest(message: () => string): void {
  clearTimeout(resting);
  resting = setTimeout(() => announce(message()), REST);
}

/** Lets what waits for its rest be. */
export function announceNoMore(): void {
  clearTimeout(resting);
}
