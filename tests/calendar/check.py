"""Reads an iCalendar file with Python's `icalendar` and compares it with the expected events.

Usage: check.py FILE.ics EXPECTED.json

Besides the fields of every event, this checks what parsers accept: line ends, line lengths, folds inside an
escape, and definitions of zones that differ from the IANA database.
Exit status: 0 no difference, 1 differences (on stderr), 3 the parser is missing.
"""

import json
import re
import sys
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

try:
    import icalendar
except ImportError:
    print("Python's icalendar is missing: run script/setup", file=sys.stderr)
    raise SystemExit(3) from None


def raw_faults(data):
    """The faults of the file's bytes."""
    if not data.endswith(b"END:VCALENDAR\r\n"):
        yield "the file does not end with END:VCALENDAR and CRLF"
    if re.search(rb"(?<!\r)\n|\r(?!\n)", data):
        yield "a line does not end in CRLF"
    if re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", data):
        yield "there is a control character"
    for line in data.split(b"\r\n"):
        if len(line) > 75:
            yield f"a line has {len(line)} octets: {line!r}"
        if (len(line) - len(line.rstrip(b"\\"))) % 2:
            yield f"a fold cuts an escape: {line!r}"
        try:
            line.decode()
        except UnicodeDecodeError:
            yield f"a fold cuts a character: {line!r}"
    unfolded = data.replace(b"\r\n ", b"").decode(errors="replace")
    if re.search(r"^METHOD[:;]", unfolded, re.MULTILINE):
        yield "there is a METHOD"
    used = set(re.findall(r"^[A-Z-]+;TZID=([^:;\r\n]+):", unfolded, re.MULTILINE))
    defined = set(re.findall(r"BEGIN:VTIMEZONE\r\nTZID:([^\r\n]+)", unfolded))
    if used != defined:
        yield f"zones used {sorted(used)}, zones defined {sorted(defined)}"


def zone_faults(calendar):
    """The differences of each zone's definition from the IANA database.

    Checks the years from the first event to one year after the last.
    """
    years = [event.start.year for event in calendar.events]
    for definition in calendar.timezones:
        name = str(definition["TZID"])
        ours, theirs = definition.to_tz(lookup_tzid=False), ZoneInfo(name)
        at = datetime(min(years), 1, 1, 12)
        while at.year <= max(years) + 1:
            # Clock changes never skip or repeat noon.
            pair = [at.replace(tzinfo=zone).utcoffset() for zone in (ours, theirs)]
            if pair[0] != pair[1]:
                yield f"{name} on {at.date()}: {pair[0]} instead of {pair[1]}"
                break
            at += timedelta(days=1)


def instant(value):
    """The text of a date, or of the UTC instant of a time."""
    if value is None:
        return None
    moment = value.dt
    if not isinstance(moment, datetime):
        return moment.isoformat()
    if moment.tzinfo is None:
        return f"{moment.isoformat()} (floating)"
    return moment.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def text(value):
    return None if value is None else str(value)


def fields(event):
    """The fields of an event, in the form of the expectations."""
    return {
        "uid": text(event.get("UID")),
        "summary": text(event.get("SUMMARY")),
        "location": text(event.get("LOCATION")),
        "categories": [str(name) for name in event.categories],
        "description": text(event.get("DESCRIPTION")),
        "start": instant(event.get("DTSTART")),
        "end": instant(event.get("DTEND")),
        "status": text(event.get("STATUS")),
        "sequence": event.get("SEQUENCE"),
        "stamp": instant(event.get("DTSTAMP")),
        "modified": instant(event.get("LAST-MODIFIED")),
        "transparent": event.get("TRANSP") == "TRANSPARENT",
        "url": text(event.get("URL")),
    }


def field_faults(calendar, expected):
    """The differences from the expectations."""
    for name in ("NAME", "X-WR-CALNAME"):
        if text(calendar.get(name)) != expected["name"]:
            yield f"{name} is {calendar.get(name)!r}"
    events = [fields(event) for event in calendar.events]
    if len(events) != len(expected["events"]):
        yield f"{len(events)} events instead of {len(expected['events'])}"
    for found, wanted in zip(events, expected["events"]):
        for key in found.keys() | wanted.keys():
            if found.get(key) != wanted.get(key):
                yield f"{wanted['uid']} {key}: {found.get(key)!r} instead of {wanted.get(key)!r}"


def main():
    with open(sys.argv[1], "rb") as file:
        data = file.read()
    with open(sys.argv[2], encoding="utf-8") as file:
        expected = json.load(file)
    faults = list(raw_faults(data))
    calendar = icalendar.Calendar.from_ical(data)
    faults += [f"{name}: {error}" for part in calendar.walk() for name, error in part.errors]
    faults += field_faults(calendar, expected)
    faults += zone_faults(calendar)
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
