-- When somebody last asked for the link: those of long ago are forgotten first.
ALTER TABLE filter_links ADD COLUMN linked_at INTEGER NOT NULL DEFAULT 0;
CREATE INDEX filter_links_by_account ON filter_links (account_id, linked_at);
