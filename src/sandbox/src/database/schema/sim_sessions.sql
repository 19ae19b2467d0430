CREATE TABLE sim_sessions (
  id INTEGER PRIMARY KEY,
  sim_id INTEGER NOT NULL,
  began_at INTEGER NOT NULL,
  -- None while it goes on.
  ended_at INTEGER,
  bytes INTEGER NOT NULL,
  ip_address INTEGER
);
INSERT INTO sim_sessions (sim_id, began_at, bytes, ip_address)
  SELECT id, last_seen, 0, ip_address FROM sims WHERE in_session = 1;
CREATE INDEX sim_sessions_by_sim ON sim_sessions (sim_id, began_at);
CREATE UNIQUE INDEX sim_sessions_running ON sim_sessions (sim_id) WHERE ended_at IS NULL;
