CREATE TABLE appearances (
  user_id INTEGER PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  appearance TEXT NOT NULL
);
