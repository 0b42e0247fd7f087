/** The tables of one shard. `deliveries` is the ledger and the outbox in one: a row is owed while `next_attempt_at` is set. */
export function createSchema(sql: SqlStorage): void {
  sql.exec(`
    CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;

    CREATE TABLE IF NOT EXISTS deliveries (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      provider TEXT NOT NULL,
      environment TEXT NOT NULL,
      idempotency_key TEXT NOT NULL,
      content_id TEXT NOT NULL,
      outcome TEXT NOT NULL CHECK (outcome IN ('accepted', 'conflict')),
      received_at INTEGER NOT NULL,
      last_seen_at INTEGER NOT NULL,
      duplicates INTEGER NOT NULL DEFAULT 0,
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
      signed_text TEXT NOT NULL,
      received_unverified BLOB,
      state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'confirmed')),
      attempts INTEGER NOT NULL DEFAULT 0,
      next_attempt_at INTEGER,
      CHECK (state = 'confirmed' OR next_attempt_at IS NOT NULL),
      UNIQUE (provider, environment, idempotency_key, content_id)
    ) STRICT;

    CREATE INDEX IF NOT EXISTS outbox ON deliveries (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
  `);
}
