/**
 * A value that is told at once to who follows it. A signal's change walks what is drawn to find who reads
 * it, which takes longer than to move a card: what changes at each step of a drag is therefore followed.
 * What is seldom on the screen may read it like any signal.
 */
export class Told<T> {
  #current: T;
  #followers: ((value: T) => void)[] = [];
  /** Whether anything was ever drawn by reading it; nobody is looked for before. */
  #isRead = false;
  #times = $state(0);

  constructor(first: T) {
    this.#current = first;
  }

  get current(): T {
    if ($effect.tracking()) {
      this.#isRead = true;
      void this.#times;
    }
    return this.#current;
  }

  tell(value: T): void {
    this.#current = value;
    if (this.#isRead) this.#times += 1;
    this.#followers.forEach((follower) => follower(value));
  }

  /** Calls with what is told, now and from now on; what it returns ends that. */
  follow(follower: (value: T) => void): () => void {
    this.#followers = [...this.#followers, follower];
    follower(this.#current);
    return () => {
      this.#followers = this.#followers.filter((one) => one !== follower);
    };
  }
}

/** Shows in an element what `follow` writes; what it returns ends that. */
export function textIn(
  element: HTMLElement,
  follow: (write: (text: string) => void) => () => void,
): () => void {
  const text = element.appendChild(new Text());
  const letGo = follow((told) => (text.data = told));
  return () => {
    letGo();
    text.remove();
  };
}
