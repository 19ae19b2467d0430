-- Who is told about the alerts of SIMs.

-- Addresses outside, of an account.
CREATE TABLE recipients (
  -- Never used again: operations remember which addresses they took off SIMs.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  -- Lower case.
  email TEXT NOT NULL,
  all_sims INTEGER NOT NULL,
  -- Counts what people changed: the ETag.
  revision INTEGER NOT NULL DEFAULT 1,
  UNIQUE (account_id, email)
);

-- Those set on a SIM: always of its account or of one above it.
CREATE TABLE sim_recipients (
  sim_id INTEGER NOT NULL,
  recipient_id INTEGER NOT NULL REFERENCES recipients (id) ON DELETE CASCADE,
  PRIMARY KEY (sim_id, recipient_id)
) WITHOUT ROWID;
CREATE INDEX sim_recipients_by_recipient ON sim_recipients (recipient_id);

-- Whether the user wants the alerts of the own account and of those below.
ALTER TABLE users ADD COLUMN alerts INTEGER NOT NULL DEFAULT 0;
