-- What campaigns and actions are called, folded, so that a whole name is found without searching.
CREATE TABLE name (
  folded TEXT NOT NULL,
  no INTEGER NOT NULL REFERENCES record (no),
  PRIMARY KEY (folded, no)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_by_record ON name (no);
-- Only roughly for what is there already; the rest of its names comes when it is next written.
INSERT INTO name (folded, no)
  SELECT lower(coalesce(data ->> 'title', (data ->> 'key') || ' ' || (data ->> 'result'))), no
  FROM record WHERE kind IN ('campaign', 'action');
