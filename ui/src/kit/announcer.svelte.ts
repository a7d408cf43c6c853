/** What a screen reader announces. The shell shows it in one live region. */
let text = $state('');
/** The announcement that waits until nothing replaces it, and since when, in milliseconds. */
let resting: { message: () => string; since: number } | null = null;
let isTimerRunning = false;
/** How long an announcement waits, in milliseconds. */
const QUIET_MS = 150;

export function announced(): string {
  return text;
}

export function announce(message: string): void {
  resting = null;
  // A live region announces only a change: a no-break space makes the same words another text.
  text = text === message ? `${message}\u00a0` : message;
}

/** Announces the last of many messages in a row, once no other has come for a moment. */
export function announceAtRest(message: () => string): void {
  resting = { message, since: performance.now() };
  if (!isTimerRunning) wait(QUIET_MS);
}

/** One timer, however often the announcement is replaced. */
function wait(milliseconds: number): void {
  isTimerRunning = true;
  setTimeout(() => {
    isTimerRunning = false;
    if (!resting) return;
    const left = QUIET_MS - (performance.now() - resting.since);
    if (left > 0) wait(left);
    else announce(resting.message());
  }, milliseconds);
}

/** Cancels an announcement that still waits. */
export function cancelAnnouncement(): void {
  resting = null;
}
