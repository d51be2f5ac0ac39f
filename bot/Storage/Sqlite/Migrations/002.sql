-- What became of an effect: 0 waiting, 1 parked, 2 done; since when it is there; and, sealed, how far it came.
ALTER TABLE outbox ADD COLUMN state INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN created INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN progress BLOB;
UPDATE outbox SET created = due;
