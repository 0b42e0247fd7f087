/** Outcomes, as the provider hears them and as the index shows them. */
import { describe, expect, it } from "vitest";
import { api, deliver, freshId, json, sample, until } from "./gate.ts";

interface Listed {
  readonly id: string;
  readonly idempotencyKey: string;
  readonly outcome: string;
  readonly duplicates: number;
  readonly known: boolean;
  readonly event: string | null;
}

async function listed(key: unknown, enough: (rows: Listed[]) => boolean): Promise<Listed[]> {
  return until(async () => {
    const { deliveries } = (await api("/api/deliveries?limit=200")) as { deliveries: Listed[] };
    const rows = deliveries.filter((row) => row.idempotencyKey === key);
    return enough(rows) && rows;
  });
}

describe("a verified delivery", () => {
  it("is accepted, under the documented key", async () => {
    const id = freshId();
    const response = await deliver(sample({ id }));
    expect(response.status).toBe(200);
    expect(await json(response)).toEqual({
      outcome: "accepted",
      idempotencyKey: `Transaction.Captured:${id}:CAPTURED`,
    });
    const [row] = await listed(`Transaction.Captured:${id}:CAPTURED`, (rows) => rows.length > 0);
    expect(row).toMatchObject({
      outcome: "accepted",
      duplicates: 0,
      event: "Transaction.Captured",
      known: true,
      environment: "test",
      provider: "conomy",
      subject: { kind: "transaction", id, status: "CAPTURED" },
      dialect: "body",
      scope: "whole-body",
      form: "wire",
      keyId: "test",
      uncovered: [],
    });
  });

  it("is a duplicate the second time, counted and not listed again", async () => {
    const delivery = sample();
    const { idempotencyKey } = await json(await deliver(delivery));
    for (let n = 0; n < 3; n++) {
      const again = await deliver(delivery);
      expect(again.status).toBe(200);
      expect(await json(again)).toEqual({ outcome: "duplicate", idempotencyKey });
    }
    const rows = await listed(idempotencyKey, (found) => found[0]?.duplicates === 3);
    expect(rows).toHaveLength(1);
  });

  it("is a conflict where the key is known and the content is not, and is listed beside the first", async () => {
    const id = freshId();
    const { idempotencyKey } = await json(await deliver(sample({ id })));
    const other = await deliver(sample({ id, amount: "1" }));
    expect(other.status).toBe(200);
    expect(await json(other)).toEqual({ outcome: "conflict", idempotencyKey });
    expect(await json(await deliver(sample({ id, amount: "1" })))).toMatchObject({ outcome: "duplicate" });
    const rows = await listed(
      idempotencyKey,
      (found) => found.length === 2 && found.some((row) => row.duplicates === 1),
    );
    expect(rows.map(({ outcome, duplicates }) => `${outcome} ${duplicates}`).sort()).toEqual([
      "accepted 0",
      "conflict 1",
    ]);
  });

  it("is accepted in the header dialect", async () => {
    const delivery = {
      eventType: "payment.settled",
      timestamp: "2026-04-17T15:30:00Z",
      transaction: { id: freshId(), status: "SETTLED" },
    };
    const response = await deliver(delivery, "header");
    expect(response.status).toBe(200);
    const { idempotencyKey } = await json(response);
    expect((await listed(idempotencyKey, (rows) => rows.length > 0))[0]).toMatchObject({
      dialect: "header",
      scope: "raw",
      form: "wire",
    });
  });

  it("with an unknown event is stored and marked unknown", async () => {
    const response = await deliver(sample({ event: "Transaction.Teleported" }));
    expect(response.status).toBe(200);
    const { outcome, idempotencyKey } = await json(response);
    expect(outcome).toBe("accepted");
    expect((await listed(idempotencyKey, (rows) => rows.length > 0))[0]).toMatchObject({
      event: "Transaction.Teleported",
      known: false,
    });
  });

  it("that names nothing goes by its content", async () => {
    const response = await deliver({ hello: freshId() });
    expect(await json(response)).toMatchObject({
      outcome: "accepted",
      idempotencyKey: expect.stringContaining("%sha256:"),
    });
  });

  const odd = [
    ["a NUL", "a\u0000b"],
    ["an astral character", "💸"],
    ["a quote", `"'\\`],
    ["a separator", "a:b%c"],
    ["a line separator", "\u2028"],
    ["the empty string", ""],
    ["a lone surrogate", "\ud800"],
    ["SQL", "'); DROP TABLE deliveries; --"],
  ] as const;
  it.each(odd)("may hold %s in its names", async (_, text) => {
    const response = await deliver(sample({ id: `${freshId()}${text}`, event: `Odd${text}`, status: text }));
    expect(response.status).toBe(200);
    const { outcome, idempotencyKey } = await json(response);
    expect(outcome).toBe("accepted");
    await listed(idempotencyKey, (rows) => rows.length === 1);
  });

  it("shows a lone surrogate as one replacement character", async () => {
    const id = freshId();
    const { idempotencyKey } = await json(await deliver(sample({ id: `${id}\ud800`, event: "e\udfffe" })));
    const [row] = await listed(idempotencyKey, (rows) => rows.length === 1);
    expect(row).toMatchObject({ event: "e\ufffde", subject: { id: `${id}\ufffd` } });
  });

  it("sent twenty times at once is accepted once", async () => {
    const delivery = sample();
    const answers = await Promise.all(Array.from({ length: 20 }, async () => json(await deliver(delivery))));
    const outcomes = answers.map(({ outcome }) => outcome).sort();
    expect(outcomes).toEqual(["accepted", ...Array.from({ length: 19 }, () => "duplicate")]);
    const rows = await listed(answers[0]?.idempotencyKey, (found) => found[0]?.duplicates === 19);
    expect(rows).toHaveLength(1);
  });
});
