-- The index of deliveries: what the page lists. Signed texts stay with the ledger.
-- A row is one (provider, environment, key, content id), as in the ledger; (shard, sequence) points back to it.
CREATE TABLE deliveries (
  shard INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  provider TEXT NOT NULL,
  environment TEXT NOT NULL,
  idempotency_key TEXT NOT NULL,
  content_id TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('accepted', 'conflict')),
  received_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  duplicates INTEGER NOT NULL,
  event TEXT,
  known INTEGER NOT NULL,
  subject_kind TEXT,
  subject_id TEXT,
  subject_status TEXT,
  dialect TEXT NOT NULL,
  scope TEXT NOT NULL,
  form TEXT NOT NULL,
  key_id TEXT NOT NULL,
  uncovered TEXT NOT NULL,
  PRIMARY KEY (provider, environment, idempotency_key, content_id)
) STRICT;

-- Not unique: a ledger that was made anew counts from 1 again, and must not be kept out of the index for it.
CREATE INDEX deliveries_place ON deliveries (shard, sequence);

CREATE INDEX deliveries_newest ON deliveries (received_at DESC, shard DESC, sequence DESC);
