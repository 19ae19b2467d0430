-- The estate. Codes are those of the wire; times are Unix seconds; lists of tags are separated by line feeds.

-- One row: what the demo estate was made from, and the number that counts every change of SIMs.
CREATE TABLE estate (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  seed INTEGER NOT NULL,
  sims INTEGER NOT NULL,
  demo_passwords INTEGER NOT NULL,
  version INTEGER NOT NULL
);

CREATE TABLE accounts (
  id INTEGER PRIMARY KEY,
  parent_id INTEGER REFERENCES accounts (id),
  name TEXT NOT NULL,
  enabled INTEGER NOT NULL,
  caps_and_alerts INTEGER NOT NULL,
  sub_accounts INTEGER NOT NULL,
  -- Kept in step by whatever moves SIMs.
  sim_count INTEGER NOT NULL
);

CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  -- Lower case.
  email TEXT NOT NULL UNIQUE,
  password_hash TEXT NOT NULL,
  role TEXT NOT NULL,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  enabled INTEGER NOT NULL
);

CREATE TABLE sessions (
  -- SHA-256 of what the cookie carries: who reads this table cannot sign in with it.
  id_hash BLOB PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users (id),
  expires_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE sims (
  id INTEGER PRIMARY KEY,
  iccid TEXT NOT NULL,
  imsi TEXT NOT NULL,
  msisdn TEXT NOT NULL,
  imei TEXT NOT NULL,
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  status TEXT NOT NULL,
  tariff TEXT NOT NULL,
  operator TEXT NOT NULL,
  usage_bytes INTEGER NOT NULL,
  cap_bytes INTEGER,
  alert_bytes INTEGER,
  hard_cap TEXT NOT NULL,
  in_session INTEGER NOT NULL,
  last_seen INTEGER NOT NULL,
  ip_address INTEGER,
  activated_on INTEGER NOT NULL,
  label TEXT NOT NULL,
  note TEXT NOT NULL,
  category TEXT NOT NULL,
  tags TEXT NOT NULL,
  -- Version of the estate in which the SIM last changed in any way.
  version INTEGER NOT NULL,
  -- Counts what people changed, not what usage did: the ETag, so that nobody's edit fails because a SIM sent data.
  revision INTEGER NOT NULL
);

-- SIMs that left an account, so that whoever no longer sees them can be told.
CREATE TABLE departures (
  version INTEGER NOT NULL,
  sim_id INTEGER NOT NULL,
  account_id INTEGER NOT NULL,
  PRIMARY KEY (version, sim_id)
) WITHOUT ROWID;

CREATE TABLE operations (
  id INTEGER PRIMARY KEY,
  -- The wire's action, as JSON.
  action TEXT NOT NULL,
  state TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id),
  -- The part of the tree it may act in: that of the user when it was asked for.
  account_id INTEGER NOT NULL REFERENCES accounts (id),
  created_at INTEGER NOT NULL,
  finished_at INTEGER,
  cancel_asked INTEGER NOT NULL DEFAULT 0,
  total INTEGER NOT NULL,
  done INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  undo_of INTEGER UNIQUE REFERENCES operations (id),
  retry_of INTEGER REFERENCES operations (id)
);

CREATE TABLE operation_items (
  operation_id INTEGER NOT NULL REFERENCES operations (id),
  sim_id INTEGER NOT NULL,
  state TEXT NOT NULL,
  reason TEXT,
  -- Once done: what it was before and after, as JSON.
  change TEXT,
  PRIMARY KEY (operation_id, sim_id)
) WITHOUT ROWID;

CREATE INDEX operation_items_by_state ON operation_items (operation_id, state, sim_id);

-- Answers to requests that started something, to be given again when the request comes again.
CREATE TABLE idempotency_keys (
  user_id INTEGER NOT NULL,
  key TEXT NOT NULL,
  request_hash BLOB NOT NULL,
  answer TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (user_id, key)
) WITHOUT ROWID;
