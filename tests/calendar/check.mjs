// Reads an iCalendar file with `ical.js` and compares it with the expected events.
//
// Usage: node check.mjs FILE.ics EXPECTED.json
//
// Unlike check.py's parser, this one takes time zones from the file alone: a missing or wrong
// definition moves the events. Exit status: 0 no difference, 1 differences (on stderr), 3 the parser is missing.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isDeepStrictEqual } from 'node:util';

const ICAL = await parser();
const [, , file, expectations] = process.argv;
const expected = JSON.parse(readFileSync(expectations, 'utf8'));
const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')));

const faults = [...zoneFaults(calendar), ...fieldFaults(calendar, expected)];
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;

/** The parser, from the packages of the user interface. */
async function parser() {
  try {
    const require = createRequire(new URL('../../ui/package.json', import.meta.url));
    return (await import(require.resolve('ical.js'))).default;
  } catch {
    console.error('ical.js is missing: run script/setup');
    process.exit(3);
  }
}

/** Registers the zones of the file. Reports zones that events name without a definition. */
function zoneFaults(calendar) {
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  return calendar
    .getAllSubcomponents('vevent')
    .flatMap((event) => event.getAllProperties())
    .map((property) => property.getParameter('tzid'))
    .filter((tzid) => tzid && !ICAL.TimezoneService.has(tzid))
    .map((tzid) => `${tzid} is used and not defined`);
}

/** The text of a date, or of the UTC instant of a time. */
function instant(event, name) {
  const time = event.getFirstPropertyValue(name);
  if (!time) return null;
  if (time.isDate) return time.toString();
  if (time.zone === ICAL.Timezone.localTimezone) return `${time} (floating)`;
  return time.convertToZone(ICAL.Timezone.utcTimezone).toString();
}

/** The fields of an event, in the form of the expectations. */
function fields(event) {
  const value = (name) => event.getFirstPropertyValue(name);
  return {
    uid: value('uid'),
    summary: value('summary'),
    location: value('location'),
    categories: event.getFirstProperty('categories')?.getValues() ?? [],
    description: value('description'),
    start: instant(event, 'dtstart'),
    end: instant(event, 'dtend'),
    status: value('status'),
    sequence: value('sequence'),
    stamp: instant(event, 'dtstamp'),
    modified: instant(event, 'last-modified'),
    transparent: value('transp') === 'TRANSPARENT',
    url: value('url'),
  };
}

/** The differences from the expectations. */
function fieldFaults(calendar, expected) {
  const faults = [];
  const compare = (what, found, wanted) => {
    if (isDeepStrictEqual(found, wanted)) return;
    faults.push(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`);
  };
  compare('NAME', calendar.getFirstPropertyValue('name'), expected.name);
  compare('X-WR-CALNAME', calendar.getFirstPropertyValue('x-wr-calname'), expected.name);
  compare('REFRESH-INTERVAL', String(calendar.getFirstPropertyValue('refresh-interval')), 'PT1H');
  const events = calendar.getAllSubcomponents('vevent').map(fields);
  compare('number of events', events.length, expected.events.length);
  expected.events.forEach((wanted, place) => {
    const found = events[place] ?? {};
    for (const key of new Set([...Object.keys(found), ...Object.keys(wanted)])) {
      compare(`${wanted.uid} ${key}`, found[key], wanted[key]);
    }
  });
  return faults;
}
