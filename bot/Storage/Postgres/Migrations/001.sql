CREATE TABLE master_key (
  id    text  PRIMARY KEY,
  proof bytea NOT NULL
);

-- Everything but ids, numbers and moments (UTC milliseconds since 1970) is sealed.
CREATE TABLE conversation (
  id          text COLLATE "C" PRIMARY KEY,
  gemeente    text   NOT NULL,
  version     bigint NOT NULL,
  last_seq    bigint NOT NULL,
  updated     bigint NOT NULL,
  master_key  text   NOT NULL,
  key_tag     bytea  NOT NULL,
  wrapped_key bytea  NOT NULL,
  body        bytea  NOT NULL
);

CREATE INDEX conversation_updated ON conversation (updated);

-- One row per turn: its activities are one sealed block, with the sequences last_seq - count + 1 to last_seq.
CREATE TABLE turn (
  conversation text COLLATE "C" NOT NULL REFERENCES conversation (id),
  version      bigint  NOT NULL,
  last_seq     bigint  NOT NULL,
  count        integer NOT NULL,
  dedupe       bytea,
  activities   bytea   NOT NULL,
  PRIMARY KEY (conversation, last_seq, version)
);

CREATE UNIQUE INDEX turn_dedupe ON turn (conversation, dedupe) WHERE dedupe IS NOT NULL;

CREATE TABLE outbox (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  conversation text COLLATE "C" NOT NULL REFERENCES conversation (id),
  kind         text    NOT NULL,
  key          text    NOT NULL UNIQUE,
  due          bigint  NOT NULL,
  attempts     integer NOT NULL,
  payload      bytea   NOT NULL
);

CREATE INDEX outbox_due ON outbox (due, id);
CREATE INDEX outbox_conversation ON outbox (conversation);

-- Sealed bytes do not get smaller by trying.
ALTER TABLE conversation ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE turn ALTER COLUMN activities SET STORAGE EXTERNAL;
ALTER TABLE outbox ALTER COLUMN payload SET STORAGE EXTERNAL;
