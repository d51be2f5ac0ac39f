-- How often something was tried in a window of time, by all instances together. The key is a keyed hash: no address can be read from it.
CREATE TABLE attempt (
  key   bytea   PRIMARY KEY,
  until bigint  NOT NULL,
  count integer NOT NULL
);

CREATE INDEX attempt_until ON attempt (until);

-- Numbers per day, about nobody: questions, outcomes, channels.
CREATE TABLE tally (
  day   text   NOT NULL,
  name  text   NOT NULL,
  label text   NOT NULL,
  count bigint NOT NULL,
  PRIMARY KEY (day, name, label)
);
