-- One thing to bring to one person. The five columns together name it for ever: it is never brought twice.
CREATE TABLE nudge (
  id TEXT PRIMARY KEY,
  recipient TEXT NOT NULL REFERENCES record (id),
  subject TEXT NOT NULL REFERENCES record (id),
  rule TEXT NOT NULL,
  step TEXT NOT NULL,
  due TEXT NOT NULL,
  other TEXT,
  -- What it is about, however often it is brought and to whomever: subject, rule, due date and other record.
  matter TEXT NOT NULL,
  state TEXT NOT NULL,
  created_at TEXT NOT NULL,
  delivery TEXT REFERENCES delivery (id),
  sent_at TEXT,
  answer TEXT,
  UNIQUE (recipient, subject, rule, step, due)
) STRICT, WITHOUT ROWID;
CREATE INDEX nudge_by_matter ON nudge (matter);
CREATE INDEX nudge_by_delivery ON nudge (delivery);
CREATE INDEX nudge_by_recipient ON nudge (recipient, state);

-- One message to one person or channel. Moments are milliseconds since 1970, so that they compare as numbers.
CREATE TABLE delivery (
  id TEXT PRIMARY KEY,
  -- What makes it this one message: the same key is never queued twice.
  key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  recipient TEXT NOT NULL REFERENCES record (id),
  about TEXT,
  state TEXT NOT NULL,
  -- Platform and tenant, for taking turns.
  lane TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  next_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  -- Where the attempt that is under way goes; left standing when its outcome was never learned, and when sent.
  road TEXT,
  closed_roads TEXT NOT NULL DEFAULT '[]',
  lease_by TEXT,
  -- Monotonic milliseconds of this machine: a clock that is set back or forward does not change a lease.
  lease_until INTEGER,
  reason TEXT,
  platform_id TEXT,
  sent_at INTEGER,
  text TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX delivery_due ON delivery (state, next_at);
-- For lanes that take turns: which lanes there are, the first due ones of each, and how many are held.
CREATE INDEX delivery_by_lane ON delivery (state, lane, next_at);
CREATE INDEX delivery_held ON delivery (lease_until, lane) WHERE lease_until IS NOT NULL;
CREATE INDEX delivery_by_age ON delivery (created_at);
CREATE INDEX delivery_by_recipient ON delivery (recipient, created_at);

-- The last morning that was looked at for someone, and the last digest day: each is handled once.
CREATE TABLE slot (
  recipient TEXT PRIMARY KEY REFERENCES record (id),
  day TEXT NOT NULL,
  digest_day TEXT NOT NULL
) STRICT, WITHOUT ROWID;
