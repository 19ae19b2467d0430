-- What became of each SIM, by whom and why. Entries are only added.
CREATE TABLE sim_history (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  sim_id INTEGER NOT NULL,
  -- The account that the SIM was in before: whoever sees that sees the entry.
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  -- None where nobody did it, such as usage that reached a level.
  user_id INTEGER REFERENCES users (id),
  token_id INTEGER REFERENCES api_tokens (id),
  cause TEXT NOT NULL,
  operation_id INTEGER REFERENCES operations (id),
  -- The wire's list, as JSON.
  changes TEXT NOT NULL
);
CREATE INDEX sim_history_by_sim ON sim_history (sim_id, id);
CREATE INDEX sim_history_by_account ON sim_history (account_id, id);
