/** The blocks of the palette: built-in ones, and the user's templates of a single slot. */
import type { Kind, Minutes, Template } from '../../../host/generated/types';
import { t } from '../../../i18n/i18n.svelte';
import { minutes } from '../../../time/units';

export interface Block {
  id: string;
  kind: Kind;
  minutes: Minutes;
  title: string;
  tracks: number;
  /** The template of the user's own block. */
  template: Template | null;
}

const BUILT_IN: [id: string, kind: Kind, minutes: number, tracks: number][] = [
  ['welcome', 'welcome', 30, 0],
  ['plenary', 'plenary', 45, 0],
  ['activity', 'activity', 30, 0],
  ['break', 'break', 15, 0],
  ['meal', 'meal', 75, 0],
  ['parallel', 'workshop', 75, 3],
  ['workshop', 'workshop', 75, 0],
  ['free', 'freeTime', 30, 0],
  ['wrap-up', 'wrapUp', 30, 0],
  ['milestone', 'plenary', 0, 0],
];

/** The built-in blocks in the language of the window, then the templates of a single slot. */
export function blocks(templates: Template[]): Block[] {
  const builtIn = BUILT_IN.map(([id, kind, length, tracks]) => ({
    id,
    kind,
    minutes: minutes(length),
    title: t(`block-${id}`),
    tracks,
    template: null,
  }));
  const own = templates.flatMap((template): Block[] => {
    const [slot, ...more] = template.slots;
    if (!slot || more.length > 0) return [];
    const { kind } = slot;
    const { id, title } = template;
    return [{ id, kind, minutes: slot.minutes ?? minutes(0), title, tracks: 0, template }];
  });
  return [...builtIn, ...own];
}

/** The usual duration of a kind. */
export function usualMinutes(kind: Kind): Minutes {
  return minutes(BUILT_IN.find(([, of]) => of === kind)?.[2] ?? 30);
}
