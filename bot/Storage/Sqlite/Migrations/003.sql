-- Numbers per day, about nobody: questions, outcomes, channels.
CREATE TABLE tally (
  day   TEXT    NOT NULL,
  name  TEXT    NOT NULL,
  label TEXT    NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (day, name, label)
) WITHOUT ROWID;
