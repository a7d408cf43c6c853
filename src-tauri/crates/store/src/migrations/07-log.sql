-- The operation log takes the place of the journal. It is append-only: undo and redo are entries too, which
-- name the entry they revert. docs/file-format.md describes it. The journal's entries are brought over in
-- `log::migrate`, and the journal goes.
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
