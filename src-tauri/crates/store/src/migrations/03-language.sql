-- The language of a programme. What was there before was written in French: the only language that
-- a programme could be told to have.
ALTER TABLE programme ADD COLUMN language TEXT NOT NULL DEFAULT 'fr' CHECK (language IN ('fr', 'en'));
