-- Every record is one row of JSON, checked by its zod schema before it gets here. The columns beside it
-- are derived from it: what decides who sees it, what it links to, when it is, and its words.
CREATE TABLE record (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  version INTEGER NOT NULL,
  visibility TEXT NOT NULL,
  owner TEXT,
  embargo TEXT,
  restricted INTEGER NOT NULL,
  data TEXT NOT NULL
) STRICT;
CREATE INDEX record_by_kind ON record (kind, id);

CREATE TABLE link (
  from_id TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL,
  to_id TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (to_id, role, from_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_from ON link (from_id, role, to_id);

-- One row a campaign, holding all that a calendar question filters on, so that it reads no JSON but its page.
-- An entry without dates stands in its expected month. Entries over a quarter long are few and looked up apart.
CREATE TABLE entry (
  no INTEGER PRIMARY KEY REFERENCES record (no),
  id TEXT NOT NULL UNIQUE,
  first TEXT NOT NULL,
  last TEXT NOT NULL,
  long INTEGER NOT NULL,
  type TEXT NOT NULL,
  progress TEXT NOT NULL,
  date_state TEXT NOT NULL,
  materials INTEGER NOT NULL,
  visibility TEXT NOT NULL,
  owner TEXT,
  embargo TEXT,
  restricted INTEGER NOT NULL
) STRICT;
CREATE INDEX entry_by_date ON entry
  (first, no, last, type, progress, date_state, materials, visibility, owner, embargo, restricted);
CREATE INDEX entry_long ON entry (first, last) WHERE long = 1;

CREATE VIRTUAL TABLE search USING fts5 (title, keywords, body, tokenize = 'trigram');
-- Every word that was ever searchable, for finding the word that a typing error meant.
CREATE TABLE word (no INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE) STRICT;
CREATE VIRTUAL TABLE word_search USING fts5 (word, tokenize = 'trigram');

CREATE TABLE audit (
  no INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  person TEXT,
  action TEXT NOT NULL,
  record TEXT NOT NULL,
  before TEXT,
  after TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_record ON audit (record, no);
CREATE INDEX audit_by_person ON audit (person, no);

-- The first answer to a submission, so that a repeated one changes nothing. Kept for a week.
CREATE TABLE receipt (key TEXT PRIMARY KEY, at TEXT NOT NULL, result TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO meta (key, value) VALUES ('revision', '0');
