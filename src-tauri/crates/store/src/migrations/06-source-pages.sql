-- The page a programme comes from, as it was last read: the base of the three-way merge when it is
-- read again.

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

CREATE INDEX source_by_programme ON source (programme);
