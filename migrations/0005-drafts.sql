-- A form that someone began and did not send: one for each person, command and subject, nobody else's to read.
CREATE TABLE draft (
  id TEXT PRIMARY KEY,
  person TEXT NOT NULL REFERENCES record (id),
  command TEXT NOT NULL,
  -- The record that it is about, or the empty string: two NULLs would count as different.
  subject TEXT NOT NULL,
  args TEXT NOT NULL,
  -- Milliseconds since 1970.
  updated_at INTEGER NOT NULL,
  UNIQUE (person, command, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_by_age ON draft (updated_at);
