/** The running orders of a programme as bars on one time scale. Pure: rows and times in, boxes out. */
import type {
  Clock,
  DayRow,
  DayView,
  Kind,
  SessionRow,
  SessionView,
  SlotId,
  Track,
} from '../../host/generated/types';
import { hoursBetween } from '../../time/scale';

/** One day of a session. A session without days has one line, too. */
export interface OrderRow {
  key: string;
  row: SessionRow;
  day: DayRow | null;
  /** Its running order; null until it is loaded. */
  view: DayView | null;
}

export function rowsOf(sessions: SessionRow[], orders: SessionView[]): OrderRow[] {
  const views = new Map(orders.flatMap((one) => one.days).map((view) => [view.day.id, view]));
  return sessions.flatMap((row): OrderRow[] =>
    row.days.length === 0
      ? [{ key: row.session.id, row, day: null, view: null }]
      : row.days.map((day) => ({ key: day.id, row, day, view: views.get(day.id) ?? null })),
  );
}

/** The span of the bars: whole hours, in minutes since midnight. */
export interface Span {
  from: number;
  to: number;
}

/** The span without running orders. */
const USUAL: Span = { from: 9 * 60, to: 18 * 60 };

/** The hours that contain everything. The rows give most of them, so that little moves once the running
 *  orders are loaded. */
export function spanOf(rows: OrderRow[]): Span {
  let [first, last] = [Infinity, -Infinity];
  const take = (start: number, end: number) => {
    first = Math.min(first, start);
    last = Math.max(last, end);
  };
  for (const { day, view } of rows) {
    if (day && day.end > day.start) take(day.start, day.end);
    // A slot can be fixed before the day starts.
    for (const { start, end } of view?.timed.slots ?? []) take(start, end);
  }
  if (first > last) return USUAL;
  const from = Math.floor(first / 60) * 60;
  return { from, to: Math.max(Math.ceil(last / 60) * 60, from + 60) };
}

/** One slot of a bar. `left` and `width` are percentages of the span. */
export interface Segment {
  id: SlotId;
  kind: Kind;
  title: string;
  start: Clock;
  end: Clock;
  left: number;
  width: number;
  /** Whether it starts before the previous slot ends. */
  overruns: boolean;
  /** Its parallel tracks, left to right. */
  tracks: Track[];
}

export function segmentsOf(view: DayView, span: Span): Segment[] {
  const slots = new Map(view.slots.map((slot) => [slot.id, slot]));
  const tracks = new Map(view.tracks.map((track) => [track.id, track]));
  const share = (minutes: number) => (minutes / (span.to - span.from)) * 100;
  return view.timed.slots.flatMap((timed): Segment[] => {
    const slot = slots.get(timed.id);
    if (!slot) return [];
    const { id, start, end } = timed;
    return [
      {
        id,
        kind: slot.kind,
        title: slot.title,
        start,
        end,
        left: share(start - span.from),
        width: share(end - start),
        overruns: timed.fit.type === 'overrun',
        tracks: timed.tracks.flatMap((track) => tracks.get(track.id) ?? []),
      },
    ];
  });
}

/** An hour on the scale, and its position in percent. */
export interface Tick {
  minute: Clock;
  left: number;
  /** Whether there is room for its label. */
  named: boolean;
}

/** The width of an hour's label, in pixels. */
const NAME = 40;

export function ticksOf(span: Span, width: number): Tick[] {
  const all = hoursBetween(span.from, span.to);
  const hours = Math.max(1, all.length - 1);
  const every = Math.max(1, Math.ceil(NAME / Math.max(1, width / hours)));
  return all.map((minute, at) => ({
    minute,
    left: (at / hours) * 100,
    named: at % every === 0,
  }));
}
