CREATE INDEX attendance_by_audience ON attendance (audience);

CREATE INDEX attendance_by_day ON attendance (day);

CREATE INDEX audience_by_programme ON audience (programme);

CREATE INDEX day_by_session ON day (session);

CREATE INDEX dismissal_by_programme ON dismissal (programme);

CREATE INDEX idea_by_programme ON idea (programme);

CREATE INDEX idea_by_session ON idea (session);

CREATE INDEX room_by_programme ON room (programme);

CREATE INDEX session_by_programme ON session (programme);

CREATE INDEX slot_by_day ON slot (day);

CREATE INDEX slot_by_room ON slot (room);

CREATE INDEX slot_by_track ON slot (track);

CREATE INDEX source_by_programme ON source (programme);

CREATE INDEX tag_by_programme ON tag (programme);

CREATE INDEX track_by_audience ON track (audience);

CREATE INDEX track_by_idea ON track (idea);

CREATE INDEX track_by_room ON track (room);

CREATE INDEX track_by_slot ON track (slot);

CREATE TABLE "attendance" (
    id TEXT PRIMARY KEY NOT NULL,
    day TEXT NOT NULL REFERENCES day (id) DEFERRABLE INITIALLY DEFERRED,
    audience TEXT NOT NULL REFERENCES audience (id) DEFERRABLE INITIALLY DEFERRED,
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" <= 2880),
    CHECK ("end" > start)
) STRICT;

CREATE TABLE audience (
    id TEXT PRIMARY KEY NOT NULL,
    programme TEXT NOT NULL REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL CHECK (name <> ''),
    colour TEXT NOT NULL,
    rank TEXT NOT NULL
) STRICT;

CREATE TABLE "day" (
    id TEXT PRIMARY KEY NOT NULL,
    session TEXT NOT NULL REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
    date TEXT,
    start INTEGER NOT NULL CHECK (start BETWEEN 0 AND 2880),
    rank TEXT NOT NULL
) STRICT;

CREATE TABLE "dismissal" (
    id TEXT PRIMARY KEY NOT NULL,
    programme TEXT NOT NULL REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED,
    code TEXT NOT NULL CHECK (code <> ''),
    subject TEXT NOT NULL CHECK (json_type(subject) = 'object')
) STRICT;

CREATE TABLE idea (
    id TEXT PRIMARY KEY NOT NULL,
    programme TEXT NOT NULL REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED,
    session TEXT REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL CHECK (title <> ''),
    description TEXT,
    tags TEXT NOT NULL CHECK (json_type(tags) = 'array'),
    facilitators TEXT NOT NULL CHECK (json_type(facilitators) = 'array'),
    capacity INTEGER CHECK (capacity >= 0),
    rank TEXT NOT NULL
) STRICT;

CREATE TABLE log (
    number INTEGER PRIMARY KEY NOT NULL,
    -- The entry's UUID.
    id TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    -- The machine it was made on; empty for entries of the journal.
    device TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('edit', 'undo', 'redo')),
    -- The entry that an undo or a redo reverts.
    reverts TEXT REFERENCES log (id),
    -- The version of `verb` and `changes`.
    format INTEGER NOT NULL,
    -- The edit, as JSON; NULL for undo, redo and entries of the journal.
    verb TEXT CHECK (json_valid(verb)),
    label TEXT NOT NULL CHECK (json_valid(label)),
    changes TEXT NOT NULL CHECK (json_type(changes) = 'array'),
    -- The number of the edit that this one is, takes back or does again.
    origin INTEGER NOT NULL,
    -- The numbers of the entries that undo and redo revert next, once this one is written; 0 for none.
    undo_top INTEGER NOT NULL,
    redo_top INTEGER NOT NULL,
    -- The entry below this one among those that can be undone, or redone; 0 for none.
    below INTEGER NOT NULL,
    CHECK ((kind = 'edit') = (reverts IS NULL))
) STRICT;

CREATE TABLE programme (
    id TEXT PRIMARY KEY NOT NULL,
    title TEXT NOT NULL CHECK (title <> ''),
    timezone TEXT NOT NULL,
    agenda_page_url TEXT,
    agenda_feed_url TEXT,
    is_sample INTEGER NOT NULL CHECK (is_sample IN (0, 1)),
    rank TEXT NOT NULL
, language TEXT NOT NULL DEFAULT 'fr' CHECK (language IN ('fr', 'en'))) STRICT;

