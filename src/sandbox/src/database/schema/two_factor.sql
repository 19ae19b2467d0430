-- Two-factor sign-in.

ALTER TABLE accounts ADD COLUMN require_two_factor INTEGER NOT NULL DEFAULT 0;

CREATE TABLE two_factor (
  user_id INTEGER PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  -- What the codes are made from; none before the first one is confirmed.
  secret BLOB,
  -- What is being set up: in place of the other one, once it is confirmed.
  new_secret BLOB,
  -- The 30 seconds of the latest code that was taken: no code of these or earlier ones is taken again.
  last_step INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE recovery_codes (
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  -- SHA-256: who reads this table cannot sign in with them.
  code_hash BLOB NOT NULL,
  PRIMARY KEY (user_id, code_hash)
) WITHOUT ROWID;
