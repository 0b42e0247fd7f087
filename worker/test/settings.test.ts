/** What the gate does with the settings it is given. */
import { sign } from "compliance-gate";
import { afterEach, describe, expect, it, vi } from "vitest";
import { RECORD_LIMIT_MS } from "../src/receive.ts";
import { ask, expectProblem, json, post, SECRET, sample, until } from "./gate.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("keys", () => {
  const { body, headers } = sign(sample(), "a secret of its own");

  it.each([
    ["a plain secret", "a secret of its own", "0"],
    ["one with an id", '{"2026-11":"a secret of its own"}', "2026-11"],
    ["the second of two, in rotation", '{"new":"another","old":"a secret of its own"}', "old"],
  ])("%s", async (_, secrets, keyId) => {
    const log = vi.spyOn(console, "log");
    const response = await post(body, headers, { CONOMY_WEBHOOK_SECRETS: secrets, GATE_SANDBOX: undefined });
    expect(response.status).toBe(200);
    expect(JSON.parse(String(log.mock.lastCall?.[0]))).toMatchObject({ keyId });
  });

  it.each([
    ["none", undefined],
    ["an empty one", "  "],
    ["no JSON", '{"a":'],
    ["no key in it", "{}"],
    ["a key that is no string", '{"a":1}'],
    ["an empty key", '{"a":""}'],
    [
      "nine keys",
      JSON.stringify(Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`k${n}`, `s${n}`]))),
    ],
  ])("%s: not configured, and the provider is to try again", async (_, secrets) => {
    const response = await post(body, headers, { CONOMY_WEBHOOK_SECRETS: secrets });
    expect(response.headers.get("Retry-After")).toBe("30");
    await expectProblem(response, 503, "not_configured");
    expect((await ask("/healthz", {}, { CONOMY_WEBHOOK_SECRETS: secrets })).status).toBe(503);
  });

  it.each([SECRET, `${SECRET}\n`, ` ${SECRET}`, `{"a":"fine","b":"${SECRET}"}`, `{"a":"${SECRET} "}`])(
    "the sandbox secret %s is refused without the local binding, loudly",
    async (secrets) => {
      const sandboxed = sign(sample(), SECRET);
      for (const binding of [undefined, "", "true", "remote"]) {
        const error = vi.spyOn(console, "error").mockImplementation(() => {});
        const changed = { CONOMY_WEBHOOK_SECRETS: secrets, GATE_SANDBOX: binding };
        const { detail } = await expectProblem(
          await post(sandboxed.body, sandboxed.headers, changed),
          503,
          "not_configured",
        );
        const said = error.mock.calls.flat().join("\n");
        expect(said).toContain("sandbox_secret_refused");
        expect((said + detail).replaceAll("CONOMY_WEBHOOK_SECRETS", "")).not.toContain(SECRET);
        vi.restoreAllMocks();
        // Another setting in between, so that the refusal is made anew.
        await ask("/healthz", {}, { CONOMY_WEBHOOK_SECRETS: "other" });
      }
    },
  );
});

describe("shards", () => {
  const { body, headers } = sign(sample(), SECRET);

  it.each(["0", "-1", "257", "8.5", "16 shards"])(
    "%s is no number of them: not configured",
    async (shards) => {
      await expectProblem(await post(body, headers, { GATE_SHARDS: shards }), 503, "not_configured");
      expect((await ask("/healthz", {}, { GATE_SHARDS: shards })).status).toBe(503);
    },
  );
});

describe("a ledger that cannot be reached", () => {
  const { body, headers } = sign(sample(), SECRET);
  const ledgerThat = (record: () => Promise<unknown>) => ({
    LEDGER: { getByName: () => ({ shardCount: async () => 8, record }) },
  });

  it("throws: 503, so that the provider retries", async () => {
    const response = await post(
      body,
      headers,
      ledgerThat(() => Promise.reject(new Error("gone"))),
    );
    expect(response.headers.get("Retry-After")).toBe("30");
    await expectProblem(response, 503, "not_stored");
  });

  it("hangs: 503 within the provider's ten seconds", async () => {
    expect(RECORD_LIMIT_MS).toBeLessThan(9_000);
    vi.spyOn(console, "error").mockImplementation(() => {});
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    let answered: Response | null = null;
    const asked = post(
      body,
      headers,
      ledgerThat(() => new Promise(() => {})),
    ).then((response) => (answered = response));
    await until(async () => vi.getTimerCount() === 1);
    await vi.advanceTimersByTimeAsync(RECORD_LIMIT_MS - 1);
    expect(answered).toBeNull();
    await vi.advanceTimersByTimeAsync(1);
    await expectProblem(await asked, 503, "not_stored");
  });
});

describe("health", () => {
  it("says what is in force", async () => {
    const response = await ask("/healthz");
    expect(response.status).toBe(200);
    expect(await json(response)).toEqual({
      status: "ok",
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      environment: "test",
      shards: { recorded: 8, setting: 8 },
      api: "ok",
      sandbox: true,
    });
  });

  it("is well without a token, which no delivery needs", async () => {
    const response = await ask("/healthz", {}, { GATE_API_TOKEN: undefined });
    expect([response.status, await json(response)]).toEqual([
      200,
      expect.objectContaining({ status: "ok", api: "not_configured" }),
    ]);
  });

  it("keeps to the number of shards recorded first, and says so", async () => {
    const { status, shards } = (await json(await ask("/healthz", {}, { GATE_SHARDS: "16" }))) as {
      status: string;
      shards: object;
    };
    expect(status).toBe("ok");
    expect(shards).toEqual({ recorded: 8, setting: 16, note: expect.stringContaining("8 recorded") });
  });

  it("defaults to production", async () => {
    expect(await json(await ask("/healthz", {}, { GATE_ENVIRONMENT: undefined }))).toMatchObject({
      environment: "production",
    });
  });
});
