-- Plain names for columns and tables.
ALTER TABLE slot RENAME COLUMN least TO min_minutes;
ALTER TABLE slot RENAME COLUMN most TO max_minutes;
ALTER TABLE slot RENAME COLUMN tidy TO teardown;
ALTER TABLE slot RENAME COLUMN leads TO facilitators;
ALTER TABLE idea RENAME COLUMN leads TO facilitators;

DROP INDEX silence_by_programme;
ALTER TABLE silence RENAME TO dismissal;
CREATE INDEX dismissal_by_programme ON dismissal (programme);

-- The slots of a template are JSON. A quote inside a text is escaped, so that these are keys only.
UPDATE template SET slots =
    replace(replace(replace(replace(slots,
        '"least":', '"minMinutes":'), '"most":', '"maxMinutes":'), '"tidy":', '"teardown":'), '"leads":', '"facilitators":');
