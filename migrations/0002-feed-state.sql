-- What each feed last showed, so that a subscriber's copy of an entry changes when its content does and not
-- otherwise. A row stays when its entry leaves the feed: should it return, its sequence goes on from there.
CREATE TABLE feed_state (
  feed TEXT PRIMARY KEY,
  header TEXT NOT NULL,
  modified TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE feed_entry_state (
  feed TEXT NOT NULL REFERENCES feed_state (feed),
  uid TEXT NOT NULL,
  hash TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  stamp TEXT NOT NULL,
  present INTEGER NOT NULL,
  PRIMARY KEY (feed, uid)
) STRICT, WITHOUT ROWID;
