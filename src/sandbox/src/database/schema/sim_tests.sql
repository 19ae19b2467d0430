-- Pings and diagnostics, the latest few of each SIM.
CREATE TABLE sim_tests (
  -- Never used again: what is asked for by it is one test.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sim_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  finished_at INTEGER,
  -- The wire's result, as JSON.
  result TEXT
);
CREATE INDEX sim_tests_by_sim ON sim_tests (sim_id, id);
CREATE INDEX sim_tests_unfinished ON sim_tests (id) WHERE finished_at IS NULL;
