/** Reads the events of our own calendar text, for the list on the screen. */
import { language, t, time } from '../../i18n/i18n.svelte';
import { formatDate } from '../../time/dates';
import { clock } from '../../time/units';

export interface Listed {
  uid: string;
  summary: string;
  location: string;
  status: string;
  when: string;
}

/** Joins folded lines and undoes escapes. Reads only our own files. */
export function eventsOf(text: string): Listed[] {
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n');
  const found: Listed[] = [];
  let fields: Map<string, string> | null = null;
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') fields = new Map();
    else if (line === 'END:VEVENT' && fields) {
      found.push(listed(fields));
      fields = null;
    } else if (fields) {
      const [head = '', ...rest] = line.split(':');
      const name = head.split(';')[0] ?? '';
      if (!fields.has(name)) fields.set(name, rest.join(':'));
    }
  }
  return found;
}

function listed(fields: Map<string, string>): Listed {
  const field = (name: string) =>
    (fields.get(name) ?? '').replace(/\\([\\;,nN])/g, (_, char: string) =>
      char === 'n' || char === 'N' ? '\n' : char,
    );
  const location = field('LOCATION');
  return {
    uid: field('UID'),
    summary: field('SUMMARY'),
    location: location ? `· ${location}` : '',
    status: field('STATUS'),
    when: when(field('DTSTART'), field('DTEND')),
  };
}

function when(start: string, end: string): string {
  const date = `${start.slice(0, 4)}-${start.slice(4, 6)}-${start.slice(6, 8)}`;
  const day = formatDate(date, language(), 'dayMonth');
  if (!start.includes('T')) return `${day} · ${t('all-day')}`;
  const at = (stamp: string) =>
    time(clock(Number(stamp.slice(9, 11)) * 60 + Number(stamp.slice(11, 13))));
  return `${day} · ${at(start)}${end ? ` – ${at(end)}` : ''}`;
}
