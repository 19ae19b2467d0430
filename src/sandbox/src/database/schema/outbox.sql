-- Notifications become mails, and people read them.

-- Up to which notification the mails have been written. Those that are there already are too old to be mailed.
ALTER TABLE estate ADD COLUMN mailed_notification INTEGER NOT NULL DEFAULT 0;
UPDATE estate SET mailed_notification = (SELECT coalesce(max(id), 0) FROM notifications);

-- Mails that have been written and not yet sent.
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  -- As JSON.
  letter TEXT NOT NULL,
  written_at INTEGER NOT NULL,
  -- Times that it was refused, and when it is tried again.
  refusals INTEGER NOT NULL DEFAULT 0,
  next_try_at INTEGER NOT NULL
);
CREATE INDEX outbox_by_next_try ON outbox (next_try_at, id);

-- The language of who added the address: what is mailed there is written in it.
ALTER TABLE recipients ADD COLUMN language TEXT;

-- All up to this one have been read; and those after it that were read by themselves.
ALTER TABLE users ADD COLUMN read_notification INTEGER NOT NULL DEFAULT 0;
CREATE TABLE read_notifications (
  user_id INTEGER NOT NULL REFERENCES users (id),
  notification_id INTEGER NOT NULL,
  PRIMARY KEY (user_id, notification_id)
) WITHOUT ROWID;
