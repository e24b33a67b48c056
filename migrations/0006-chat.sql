-- Accounts on chat platforms, out of the people's records: one account is one person's.
CREATE TABLE account (
  platform TEXT NOT NULL,
  tenant TEXT NOT NULL,
  user TEXT NOT NULL,
  no INTEGER NOT NULL REFERENCES record (no),
  PRIMARY KEY (platform, tenant, user)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_by_person ON account (no);

-- Access to a workspace, encrypted.
CREATE TABLE installation (
  id TEXT PRIMARY KEY,
  sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Messages in channels that show a record and are kept up to date.
CREATE TABLE card (
  platform TEXT NOT NULL,
  tenant TEXT NOT NULL,
  channel TEXT NOT NULL,
  message TEXT NOT NULL,
  subject TEXT NOT NULL REFERENCES record (id),
  -- What draws it, as a button's value; and in which tongue.
  request TEXT NOT NULL,
  locale TEXT NOT NULL,
  -- Who shared it: a person.
  shared_by TEXT NOT NULL,
  -- A hash of what was last shown.
  shown TEXT NOT NULL,
  posted_at INTEGER NOT NULL,
  PRIMARY KEY (platform, tenant, channel, message)
) STRICT, WITHOUT ROWID;
CREATE INDEX card_by_subject ON card (subject);
