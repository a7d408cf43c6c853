-- Minutes and starts within what a day holds (48 hours), as every edit keeps them. SQLite adds checks to a table
-- only by making it anew; foreign keys are off meanwhile. No version wrote more than the limits.

CREATE TABLE day_limited (
    id TEXT PRIMARY KEY NOT NULL,
    session TEXT NOT NULL REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
    date TEXT,
    start INTEGER NOT NULL CHECK (start BETWEEN 0 AND 2880),
    rank TEXT NOT NULL
) STRICT;
INSERT INTO day_limited (id, session, date, start, rank)
    SELECT id, session, date, min(start, 2880), rank FROM day;
DROP TABLE day;
ALTER TABLE day_limited RENAME TO day;
CREATE INDEX day_by_session ON day (session);

CREATE TABLE attendance_limited (
    id TEXT PRIMARY KEY NOT NULL,
    day TEXT NOT NULL REFERENCES day (id) DEFERRABLE INITIALLY DEFERRED,
    audience TEXT NOT NULL REFERENCES audience (id) DEFERRABLE INITIALLY DEFERRED,
    start INTEGER NOT NULL CHECK (start >= 0),
    "end" INTEGER NOT NULL CHECK ("end" <= 2880),
    CHECK ("end" > start)
) STRICT;
INSERT INTO attendance_limited (id, day, audience, start, "end")
    SELECT id, day, audience, min(start, 2879), min("end", 2880) FROM attendance;
DROP TABLE attendance;
ALTER TABLE attendance_limited RENAME TO attendance;
CREATE INDEX attendance_by_day ON attendance (day);
CREATE INDEX attendance_by_audience ON attendance (audience);

CREATE TABLE slot_limited (
    id TEXT PRIMARY KEY NOT NULL,
    day TEXT REFERENCES day (id) DEFERRABLE INITIALLY DEFERRED,
    track TEXT REFERENCES track (id) DEFERRABLE INITIALLY DEFERRED,
    rank TEXT NOT NULL,
    title TEXT NOT NULL CHECK (title <> ''),
    kind TEXT NOT NULL,
    minutes INTEGER CHECK (minutes BETWEEN 0 AND 2880),
    least INTEGER CHECK (least BETWEEN 0 AND 2880),
    most INTEGER CHECK (most BETWEEN 0 AND 2880),
    optional INTEGER NOT NULL CHECK (optional IN (0, 1)),
    pin INTEGER CHECK (pin BETWEEN 0 AND 2880),
    room TEXT REFERENCES room (id) DEFERRABLE INITIALLY DEFERRED,
    leads TEXT NOT NULL CHECK (json_type(leads) = 'array'),
    notes TEXT,
    material TEXT,
    setup INTEGER NOT NULL CHECK (setup BETWEEN 0 AND 2880),
    tidy INTEGER NOT NULL CHECK (tidy BETWEEN 0 AND 2880),
    CHECK ((day IS NULL) <> (track IS NULL))
) STRICT;
INSERT INTO slot_limited
    (id, day, track, rank, title, kind, minutes, least, most, optional, pin, room, leads, notes, material, setup, tidy)
    SELECT id, day, track, rank, title, kind, min(minutes, 2880), min(least, 2880), min(most, 2880), optional,
        min(pin, 2880), room, leads, notes, material, min(setup, 2880), min(tidy, 2880)
    FROM slot;
DROP TABLE slot;
ALTER TABLE slot_limited RENAME TO slot;
CREATE INDEX slot_by_day ON slot (day);
CREATE INDEX slot_by_track ON slot (track);
CREATE INDEX slot_by_room ON slot (room);

CREATE TABLE template_limited (
    id TEXT PRIMARY KEY NOT NULL,
    title TEXT NOT NULL CHECK (title <> ''),
    start INTEGER CHECK (start BETWEEN 0 AND 2880),
    slots TEXT NOT NULL CHECK (json_type(slots) = 'array'),
    rank TEXT NOT NULL
) STRICT;
INSERT INTO template_limited (id, title, start, slots, rank)
    SELECT id, title, min(start, 2880), slots, rank FROM template;
DROP TABLE template;
ALTER TABLE template_limited RENAME TO template;
