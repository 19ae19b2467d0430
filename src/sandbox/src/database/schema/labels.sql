-- The lists of tags and categories. A definition holds for the SIMs of its account and of all below.
CREATE TABLE labels (
  -- Never used again: undoing an operation brings back a definition that was deleted under its number.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  -- In lower case.
  folded_name TEXT NOT NULL,
  colour TEXT NOT NULL,
  -- Counts what people changed: the ETag. Goes on where a deleted one is brought back.
  revision INTEGER NOT NULL DEFAULT 1,
  UNIQUE (account_id, kind, folded_name)
);

-- What a definition was before the change that an operation carries out on SIMs, to be brought back by undoing it.
CREATE TABLE label_changes (
  operation_id INTEGER PRIMARY KEY REFERENCES operations (id),
  label_id INTEGER NOT NULL,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  kind TEXT NOT NULL,
  -- None where there was no such definition.
  name TEXT,
  colour TEXT,
  revision INTEGER NOT NULL
);

-- Names in use become definitions of the topmost account, the colours taken in turns.
WITH RECURSIVE
  lists (name, rest) AS (
    SELECT '', tags || char(10) FROM (SELECT DISTINCT tags FROM sims WHERE tags <> '')
    UNION ALL
    SELECT substr(rest, 1, instr(rest, char(10)) - 1), substr(rest, instr(rest, char(10)) + 1) FROM lists
    WHERE rest <> ''
  ),
  used (kind, name) AS (
    SELECT 'tag', name FROM lists
    UNION
    SELECT 'category', category FROM sims
  ),
  fit (kind, name) AS (
    SELECT kind, min(name) FROM used
    WHERE name <> '' AND length(name) <= 40 AND instr(name, ',') = 0 AND trim(name) = name
    GROUP BY kind, lower(name)
  ),
  palette (at, colour) AS (
    VALUES (0, 'red'), (1, 'blue'), (2, 'green'), (3, 'orange'), (4, 'purple'), (5, 'teal'), (6, 'pink'), (7, 'yellow'),
      (8, 'indigo'), (9, 'brown')
  ),
  numbered (kind, name, at) AS (
    SELECT kind, name, (row_number() OVER (PARTITION BY kind ORDER BY name) - 1) % 10 FROM fit
  )
INSERT INTO labels (account_id, kind, name, folded_name, colour)
SELECT accounts.id, kind, numbered.name, lower(numbered.name), colour
FROM numbered JOIN palette USING (at), accounts WHERE parent_id IS NULL ORDER BY kind, numbered.name;
