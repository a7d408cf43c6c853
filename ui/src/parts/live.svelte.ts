/** What a screen reader is told as it happens. Shown in one live region by the shell. */
let text = $state('');

export function announced(): string {
  return text;
}

export function announce(message: string): void {
  // The same words twice are announced twice only when they differ; a no-break space makes them.
  text = text === message ? `${message}\u00a0` : message;
}
