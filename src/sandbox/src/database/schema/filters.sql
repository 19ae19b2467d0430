-- What people keep for themselves: filters, links to filters, the layout of their list. Views, filters and layouts are
-- the wire's JSON.

CREATE TABLE saved_filters (
  -- Never used again, so that nobody changes a new filter by what they saw of a deleted one.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  -- The name in lower case: what tells an owner's filters apart, and what they are sorted by.
  folded_name TEXT NOT NULL,
  shared INTEGER NOT NULL,
  view TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  UNIQUE (user_id, folded_name)
);

CREATE TABLE filter_links (
  -- Made from account and filter.
  id TEXT NOT NULL PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  filter TEXT NOT NULL
);

CREATE TABLE list_layouts (
  user_id INTEGER PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  layout TEXT NOT NULL
);
