-- Elastic slots, the crew's minutes, templates, and findings nobody wants to hear of again.
ALTER TABLE slot ADD COLUMN most INTEGER CHECK (most >= 0);
ALTER TABLE slot ADD COLUMN optional INTEGER NOT NULL DEFAULT 0 CHECK (optional IN (0, 1));
ALTER TABLE slot ADD COLUMN setup INTEGER NOT NULL DEFAULT 0 CHECK (setup >= 0);
ALTER TABLE slot ADD COLUMN tidy INTEGER NOT NULL DEFAULT 0 CHECK (tidy >= 0);

CREATE TABLE template (
    id TEXT PRIMARY KEY NOT NULL,
    title TEXT NOT NULL CHECK (title <> ''),
    start INTEGER CHECK (start >= 0),
    slots TEXT NOT NULL CHECK (json_type(slots) = 'array'),
    rank TEXT NOT NULL
) STRICT;

-- The subject may be a row of any table, or one that is gone: it is compared, never followed.
CREATE TABLE silence (
    id TEXT PRIMARY KEY NOT NULL,
    programme TEXT NOT NULL REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED,
    code TEXT NOT NULL CHECK (code <> ''),
    subject TEXT NOT NULL CHECK (json_type(subject) = 'object')
) STRICT;

CREATE INDEX silence_by_programme ON silence (programme);
