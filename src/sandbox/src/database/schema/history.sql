-- Histories in the order of their times, for each way in which they are asked for.

-- The account that the SIM was moved to: whoever sees that is told that the SIM came.
ALTER TABLE sim_history ADD COLUMN arrived_in INTEGER REFERENCES accounts (id);
-- Only for Admins who see this account: what it tells of is not for everybody who sees the SIM.
ALTER TABLE sim_history ADD COLUMN admins_of INTEGER REFERENCES accounts (id);
UPDATE sim_history SET arrived_in = (
  SELECT value ->> 'new' FROM json_each(changes) WHERE value ->> 'field' = 'account_id'
);

DROP INDEX sim_history_by_sim;
DROP INDEX sim_history_by_account;
CREATE INDEX sim_history_by_time ON sim_history (at, id);
CREATE INDEX sim_history_by_sim ON sim_history (sim_id, at, id);
CREATE INDEX sim_history_by_account ON sim_history (account_id, at, id);
CREATE INDEX sim_history_by_arrival ON sim_history (arrived_in, at, id) WHERE arrived_in IS NOT NULL;
CREATE INDEX sim_history_by_user ON sim_history (user_id, at, id) WHERE user_id IS NOT NULL;

DROP INDEX audit_log_by_account;
DROP INDEX audit_log_by_user;
DROP INDEX audit_log_by_token;
CREATE INDEX audit_log_by_time ON audit_log (at, id);
CREATE INDEX audit_log_by_account ON audit_log (account_id, at, id);
CREATE INDEX audit_log_by_user ON audit_log (user_id, at, id) WHERE user_id IS NOT NULL;

CREATE INDEX sims_by_iccid ON sims (iccid);
