/** How somebody likes to see and set running orders; remembered on this machine, no part of the plan. */
import type { SheetForm } from '../host/generated/types';

export type OrderView = 'axis' | 'list';
export type ColourBy = 'kind' | 'audience';

/** What may be stored under each name, and what holds until something is. */
const CHOICES = {
  /** The minutes times snap to. */
  step: ['5', '1', '10', '15'],
  view: ['axis', 'list'],
  colour: ['kind', 'audience'],
  /** Whether the crew's minutes before and after a slot are shown. */
  crew: ['no', 'yes'],
  /** Whom the day sheet is for. */
  sheet: ['everyone', 'crew'],
  /** Whether everyone's day sheet has notes and material. */
  notes: ['no', 'yes'],
  /** How high an hour is; `fit` makes the whole day fit. */
  zoom: ['1', 'fit', '0.6', '0.8', '1.3', '1.7', '2.2'],
} as const;

type Name = keyof typeof CHOICES;

function key(name: Name): string {
  return `deroule.order.${name}`;
}

function remembered(name: Name): string {
  const known: readonly string[] = CHOICES[name];
  const stored = localStorage.getItem(key(name));
  return stored !== null && known.includes(stored) ? stored : CHOICES[name][0];
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

/** The zooms in order, from the whole day to the tallest hour. */
const ZOOMS = ['fit', '0.6', '0.8', '1', '1.3', '1.7', '2.2'];

export const preferences = {
  /** The minutes times snap to. */
  get step(): number {
    return Number(current.step);
  },
  set step(minutes: number) {
    choose('step', String(minutes));
  },
  steps: CHOICES.step.map(Number).sort((one, other) => one - other),
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
  /** Whom the day sheet is for. */
  get sheet(): SheetForm {
    return current.sheet === 'crew' ? 'crew' : 'everyone';
  },
  set sheet(form: SheetForm) {
    choose('sheet', form);
  },
  /** Whether everyone's day sheet has notes and material, which are the organiser's. */
  get notes(): boolean {
    return current.notes === 'yes';
  },
  set notes(printed: boolean) {
    choose('notes', printed ? 'yes' : 'no');
  },
  /** How many times the usual height an hour has; `fit` when the whole day is to fit. */
  get zoom(): number | 'fit' {
    return current.zoom === 'fit' ? 'fit' : Number(current.zoom);
  },
  fit(): void {
    choose('zoom', 'fit');
  },
  /** One zoom nearer (1) or farther (-1). */
  turnZoom(by: number): void {
    const at = ZOOMS.indexOf(current.zoom) + by;
    choose('zoom', ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, at))] ?? '1');
  },
  usualZoom(): void {
    choose('zoom', '1');
  },
};
