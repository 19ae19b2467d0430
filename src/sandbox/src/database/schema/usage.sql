-- Usage by days (days since 1970-01-01, UTC), since there is the estate.
CREATE TABLE usage_days (
  sim_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  PRIMARY KEY (sim_id, day)
) WITHOUT ROWID;

-- What the SIMs of an account used on a day while they were in it; sub-accounts have their own rows.
CREATE TABLE account_usage_days (
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  day INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  PRIMARY KEY (account_id, day)
) WITHOUT ROWID;
