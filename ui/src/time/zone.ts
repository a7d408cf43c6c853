/** The clock of a time zone. A programme's zone decides what "now" and "today" are, not the machine's. */
import { clock, type Clock } from './units';

/** A moment as a clock and a calendar show it. */
export interface LocalMoment {
  /** `YYYY-MM-DD` */
  date: string;
  minute: Clock;
}

/** Created once a zone: the first one in a window takes 7 to 24 ms (docs/performance.md). */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    });
    formats.set(zone, format);
  }
  return format;
}

/** This moment in a zone; without one, in that of the machine. Nothing else reads the machine's clock. */
export function nowIn(zone: string | null): LocalMoment {
  const now = new Date();
  return zone === null ? localMoment(now) : momentIn(zone, now);
}

/** A moment in a zone; in that of the machine where the zone is unknown. */
export function momentIn(zone: string, now: Date): LocalMoment {
  try {
    const parts = formatOf(zone).formatToParts(now);
    const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
    return {
      date: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
      minute: clock(Number(part('hour')) * 60 + Number(part('minute'))),
    };
  } catch {
    return localMoment(now);
  }
}

/** A moment in the zone of the machine. */
export function localMoment(now: Date): LocalMoment {
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    date: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
    minute: clock(now.getHours() * 60 + now.getMinutes()),
  };
}
