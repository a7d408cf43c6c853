/**
 * What drops near the pointer would do, known before it gets there. A step of a drag onto one of them
 * shows it in the same frame, and asks nobody.
 */
import type { Edit, Preview } from '../host/generated/types';
import type { Target } from './targets';

/** How many are asked for ahead, at once. Half of them are then near enough to go on to without a further
 *  look; and nothing else has to wait for long until all are answered. */
const MANY = 24;

/** A place, and what a drop there would do. */
export interface Prospect {
  readonly target: Target;
  /** The edit that a drop there means, down to the ids of what is new; null where nothing can be dropped. */
  readonly edit: Edit | null;
  /** Null when the edit would be refused, undefined as long as that is not known. */
  preview: Preview | null | undefined;
  /** Whether enough is known, or asked for, on every side. */
  surrounded: boolean;
}

export class Prospects {
  /** One for each place, so that what is dropped is what was shown. */
  #all = new Map<string, Prospect>();

  constructor(
    private readonly previews: (edits: Edit[]) => Promise<(Preview | null)[]>,
    private readonly editAt: (target: Target) => Edit | null,
  ) {}

  of(target: Target): Prospect {
    const key = keyOf(target);
    let one = this.#all.get(key);
    if (!one) {
      const edit = this.editAt(target);
      one = { target, edit, preview: edit ? undefined : null, surrounded: false };
      this.#all.set(key, one);
    }
    return one;
  }

  /** Makes known what drops there would do. */
  async ask(...asked: Prospect[]): Promise<void> {
    const edits = asked.flatMap(({ edit }) => edit ?? []);
    if (edits.length === 0) return;
    const previews = (await this.previews(edits)).values();
    for (const one of asked) if (one.edit) one.preview = previews.next().value ?? null;
  }

  /** Asks for what is around a place, nearest first. */
  async lookAround(from: Prospect, around: () => Target[]): Promise<void> {
    const near = around().map((target) => this.of(target));
    for (const one of [from, ...near.slice(0, MANY / 2)]) one.surrounded = true;
    const unknown = near.filter((one) => one.preview === undefined).slice(0, MANY);
    await this.ask(...unknown);
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
