CREATE TABLE master_key (
  id    TEXT PRIMARY KEY,
  proof BLOB NOT NULL
) WITHOUT ROWID;

-- Everything but ids, numbers and moments (UTC milliseconds since 1970) is sealed.
CREATE TABLE conversation (
  nr          INTEGER PRIMARY KEY,
  id          TEXT    NOT NULL UNIQUE,
  gemeente    TEXT    NOT NULL,
  version     INTEGER NOT NULL,
  last_seq    INTEGER NOT NULL,
  updated     INTEGER NOT NULL,
  master_key  TEXT    NOT NULL,
  key_tag     BLOB    NOT NULL,
  wrapped_key BLOB    NOT NULL,
  body        BLOB    NOT NULL
);

CREATE INDEX conversation_updated ON conversation (updated);

-- One row per turn: its activities are one sealed block, with the sequences last_seq - count + 1 to last_seq.
CREATE TABLE turn (
  conversation INTEGER NOT NULL REFERENCES conversation (nr),
  version      INTEGER NOT NULL,
  last_seq     INTEGER NOT NULL,
  count        INTEGER NOT NULL,
  dedupe       BLOB,
  activities   BLOB    NOT NULL,
  PRIMARY KEY (conversation, last_seq, version)
);

CREATE UNIQUE INDEX turn_dedupe ON turn (conversation, dedupe) WHERE dedupe IS NOT NULL;

CREATE TABLE outbox (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation INTEGER NOT NULL REFERENCES conversation (nr),
  kind         TEXT    NOT NULL,
  key          TEXT    NOT NULL UNIQUE,
  due          INTEGER NOT NULL,
  attempts     INTEGER NOT NULL,
  payload      BLOB    NOT NULL
);

CREATE INDEX outbox_due ON outbox (due, id);
CREATE INDEX outbox_conversation ON outbox (conversation);
