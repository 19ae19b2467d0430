-- The account that an Admin sees the app as.
ALTER TABLE sessions ADD COLUMN view_account_id INTEGER REFERENCES accounts (id);
