-- Usage that reached a level: what the bell shows and what is mailed.
CREATE TABLE notifications (
  -- Never used again: people have read up to one of them.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  sim_id INTEGER NOT NULL,
  -- The account that the SIM was in.
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  threshold TEXT NOT NULL,
  level_bytes INTEGER NOT NULL,
  usage_bytes INTEGER NOT NULL
);
CREATE INDEX notifications_by_account ON notifications (account_id, id);
