-- API tokens. A revoked one's row stays: operations and the audit log name it.
CREATE TABLE api_tokens (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  name TEXT NOT NULL,
  -- In lower case.
  folded_name TEXT NOT NULL,
  -- SHA-256 of the token: who reads this table cannot use it.
  token_hash BLOB NOT NULL UNIQUE,
  -- How the token begins.
  hint TEXT NOT NULL,
  role TEXT NOT NULL,
  created_by INTEGER NOT NULL REFERENCES users (id),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  last_used_at INTEGER,
  revoked_at INTEGER
);
CREATE INDEX api_tokens_by_account ON api_tokens (account_id, id);

-- The token in place of the user who made it.
ALTER TABLE operations ADD COLUMN token_id INTEGER REFERENCES api_tokens (id);