CREATE TABLE revision (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    number INTEGER NOT NULL,
    changed_at TEXT NOT NULL
, store TEXT NOT NULL DEFAULT '', epoch TEXT NOT NULL DEFAULT '', epoch_before TEXT NOT NULL DEFAULT '', writes INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE room (
    id TEXT PRIMARY KEY NOT NULL,
    programme TEXT NOT NULL REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL CHECK (name <> ''),
    capacity INTEGER CHECK (capacity >= 0),
    features TEXT,
    rank TEXT NOT NULL
) STRICT;

CREATE TABLE session (
    id TEXT PRIMARY KEY NOT NULL,
    programme TEXT NOT NULL REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL CHECK (title <> ''),
    status TEXT NOT NULL CHECK (status IN ('tentative', 'confirmed', 'cancelled')),
    venue TEXT,
    theme TEXT,
    objectives TEXT,
    links TEXT NOT NULL CHECK (json_type(links) = 'array'),
    notes TEXT,
    rank TEXT NOT NULL
, address TEXT, map_url TEXT) STRICT;

CREATE TABLE setting (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE "slot" (
    id TEXT PRIMARY KEY NOT NULL,
    day TEXT REFERENCES day (id) DEFERRABLE INITIALLY DEFERRED,
    track TEXT REFERENCES track (id) DEFERRABLE INITIALLY DEFERRED,
    rank TEXT NOT NULL,
    title TEXT NOT NULL CHECK (title <> ''),
    kind TEXT NOT NULL,
    minutes INTEGER CHECK (minutes BETWEEN 0 AND 2880),
    min_minutes INTEGER CHECK (min_minutes BETWEEN 0 AND 2880),
    max_minutes INTEGER CHECK (max_minutes BETWEEN 0 AND 2880),
    optional INTEGER NOT NULL CHECK (optional IN (0, 1)),
    pin INTEGER CHECK (pin BETWEEN 0 AND 2880),
    room TEXT REFERENCES room (id) DEFERRABLE INITIALLY DEFERRED,
    facilitators TEXT NOT NULL CHECK (json_type(facilitators) = 'array'),
    notes TEXT,
    material TEXT,
    setup INTEGER NOT NULL CHECK (setup BETWEEN 0 AND 2880),
    teardown INTEGER NOT NULL CHECK (teardown BETWEEN 0 AND 2880),
    CHECK ((day IS NULL) <> (track IS NULL))
) STRICT;

CREATE TABLE source (
    id TEXT PRIMARY KEY NOT NULL,
    programme TEXT NOT NULL REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED,
    -- The file; NULL for a page that was pasted.
    path TEXT,
    text TEXT NOT NULL,
    -- The year that was given for dates without one.
    year INTEGER,
    -- The local date of the reading.
    read_on TEXT NOT NULL,
    -- The dates it was understood to name, and which row each of its parts became: JSON.
    dates TEXT NOT NULL CHECK (json_type(dates) = 'array'),
    anchors TEXT NOT NULL CHECK (json_type(anchors) = 'object')
) STRICT;

CREATE TABLE sqlite_sequence(name,seq);

CREATE TABLE tag (
    id TEXT PRIMARY KEY NOT NULL,
    programme TEXT NOT NULL REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL CHECK (name <> ''),
    colour TEXT NOT NULL
) STRICT;

CREATE TABLE "template" (
    id TEXT PRIMARY KEY NOT NULL,
    title TEXT NOT NULL CHECK (title <> ''),
    start INTEGER CHECK (start BETWEEN 0 AND 2880),
    slots TEXT NOT NULL CHECK (json_type(slots) = 'array'),
    rank TEXT NOT NULL
) STRICT;

CREATE TABLE track (
    id TEXT PRIMARY KEY NOT NULL,
    slot TEXT NOT NULL REFERENCES slot (id) DEFERRABLE INITIALLY DEFERRED,
    rank TEXT NOT NULL,
    title TEXT,
    room TEXT REFERENCES room (id) DEFERRABLE INITIALLY DEFERRED,
    audience TEXT REFERENCES audience (id) DEFERRABLE INITIALLY DEFERRED,
    idea TEXT REFERENCES idea (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
