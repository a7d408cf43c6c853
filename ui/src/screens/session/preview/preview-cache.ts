/**
 * What drops near the pointer would do, known before it gets there. A step of a drag onto one of them
 * shows it in the same frame, and asks nobody.
 */
import type { Edit, Preview } from '../../../host/generated/types';
import type { Target } from '../dragging/targets';

/** How many are asked for ahead, at once. Half of them are then near enough to go on to without a further
 *  look; and nothing else has to wait for long until all are answered. */
const MANY = 24;

/** A place, and what a drop there would do. */
export interface Prospect {
  readonly target: Target;
  /** The edit that a drop there means, down to the ids of what is new; null where nothing can be dropped. */
  readonly edit: Edit | null;
  /** Null where nothing can be dropped, or the edit would be refused; undefined as long as that is not known. */
  preview: Preview | null | undefined;
  /** Its answer, from when it is asked for until it is there. */
  coming: Promise<void> | null;
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
      one = { target, edit, preview: edit ? undefined : null, coming: null, surrounded: false };
      this.#all.set(key, one);
    }
    return one;
  }

  /** Makes known what drops there would do. */
  async ask(...asked: Prospect[]): Promise<void> {
    const unknown = asked.filter((one) => one.preview === undefined);
    const fresh = unknown.filter((one) => one.coming === null);
    const edits = fresh.flatMap(({ edit }) => edit ?? []);
    if (edits.length > 0) {
      const answer = this.previews(edits)
        .then((previews) => fresh.forEach((one, at) => (one.preview = previews[at] ?? null)))
        .finally(() => fresh.forEach((one) => (one.coming = null)));
      for (const one of fresh) one.coming = answer;
    }
    await Promise.all(unknown.map((one) => one.coming));
  }

  /** Asks for what is around a place, nearest first. */
  async lookAround(from: Prospect, around: () => Target[]): Promise<void> {
    const near: Prospect[] = [];
    const unknown: Prospect[] = [];
    for (const target of around()) {
      if (unknown.length === MANY) break;
      const one = this.of(target);
      if (near.length < MANY / 2) near.push(one);
      if (one.preview === undefined) unknown.push(one);
    }
    const surround = (surrounded: boolean) =>
      [from, ...near].forEach((one) => (one.surrounded = surrounded));
    surround(true);
    try {
      await this.ask(...unknown);
    } catch (problem) {
      surround(false);
      throw problem;
    }
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
