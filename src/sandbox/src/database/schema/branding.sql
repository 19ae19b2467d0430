-- Whose product people see, and where they find help.

-- What accounts choose of their look; what they do not they have from above.
CREATE TABLE brandings (
  account_id INTEGER PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  -- As JSON, without the host names.
  choices TEXT NOT NULL,
  -- Counts what people changed: the ETag. An account without a row is at 0.
  revision INTEGER NOT NULL
);

-- Where the dashboard has the look of an account before anybody has signed in.
CREATE TABLE branding_hosts (
  -- Lower case.
  host TEXT PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  -- The first of an account is 0: there mailed links lead.
  place INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX branding_hosts_by_account ON branding_hosts (account_id, place);

-- Pictures that accounts show. Two accounts can have the same one.
CREATE TABLE images (
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  -- SHA-256 of the bytes, in hexadecimal digits: the id.
  digest TEXT NOT NULL,
  media_type TEXT NOT NULL,
  -- In pixels; of an SVG neither is known.
  width INTEGER,
  height INTEGER,
  bytes BLOB NOT NULL,
  -- The last time, if it was more than once.
  uploaded_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, digest)
);
CREATE INDEX images_by_digest ON images (digest);

-- Where people find help, of accounts that choose it.
CREATE TABLE supports (
  account_id INTEGER PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
  -- As JSON; `null` is what the account above has.
  choice TEXT NOT NULL,
  revision INTEGER NOT NULL
);
