/** A row of the ledger, and the delivery it stands for. */
import type { Entry, Full } from "./ledger.ts";

/** As `schema.ts` declares it. */
export type Row = {
  sequence: number;
  provider: "conomy";
  environment: string;
  idempotency_key: string;
  content_id: string;
  outcome: "accepted" | "conflict";
  received_at: number;
  last_seen_at: number;
  duplicates: number;
  event: string | null;
  known: number;
  subject_kind: "transaction" | "customer" | "onboarding" | null;
  subject_id: string | null;
  subject_status: string | null;
  dialect: Entry["dialect"];
  scope: Entry["scope"];
  form: Entry["form"];
  key_id: string;
  uncovered: string;
  signed_text: string;
  received_unverified: ArrayBuffer | null;
  state: "pending" | "confirmed";
  attempts: number;
};

export function full(shard: number, row: Row): Full {
  return {
    shard,
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
    signedText: row.signed_text,
    received: row.received_unverified === null ? null : new Uint8Array(row.received_unverified),
    state: row.state,
    attempts: row.attempts,
  };
}
