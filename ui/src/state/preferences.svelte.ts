/** Preferences of the user: remembered on this machine, not part of the plan. */
import type { SheetForm } from '../host/generated/types';
import { minutes, type Minutes } from '../time/units';

export type OrderView = 'axis' | 'list';
export type ColourBy = 'kind' | 'audience';

/** The valid values of each preference; the first is the default. */
const CHOICES = {
  /** Times snap to multiples of these minutes. */
  step: ['5', '1', '10', '15'],
  view: ['axis', 'list'],
  colour: ['kind', 'audience'],
  /** Whether set-up and teardown are shown. */
  crew: ['no', 'yes'],
  /** For whom the day sheet is printed. */
  sheet: ['everyone', 'crew'],
  /** Whether the day sheet for everyone has notes and material. */
  notes: ['no', 'yes'],
  /** The zoom; `fit` fits the whole day in the window. */
  zoom: ['fit', '1', '0.6', '0.8', '1.3', '1.7', '2.2'],
} as const;

type Name = keyof typeof CHOICES;

function key(name: Name): string {
  return `deroule.order.${name}`;
}

function remembered(name: Name): string {
  const valid: readonly string[] = CHOICES[name];
  const stored = localStorage.getItem(key(name));
  return stored !== null && valid.includes(stored) ? stored : CHOICES[name][0];
}

const current = $state<Record<Name, string>>({
  step: remembered('step'),
  view: remembered('view'),
  colour: remembered('colour'),
  crew: remembered('crew'),
  sheet: remembered('sheet'),
  notes: remembered('notes'),
  zoom: remembered('zoom'),
});

function choose(name: Name, value: string): void {
  current[name] = value;
  localStorage.setItem(key(name), value);
}

/** The zooms that are true to time, from the flattest hour to the tallest. */
const ZOOMS = ['0.6', '0.8', '1', '1.3', '1.7', '2.2'];

export const preferences = {
  /** Times snap to multiples of this. */
  get step(): Minutes {
    return minutes(Number(current.step));
  },
  set step(step: Minutes) {
    choose('step', String(step));
  },
  steps: CHOICES.step.map((step) => minutes(Number(step))).sort((one, other) => one - other),
  get view(): OrderView {
    return current.view === 'list' ? 'list' : 'axis';
  },
  set view(view: OrderView) {
    choose('view', view);
  },
  get colour(): ColourBy {
    return current.colour === 'audience' ? 'audience' : 'kind';
  },
  set colour(by: ColourBy) {
    choose('colour', by);
  },
  get crew(): boolean {
    return current.crew === 'yes';
  },
  set crew(shown: boolean) {
    choose('crew', shown ? 'yes' : 'no');
  },
  /** For whom the day sheet is printed. */
  get sheet(): SheetForm {
    return current.sheet === 'crew' ? 'crew' : 'everyone';
  },
  set sheet(form: SheetForm) {
    choose('sheet', form);
  },
  /** Whether the day sheet for everyone has the organiser's notes and material. */
  get notes(): boolean {
    return current.notes === 'yes';
  },
  set notes(printed: boolean) {
    choose('notes', printed ? 'yes' : 'no');
  },
  /** The height of an hour relative to the usual one; `fit` fits the whole day in the window. */
  get zoom(): number | 'fit' {
    return current.zoom === 'fit' ? 'fit' : Number(current.zoom);
  },
  fit(): void {
    choose('zoom', 'fit');
  },
  /** Zooms in (1) or out (-1). */
  turnZoom(by: number): void {
    // The whole day is flatter than the usual zoom, and mostly taller than the next flatter one.
    const here = current.zoom === 'fit' ? (by > 0 ? 1 : 2) : ZOOMS.indexOf(current.zoom);
    const at = here + by;
    choose('zoom', ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, at))] ?? '1');
  },
  usualZoom(): void {
    choose('zoom', '1');
  },
};
