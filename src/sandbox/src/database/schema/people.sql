-- Users that people invite and change, the links they are mailed, and what is shown of sessions.

-- In lower case: what users are sorted by and searched in.
ALTER TABLE users ADD COLUMN folded_name TEXT NOT NULL DEFAULT '';
-- A language tag; none for that of the browser.
ALTER TABLE users ADD COLUMN language TEXT;
ALTER TABLE users ADD COLUMN last_sign_in INTEGER;
-- Counts what people changed: the ETag.
ALTER TABLE users ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
-- A removed user's row stays: operations name it, and its number is nobody else's. An empty password_hash is none.
ALTER TABLE users ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;
UPDATE users SET folded_name = lower(name);
CREATE INDEX users_by_name ON users (folded_name, id);
CREATE INDEX users_by_account ON users (account_id);

ALTER TABLE sessions ADD COLUMN began_at INTEGER NOT NULL DEFAULT 0;
-- What the browser said of itself.
ALTER TABLE sessions ADD COLUMN client TEXT NOT NULL DEFAULT '';
CREATE INDEX sessions_by_user ON sessions (user_id);

-- Mailed links; each is gone when it was used.
CREATE TABLE links (
  -- SHA-256 of what the mail carries: who reads this table cannot use the link.
  token_hash BLOB PRIMARY KEY,
  purpose TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  -- The address to be confirmed.
  email TEXT,
  expires_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX links_by_user ON links (user_id, purpose);
