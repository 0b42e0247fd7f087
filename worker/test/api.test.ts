/** The API behind the token, and the sandbox behind its binding. */
import { describe, expect, it } from "vitest";
import { env } from "cloudflare:workers";
import { ledger } from "../src/shards.ts";
import {
  api,
  ask,
  deliver,
  expectProblem,
  freshId,
  json,
  replaceQueue,
  sample,
  sink,
  TOKEN,
  until,
} from "./gate.ts";

const bearer = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });

describe("the token", () => {
  it.each([
    ["none", {}],
    ["an empty one", bearer("")],
    ["another", bearer("wrong")],
    ["a longer one", bearer(`${TOKEN}x`)],
    ["two", bearer(`${TOKEN} ${TOKEN}`)],
    ["basic", { headers: { Authorization: `Basic ${btoa(`x:${TOKEN}`)}` } }],
  ])("%s is refused everywhere", async (_, init) => {
    for (const path of ["/api/backlog", "/api/deliveries", "/api/deliveries/0-1"]) {
      const response = await ask(path, init);
      expect(response.headers.get("WWW-Authenticate")).toMatch(/^Bearer realm="compliance-gate"/);
      await expectProblem(response, 401, "unauthorized");
    }
  });

  it("that is not set lets nobody in", async () => {
    for (const unset of [undefined, ""]) {
      await expectProblem(
        await ask("/api/deliveries", bearer(""), { GATE_API_TOKEN: unset }),
        503,
        "not_configured",
      );
    }
  });

  it("is taken in any case of its scheme, and the answer is not to be kept", async () => {
    const response = await ask("/api/deliveries", { headers: { Authorization: `bearer ${TOKEN}` } });
    expect(response.status).toBe(200);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(response.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
  });
});

interface Listing {
  readonly deliveries: {
    readonly id: string;
    readonly idempotencyKey: string;
    readonly receivedAt: string;
  }[];
  readonly next: string | null;
}

describe("the listing", () => {
  it("has the latest listed first, in pages that miss and repeat nothing", async () => {
    const all = async () => ((await api("/api/deliveries?limit=200")) as unknown as Listing).deliveries;
    const keys: unknown[] = [];
    for (let n = 0; n < 7; n++) keys.push((await json(await deliver(sample()))).idempotencyKey);
    await until(async () => (await all()).length >= 7);
    const listed = await all();
    const seen: Listing["deliveries"] = [];
    for (let before: string | null = ""; before !== null; ) {
      const page = (await api(
        `/api/deliveries?limit=2${before && `&before=${before}`}`,
      )) as unknown as Listing;
      expect(page.deliveries.length).toBeLessThanOrEqual(2);
      seen.push(...page.deliveries);
      before = page.next;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(seen).toEqual(listed);
    for (const key of keys) expect(seen.map(({ idempotencyKey }) => idempotencyKey)).toContain(key);

    const late = (await json(await deliver(sample()))).idempotencyKey;
    await until(async () => (await all())[0]?.idempotencyKey === late);
  });

  it.each([
    "limit=0",
    "limit=201",
    "limit=x",
    "limit=1.5",
    "limit=0x10",
    "limit=1e2",
    "limit=",
    "before=x",
    "before=1",
    "before=1-2-3",
    "before=0-0",
    "before=7-999999",
  ])("refuses ?%s", async (query) => {
    await expectProblem(await ask(`/api/deliveries?${query}`, bearer(TOKEN)), 400, "bad_parameter");
  });
});

describe("a slash behind an address", () => {
  it.each(["/api/deliveries", "/api/backlog", "/healthz"])("makes no difference to %s", async (path) => {
    const [without, behind] = await Promise.all([path, `${path}/`].map((asked) => ask(asked, bearer(TOKEN))));
    expect(behind?.status).toBe(200);
    expect(await json(behind as Response)).toEqual(await json(without as Response));
  });

  it("opens nothing: the token is asked for all the same, and two are nowhere", async () => {
    for (const path of ["/api/backlog/", "/api/deliveries/"])
      await expectProblem(await ask(path), 401, "unauthorized");
    await expectProblem(await ask("/api/backlog//", bearer(TOKEN)), 404, "not_found");
  });
});

describe("the backlog", () => {
  it("is what is in the ledger and not yet in the list", async () => {
    await until(async () => (await api("/api/backlog")).owed === 0);
    expect(await api("/api/backlog")).toEqual({ owed: 0, oldest: null });

    const shards = Array.from({ length: 8 }, (_, shard) => ledger(env, shard));
    await Promise.all(shards.map((stub) => replaceQueue(stub, sink())));
    const before = Date.now();
    await deliver(sample());
    await deliver(sample());
    const { owed, oldest } = await api("/api/backlog");
    expect(owed).toBe(2);
    expect(Date.parse(String(oldest))).toBeGreaterThanOrEqual(before);

    // The ledger sends once more, after five seconds.
    await Promise.all(shards.map((stub) => replaceQueue(stub, env.DELIVERIES)));
    await until(async () => (await api("/api/backlog")).owed === 0);
  }, 30_000);
});

describe("one delivery", () => {
  it("is shown with what was signed and, marked unverified, what was received", async () => {
    const id = freshId();
    await deliver(sample({ id }));
    const listed = await until(async () =>
      ((await api("/api/deliveries?limit=200")) as unknown as Listing).deliveries.find((row) =>
        row.idempotencyKey.includes(id),
      ),
    );
    const full = await api(`/api/deliveries/${listed.id}`);
    expect(full).toMatchObject({ ...listed, signedText: JSON.stringify(sample({ id })) });
    expect(JSON.parse(String(full.receivedUnverified))).toEqual({
      ...sample({ id }),
      signature: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    await until(async () => (await api(`/api/deliveries/${listed.id}`)).state === "confirmed");
  });

  it("in the header dialect was received as it was signed", async () => {
    const id = freshId();
    await deliver({ eventType: "payment.settled", transaction: { id, status: "SETTLED" } }, "header");
    const listed = await until(async () =>
      ((await api("/api/deliveries?limit=200")) as unknown as Listing).deliveries.find((row) =>
        row.idempotencyKey.includes(id),
      ),
    );
    expect(await api(`/api/deliveries/${listed.id}`)).toMatchObject({ receivedUnverified: null });
  });

  it.each(["0-999999", "9-1", "999-1", "x", "1", "0-1'", "../x"])("%s is not there", async (id) => {
    await expectProblem(await ask(`/api/deliveries/${id}`, bearer(TOKEN)), 404, "not_found");
  });
});

describe("the sandbox", () => {
  const send = (options?: object | string, changed = {}, headers: HeadersInit = {}) =>
    ask(
      "/sandbox/deliveries",
      {
        method: "POST",
        headers,
        body: typeof options === "string" ? options : JSON.stringify(options ?? {}),
      },
      changed,
    );

  it("exists only under its binding", async () => {
    for (const binding of [undefined, "", "1", "remote"])
      await expectProblem(await send({}, { GATE_SANDBOX: binding }), 404, "not_found");
  });

  it("sends the provider's sample through the webhook", async () => {
    const id = freshId();
    expect(await json(await send({ id }))).toEqual({
      outcome: "accepted",
      idempotencyKey: `Transaction.Captured:${id}:CAPTURED`,
    });
    expect(await json(await send({ id, repeat: 2 }))).toMatchObject({ outcome: "duplicate" });
    expect(await json(await send({ id, amount: "1" }))).toMatchObject({ outcome: "conflict" });
    expect(await json(await send({ dialect: "header", event: "Transaction.Failed" }))).toMatchObject({
      outcome: "accepted",
      idempotencyKey: expect.stringMatching(/^Transaction\.Failed:[0-9a-f]{24}:FAILED$/),
    });
    expect((await send("")).status).toBe(200);
  });

  it.each([
    "[]",
    "x",
    '{"id":1}',
    '{"dialect":"both"}',
    '{"repeat":21}',
    '{"repeat":-1}',
    `{"id":"${"x".repeat(5000)}"}`,
  ])("refuses %.20s", async (options) => {
    await expectProblem(await send(options), 400, "bad_parameter");
  });

  it("is not for other sites", async () => {
    await expectProblem(await send({}, {}, { Origin: "https://elsewhere.example" }), 403, "cross_origin");
    expect((await send({}, {}, { Origin: "http://gate.test" })).status).toBe(200);
  });

  it("answers to POST only", async () => {
    await expectProblem(await ask("/sandbox/deliveries"), 405, "method_not_allowed");
  });
});
