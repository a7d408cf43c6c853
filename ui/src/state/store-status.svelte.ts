/** The state of the store: whether changes can be saved, and what went wrong with it. */
import type { Message, StoreHealth } from '../host/generated/types';

/** The loss of a store: its file is no longer the one that was opened. */
export interface Loss {
  /** What happened, and what to do. */
  reason: Message;
  /** The rescue file with what the screen showed; null where it could not be written. */
  rescue: string | null;
  /** Whether the file at the store's path is open now. */
  isOpen: boolean;
}

export class StoreStatus {
  /** Whether changes can be saved. */
  health = $state.raw<StoreHealth>({ state: 'ok' });
  /** The loss of the store, until the alert is closed. */
  loss = $state.raw<Loss | null>(null);
  /** Problems that stopped nothing. The shell shows them, and removes them here. */
  warnings = $state.raw<Message[]>([]);
  /** The keys of warnings that were taken before: Rust sends all of them each time. */
  #taken: string[] = [];

  take({ health, warnings }: { health: StoreHealth; warnings: Message[] }): void {
    const fresh = warnings.filter((message) => !this.#taken.includes(keyOf(message)));
    this.#taken.push(...fresh.map(keyOf));
    if (!isEqual(this.health, health)) this.health = health;
    for (const message of fresh) this.loss = lossOf(message) ?? this.loss;
    if (health.state === 'lost') {
      this.loss = { reason: health.reason, rescue: health.rescue, isOpen: false };
    }
    const others = fresh.filter((message) => lossOf(message) === null);
    if (others.length > 0) this.warnings = [...this.warnings, ...others];
  }

  /** Takes a loss that an edit was refused for. Returns whether the message is one. */
  takeLoss(message: Message): boolean {
    const loss = lossOf(message);
    if (!loss) return false;
    this.loss = loss;
    this.#taken.push(keyOf(message));
    return true;
  }
}

/** The loss that a message reports; null for another message. */
function lossOf(message: Message): Loss | null {
  const text = (name: string) => {
    const argument = message.args[name];
    return argument?.type === 'text' ? argument.value : null;
  };
  const [rescue, open] = [text('rescue'), text('open')];
  if (rescue === null || open === null) return null;
  return { reason: message, rescue: rescue === 'none' ? null : rescue, isOpen: open === 'yes' };
}

/** A key that is equal for equal messages. */
function keyOf({ code, args }: Message): string {
  return JSON.stringify([code, args]);
}

function isEqual(one: StoreHealth, other: StoreHealth): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
