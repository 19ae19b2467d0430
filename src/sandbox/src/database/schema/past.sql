-- When the estate was made, and how each SIM that had been in service was then: what came before is made up from it.
ALTER TABLE estate ADD COLUMN made_at INTEGER NOT NULL DEFAULT 0;
UPDATE estate SET made_at = unixepoch();
CREATE TABLE sims_when_made (
  sim_id INTEGER PRIMARY KEY,
  usage_bytes INTEGER NOT NULL,
  last_seen INTEGER NOT NULL,
  ip_address INTEGER
);
INSERT INTO sims_when_made SELECT id, usage_bytes, last_seen, ip_address FROM sims WHERE last_seen > 0;
