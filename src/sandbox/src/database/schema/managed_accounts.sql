-- Accounts that people change.

-- Counts what people changed, not the counts of SIMs and users: the ETag.
ALTER TABLE accounts ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
-- Kept in step by whatever adds and removes users.
ALTER TABLE accounts ADD COLUMN user_count INTEGER NOT NULL DEFAULT 0;
-- A removed account's row stays: operations name it, and its number is nobody else's.
ALTER TABLE accounts ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;
CREATE INDEX accounts_by_parent ON accounts (parent_id);
UPDATE accounts SET user_count = (SELECT count(*) FROM users WHERE users.account_id = accounts.id);
