/**
 * The index of deliveries (D1), and the two answers made from it:
 * `GET /api/deliveries?limit=&before=` (latest listed first) and `GET /api/deliveries/<id>` (one, with its signed text).
 *
 * An id is `shard-sequence`, the delivery's place in the ledger.
 */
import type { Env } from "./env.ts";
import type { Full, Summary } from "./ledger.ts";
import { problem } from "./problem.ts";
import { ledger, shardCount } from "./shards.ts";

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

/** Writes deliveries' rows once, all or none; afterwards only the count of duplicates grows. */
export async function indexDeliveries(summaries: readonly Summary[], index: D1Database): Promise<void> {
  await index.batch(summaries.map((summary) => upsert(summary, index)));
}

function upsert(summary: Summary, index: D1Database): D1PreparedStatement {
  return index
    .prepare(
      `INSERT INTO deliveries (shard, sequence, provider, environment, idempotency_key, content_id, outcome, received_at,
         last_seen_at, duplicates, event, known, subject_kind, subject_id, subject_status, dialect, scope, form, key_id, uncovered, listed)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(listed), 0) + 1 FROM deliveries))
       ON CONFLICT (provider, environment, idempotency_key, content_id) DO UPDATE SET
         duplicates = max(duplicates, excluded.duplicates), last_seen_at = max(last_seen_at, excluded.last_seen_at)`,
    )
    .bind(
      summary.shard,
      summary.sequence,
      summary.provider,
      summary.environment,
      summary.idempotencyKey,
      summary.contentId,
      summary.outcome,
      summary.receivedAt,
      summary.lastSeenAt,
      summary.duplicates,
      summary.event,
      summary.known ? 1 : 0,
      summary.subject.kind,
      summary.subject.id,
      summary.subject.status,
      summary.dialect,
      summary.scope,
      summary.form,
      summary.keyId,
      JSON.stringify(summary.uncovered),
    );
}

export async function listDeliveries(query: URLSearchParams, env: Env, traceId: string): Promise<Response> {
  const asked = query.get("limit") ?? String(DEFAULT_LIMIT);
  const limit = /^\d{1,3}$/.test(asked) ? Number(asked) : 0;
  if (limit < 1 || limit > MAX_LIMIT) {
    return problem("bad_parameter", `limit must be a whole number from 1 to ${MAX_LIMIT}.`, traceId);
  }
  const before = query.get("before");
  const place = before === null ? null : parseId(before);
  if (before !== null && place === null) {
    return problem("bad_parameter", "before must be the id of a delivery, such as 3-17.", traceId);
  }
  const after =
    place === null
      ? ""
      : "WHERE listed < (SELECT max(listed) FROM deliveries WHERE shard = ? AND sequence = ?)";
  const { results } = await env.INDEX.prepare(
    `SELECT * FROM deliveries ${after} ORDER BY listed DESC LIMIT ?`,
  )
    .bind(...(place === null ? [] : [place.shard, place.sequence]), limit + 1)
    .all<IndexRow>();
  // Nothing is before what is not there, which is not to look like the end of the list.
  if (place !== null && results.length === 0 && !(await isIndexed(place, env.INDEX))) {
    return problem(
      "bad_parameter",
      "before must be the id of a delivery; there is none of this id.",
      traceId,
    );
  }
  const deliveries = results.slice(0, limit).map(fromIndex);
  return Response.json({ deliveries, next: results.length > limit ? (deliveries.at(-1)?.id ?? null) : null });
}

export async function showDelivery(id: string, env: Env, traceId: string): Promise<Response> {
  const place = parseId(id);
  const known = place !== null && place.shard < (await shardCount(env));
  const row = known ? ((await ledger(env, place.shard).show(place.sequence)) as Full | null) : null;
  if (row === null) return problem("not_found", "There is no such delivery.", traceId);
  const { signedText, received, state, attempts, ...summary } = row;
  return Response.json({
    ...printed(summary),
    state,
    attempts,
    signedText,
    // Readable, because a body that verified is UTF-8; unverified, because it holds more than what was signed.
    receivedUnverified: received === null ? null : new TextDecoder().decode(received),
  });
}

async function isIndexed({ shard, sequence }: Place, index: D1Database): Promise<boolean> {
  const row = await index
    .prepare("SELECT 1 FROM deliveries WHERE shard = ? AND sequence = ?")
    .bind(shard, sequence)
    .first();
  return row !== null;
}

interface Place {
  readonly shard: number;
  readonly sequence: number;
}

function parseId(id: string): Place | null {
  const [, shard, sequence] = /^(\d{1,3})-(\d{1,15})$/.exec(id) ?? [];
  return shard === undefined || sequence === undefined
    ? null
    : { shard: Number(shard), sequence: Number(sequence) };
}

/** A delivery as the API prints it; times as RFC 3339 in UTC. */
interface Printed extends Omit<Summary, "shard" | "sequence" | "receivedAt" | "lastSeenAt"> {
  readonly id: string;
  readonly receivedAt: string;
  readonly lastSeenAt: string;
}

function printed({ shard, sequence, receivedAt, lastSeenAt, ...rest }: Summary): Printed {
  return {
    id: `${shard}-${sequence}`,
    receivedAt: new Date(receivedAt).toISOString(),
    lastSeenAt: new Date(lastSeenAt).toISOString(),
    ...rest,
  };
}

type IndexRow = {
  shard: number;
  sequence: number;
  provider: "conomy";
  environment: string;
  idempotency_key: string;
  content_id: string;
  outcome: Summary["outcome"];
  received_at: number;
  last_seen_at: number;
  duplicates: number;
  event: string | null;
  known: number;
  subject_kind: Summary["subject"]["kind"];
  subject_id: string | null;
  subject_status: string | null;
  dialect: Summary["dialect"];
  scope: Summary["scope"];
  form: Summary["form"];
  key_id: string;
  uncovered: string;
};

function fromIndex(row: IndexRow): Printed {
  return printed({
    shard: row.shard,
    sequence: row.sequence,
    provider: row.provider,
    environment: row.environment,
    idempotencyKey: row.idempotency_key,
    contentId: row.content_id,
    outcome: row.outcome,
    receivedAt: row.received_at,
    lastSeenAt: row.last_seen_at,
    duplicates: row.duplicates,
    event: row.event,
    known: row.known === 1,
    subject: { kind: row.subject_kind, id: row.subject_id, status: row.subject_status },
    dialect: row.dialect,
    scope: row.scope,
    form: row.form,
    keyId: row.key_id,
    uncovered: JSON.parse(row.uncovered) as string[],
  });
}
