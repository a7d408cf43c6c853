/** What a screen reader is told as it happens. Shown in one live region by the shell. */
let text = $state('');
/** What waits to be announced, and since when, in milliseconds. */
let resting: { message: () => string; since: number } | null = null;
/** Whether a timer goes that looks for it. */
let watched = false;
/** For how long something has to stay before it is said, in milliseconds. */
const REST = 150;

export function announced(): string {
  return text;
}

export function announce(message: string): void {
  resting = null;
  // The same words twice are announced twice only when they differ; a no-break space makes them.
  text = text === message ? `${message}\u00a0` : message;
}

/** Announces what something that goes on and on has come to, once it stays: nobody could listen to all of it. */
export function announceAtRest(message: () => string): void {
  resting = { message, since: performance.now() };
  if (!watched) watch(REST);
}

/** One timer, however often what it waits for is put off. */
function watch(milliseconds: number): void {
  watched = true;
  setTimeout(() => {
    watched = false;
    if (!resting) return;
    const left = REST - (performance.now() - resting.since);
    if (left > 0) watch(left);
    else announce(resting.message());
  }, milliseconds);
}

/** Lets what waits for its rest be. */
export function announceNoMore(): void {
  resting = null;
}
