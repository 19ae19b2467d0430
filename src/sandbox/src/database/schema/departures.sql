-- Of several times that a SIM left an account only the last is kept: whoever has read up to an earlier one still has the
-- last before them. So the table does not grow with every move for ever.
CREATE TABLE latest_departures (
  sim_id INTEGER NOT NULL,
  account_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (sim_id, account_id)
) WITHOUT ROWID;
INSERT INTO latest_departures SELECT sim_id, account_id, max(version) FROM departures GROUP BY sim_id, account_id;
DROP TABLE departures;
ALTER TABLE latest_departures RENAME TO departures;
CREATE INDEX departures_by_version ON departures (version, account_id);
