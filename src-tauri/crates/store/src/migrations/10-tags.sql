-- The colours of tags. Ideas hold their tags by name.
CREATE TABLE tag (
    id TEXT PRIMARY KEY NOT NULL,
    programme TEXT NOT NULL REFERENCES programme (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL CHECK (name <> ''),
    colour TEXT NOT NULL
) STRICT;

CREATE INDEX tag_by_programme ON tag (programme);
