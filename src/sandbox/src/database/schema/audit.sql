-- Who did what. Entries are only added. Names are those of the moment: what is renamed later was not called so then.
CREATE TABLE audit_log (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  -- None where nobody was signed in.
  user_id INTEGER,
  user_name TEXT,
  -- None where a person did it.
  token_id INTEGER,
  token_name TEXT,
  -- The account whose view the user had.
  viewed_as INTEGER,
  -- The account it concerns: whoever sees that sees the entry.
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  action TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id INTEGER NOT NULL,
  subject_name TEXT NOT NULL,
  -- The wire's list, as JSON.
  changes TEXT NOT NULL
);
CREATE INDEX audit_log_by_account ON audit_log (account_id, id);
CREATE INDEX audit_log_by_user ON audit_log (user_id, id);
CREATE INDEX audit_log_by_token ON audit_log (token_id, id) WHERE token_id IS NOT NULL;
