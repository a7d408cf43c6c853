/** The colour of a slot when slots are coloured by audience. */
import type { Colour, ProgrammeView, Slot } from '../../../host/generated/types';
import { preferences } from '../../../state/preferences.svelte';
import type { Box } from './layout';

/** The colour of a slot's audience. A slot for everyone, or for several audiences, is grey. */
export function audienceOf(open: ProgrammeView | null, slot: Slot, box: Box): Colour | null {
  if (preferences.colour !== 'audience' || !open) return null;
  const day = open.sessions
    .flatMap((row) => row.days)
    .find((one) => slot.parent.type === 'day' && one.id === slot.parent.id);
  const tracks = box.lanes.map((lane) => lane.track.audience);
  const there = day?.attendances.filter(
    (one) => one.start < box.timed.end && one.end > box.timed.start,
  );
  const audiences = new Set([
    ...tracks.filter((id) => id !== null),
    ...(tracks.length === 0 ? (there ?? []).map((one) => one.audience) : []),
  ]);
  const [only] = audiences;
  const colour = open.audiences.find((one) => one.id === only)?.colour;
  return audiences.size === 1 && colour ? colour : 'slate';
}
