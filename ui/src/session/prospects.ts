/**
 * What drops near the pointer would do, known before it gets there. A step of a drag onto one of them
 * shows it in the same frame, and asks nobody.
 */
import type { Edit, Preview } from '../host/generated/types';
import type { Target } from './targets';

/** How many are asked for ahead. Half of them are then near enough to go on to without a further look. */
const MANY = 48;
/** How many of them at once, so that nothing else has to wait for long. */
const AT_ONCE = 12;

export class Prospects {
  /** One edit for each place, so that what is dropped is what was shown, down to the ids of what is new. */
  #edits = new Map<string, Edit | null>();
  #known = new Map<string, Preview | null>();
  /** Places from which enough is known, or asked for, on every side. */
  #surrounded = new Set<string>();

  #stopped = false;

  constructor(
    private readonly previews: (edits: Edit[]) => Promise<(Preview | null)[]>,
    private readonly editAt: (target: Target) => Edit | null,
  ) {}

  /** The edit that a drop there means; null where nothing can be dropped. */
  edit(target: Target): Edit | null {
    const key = keyOf(target);
    let edit = this.#edits.get(key);
    if (edit === undefined) this.#edits.set(key, (edit = this.editAt(target)));
    return edit;
  }

  /** What a drop there would do: null when it would be refused, undefined as long as that is not known. */
  at(target: Target): Preview | null | undefined {
    return this.#known.get(keyOf(target));
  }

  /** Makes known what a drop there would do. */
  async ask(target: Target): Promise<void> {
    await this.#ask([target]);
  }

  /** Asks for what is around a place, nearest first, unless a place beside it has seen to that. */
  async lookAround(target: Target, around: () => Target[]): Promise<void> {
    if (this.#surrounded.has(keyOf(target))) return;
    const near = around();
    for (const one of [target, ...near.slice(0, MANY / 2)]) this.#surrounded.add(keyOf(one));
    const unknown = near.filter((one) => !this.#known.has(keyOf(one))).slice(0, MANY);
    for (let at = 0; at < unknown.length && !this.#stopped; at += AT_ONCE) {
      await this.#ask(unknown.slice(at, at + AT_ONCE));
    }
  }

  /** Asks for nothing more that is not aimed at. */
  stop(): void {
    this.#stopped = true;
  }

  async #ask(targets: Target[]): Promise<void> {
    const asked = targets.flatMap((target) => {
      const edit = this.edit(target);
      return edit ? [{ key: keyOf(target), edit }] : [];
    });
    if (asked.length === 0) return;
    const previews = await this.previews(asked.map(({ edit }) => edit));
    asked.forEach(({ key }, at) => this.#known.set(key, previews[at] ?? null));
  }
}

function keyOf(target: Target): string {
  switch (target.type) {
    case 'place':
      return `${target.parent.id} ${target.before} ${target.pin}`;
    case 'length':
      return `${target.minutes}`;
    case 'area':
      return '';
  }
}
