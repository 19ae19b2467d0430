-- What changed since a version; the account is in it so that SIMs of others need not be looked up.
CREATE INDEX sims_by_version ON sims (version, account_id);
