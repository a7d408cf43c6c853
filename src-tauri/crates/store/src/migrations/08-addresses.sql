-- Where the venue of a session is: its street address, and the web address of a map.
ALTER TABLE session ADD COLUMN address TEXT;
ALTER TABLE session ADD COLUMN map_url TEXT;
