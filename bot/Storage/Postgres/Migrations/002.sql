-- What became of an effect: 0 waiting, 1 parked, 2 done; since when it is there; and, sealed, how far it came.
ALTER TABLE outbox ADD COLUMN state integer NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN created bigint NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN progress bytea;
UPDATE outbox SET created = due;
ALTER TABLE outbox ALTER COLUMN progress SET STORAGE EXTERNAL;
