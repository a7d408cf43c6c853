/** What was written in a programme, as entries to search: sessions, slots, tracks and ideas with their notes. */
import type { Language, ProgrammeView, SessionView } from '../host/generated/types';
import { time } from '../i18n/i18n.svelte';
import { KIND_ICONS } from '../kit/kinds';
import type { Navigation } from '../state/navigation.svelte';
import { formatDate } from '../time/dates';
import type { Entry } from './palette';

const joined = (parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' · ');

/** The entries of a programme. `orders` may be missing until it is loaded. */
export function written(
  open: ProgrammeView,
  orders: SessionView[],
  navigation: Pick<Navigation, 'go' | 'show'>,
  language: Language,
): Entry[] {
  const rooms = new Map(open.rooms.map((room) => [room.id, room.name]));
  const room = (id: string | null) => (id === null ? null : rooms.get(id));
  const short = (date: string | null | undefined) =>
    date ? formatDate(date, language, 'dayMonth') : '';
  const dates = new Map(
    open.sessions.map((row) => [row.session.id, short(row.days[0]?.date)] as const),
  );

  const sessions = open.sessions.map(({ session }): Entry => ({
    ...{ id: session.id, name: session.title, icon: 'calendar' },
    hint: dates.get(session.id) ?? '',
    text: joined([session.venue, session.theme, session.objectives, session.notes]),
    run: () => navigation.go({ screen: 'session', session: session.id }),
  }));
  const slots = orders.flatMap(({ id: session, days }) =>
    days.flatMap((day): Entry[] => {
      const starts = new Map(
        day.timed.slots
          .flatMap((slot) => [slot, ...slot.tracks.flatMap((track) => track.slots)])
          .map((slot) => [slot.id, slot.start]),
      );
      const inSlots = day.slots.map((slot): Entry => {
        const start = starts.get(slot.id);
        return {
          ...{ id: slot.id, name: slot.title, icon: KIND_ICONS[slot.kind] },
          hint: joined([short(day.day.date), start === undefined ? null : time(start)]),
          text: joined([room(slot.room), slot.facilitators.join(', '), slot.notes, slot.material]),
          run: () => navigation.show(session, { type: 'slot', id: slot.id }),
        };
      });
      const inTracks = day.tracks.flatMap((track): Entry[] =>
        track.title
          ? [
              {
                ...{ id: track.id, name: track.title, icon: 'columns' },
                hint: short(day.day.date),
                text: joined([room(track.room)]),
                run: () => navigation.show(session, { type: 'track', id: track.id }),
              },
            ]
          : [],
      );
      return [...inSlots, ...inTracks];
    }),
  );
  const ideas = open.ideas.map(({ idea }): Entry => ({
    ...{ id: idea.id, name: idea.title, icon: 'note' },
    hint: idea.session ? (dates.get(idea.session) ?? '') : '',
    text: joined([idea.description, idea.facilitators.join(', '), idea.tags.join(', ')]),
    run: () => navigation.go({ screen: 'board', session: idea.session }),
  }));
  return [...sessions, ...slots, ...ideas];
}
