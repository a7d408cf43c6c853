-- Which store this is, and in which epoch: every transaction changes this row, so that the write-ahead log
-- says whose it is. The store's own id is the same in all its copies; the epoch is drawn anew before the first
-- write of each run, and for each copy. `writes` counts settings, too, which the number of the plan's writes
-- does not.
ALTER TABLE revision ADD COLUMN store TEXT NOT NULL DEFAULT '';
ALTER TABLE revision ADD COLUMN epoch TEXT NOT NULL DEFAULT '';
ALTER TABLE revision ADD COLUMN epoch_before TEXT NOT NULL DEFAULT '';
ALTER TABLE revision ADD COLUMN writes INTEGER NOT NULL DEFAULT 0;
UPDATE revision SET store = lower(hex(randomblob(16))), epoch = lower(hex(randomblob(16)));
