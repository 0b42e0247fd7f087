/** What the tests share: the gate as its senders see it, and its parts as the platform sees them. */
import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { sign } from "compliance-gate";
import { expect } from "vitest";
import type { Env } from "../src/env.ts";
import worker from "../src/index.ts";
import type { Entry, Ledger, Pointer } from "../src/ledger.ts";

export const SECRET = "WEBHOOK_SECRET";
export const TOKEN = "token-of-the-tests";
const ORIGIN = "http://gate.test";

/** Sends a request through the gate's own entry, with these settings changed. */
export async function ask(
  path: string,
  init: RequestInit = {},
  changed: Partial<Record<keyof Env, unknown>> = {},
): Promise<Response> {
  const request = new Request(ORIGIN + path, init) as Request<unknown, IncomingRequestCfProperties>;
  return worker.fetch(request, { ...env, ...changed } as Env);
}

export function post(body: BodyInit, headers: HeadersInit = {}, changed = {}): Promise<Response> {
  return ask("/webhooks/conomy", { method: "POST", body, headers }, changed);
}

/** Signs as the provider would, and posts. */
export function deliver(unsigned: object | string, dialect: "body" | "header" = "body"): Promise<Response> {
  const { body, headers } = sign(unsigned, SECRET, { dialect });
  return post(body, headers);
}

/** The provider's sample, about a transaction of its own. */
export function sample({
  id = freshId(),
  event = "Transaction.Captured",
  status = "CAPTURED",
  amount = "50000",
} = {}) {
  return {
    event,
    data: {
      transaction: {
        id,
        purchaseAmount: amount,
        totalAmount: amount,
        externalId: "123456",
        currency: "COP",
        status,
      },
    },
  };
}

export function freshId(): string {
  return crypto.randomUUID().replaceAll("-", "").slice(0, 24);
}

export async function json(response: Response): Promise<Record<string, unknown>> {
  return (await response.json()) as Record<string, unknown>;
}

/** Asserts a problem+json answer with this status and code; returns it. */
export async function expectProblem(
  response: Response,
  status: number,
  code: string,
): Promise<Record<string, unknown>> {
  const body = await json(response);
  expect({ status: response.status, code: body.code }).toEqual({ status, code });
  expect(response.headers.get("Content-Type")).toBe("application/problem+json");
  expect(body).toMatchObject({
    type: "about:blank",
    status,
    title: expect.any(String),
    detail: expect.stringMatching(/\S/),
  });
  expect(body.traceId).toBe(response.headers.get("X-Trace-Id"));
  return body;
}

/** Asks the API. */
export async function api(path: string): Promise<Record<string, unknown>> {
  const response = await ask(path, { headers: { Authorization: `Bearer ${TOKEN}` } });
  expect(response.status).toBe(200);
  return json(response);
}

/** Waits until `look` gives something, at most ten seconds. */
export async function until<T>(look: () => Promise<T | null | undefined | false>): Promise<T> {
  const deadline = performance.now() + 10_000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (performance.now() > deadline) throw new Error("waited ten seconds in vain");
    await scheduler.wait(50);
  }
}

/** A shard of one's own, with a queue in place of the real one. */
export async function shardWith(queue: {
  sendBatch(messages: Iterable<{ body: Pointer }>): Promise<unknown>;
}) {
  const shard = 1000 + Math.floor(Math.random() * 1e9);
  const stub = env.LEDGER.getByName(`shard-${shard}`);
  await replaceQueue(stub, queue);
  return { shard, stub };
}

/** Lasts until the object is evicted. */
export function replaceQueue(stub: DurableObjectStub<Ledger>, queue: unknown): Promise<void> {
  return runInDurableObject<Ledger, void>(stub, (ledger) => {
    const inside = ledger as unknown as { env: Env };
    inside.env = { ...inside.env, DELIVERIES: queue as Env["DELIVERIES"] };
  });
}

/** A queue that takes everything and delivers nothing. */
export function sink() {
  const taken: Pointer[][] = [];
  return {
    taken,
    async sendBatch(messages: Iterable<{ body: Pointer }>) {
      taken.push([...messages].map(({ body }) => body));
    },
  };
}

/** An entry as `receive.ts` makes it. */
export function entry(over: Partial<Entry> = {}): Entry {
  const id = freshId();
  return {
    provider: "conomy",
    environment: "test",
    idempotencyKey: `Transaction.Captured:${id}:CAPTURED`,
    contentId: `content of ${id}`,
    event: "Transaction.Captured",
    known: true,
    subject: { kind: "transaction", id, status: "CAPTURED" },
    dialect: "body",
    scope: "whole-body",
    form: "wire",
    keyId: "test",
    uncovered: [],
    signedText: "{}",
    received: null,
    ...over,
  };
}
