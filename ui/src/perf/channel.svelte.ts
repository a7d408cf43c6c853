/**
 * A value that calls its subscribers at once. A signal walks what is drawn to find its readers, which
 * takes longer than moving a card. So what changes at each step of a drag is a channel
 * (docs/performance.md). What is rarely on the screen may read `current` like a signal.
 */
export class Channel<T> {
  #current: T;
  #subscribers: ((value: T) => void)[] = [];
  /** Whether a component has read `current`. Until then, no signal is written. */
  #isRead = false;
  #version = $state(0);

  constructor(first: T) {
    this.#current = first;
  }

  get current(): T {
    if ($effect.tracking()) {
      this.#isRead = true;
      void this.#version;
    }
    return this.#current;
  }

  set(value: T): void {
    this.#current = value;
    if (this.#isRead) this.#version += 1;
    this.#subscribers.forEach((subscriber) => subscriber(value));
  }

  /** Calls with the value, now and after each change. Returns what ends it. */
  subscribe(subscriber: (value: T) => void): () => void {
    this.#subscribers = [...this.#subscribers, subscriber];
    subscriber(this.#current);
    return () => {
      this.#subscribers = this.#subscribers.filter((one) => one !== subscriber);
    };
  }
}

/** Shows in an element the text that `subscribe` writes. Returns what ends it. */
export function textIn(
  element: HTMLElement,
  subscribe: (write: (text: string) => void) => () => void,
): () => void {
  const text = element.appendChild(new Text());
  const unsubscribe = subscribe((value) => (text.data = value));
  return () => {
    unsubscribe();
    text.remove();
  };
}
