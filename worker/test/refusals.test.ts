/** Bad input: each a coded problem, nothing stored, and the next request served as if nothing had happened. */
import { sign } from "compliance-gate";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ask, deliver, expectProblem, json, post, SECRET, sample, TOKEN } from "./gate.ts";

const genuine = sign(sample(), SECRET).body;
const signature = /"signature":"([0-9a-f]{64})"/.exec(genuine)?.[1] ?? "";
const bytes = (text: string) => new TextEncoder().encode(text);

const refused: [
  name: string,
  body: BodyInit,
  status: number,
  code: string,
  headers: HeadersInit | undefined,
][] = [
  ["an empty body", "", 400, "body_empty", undefined],
  ["no JSON", "hello", 400, "body_not_json", undefined],
  ["half a body", genuine.slice(0, -20), 400, "body_not_json", undefined],
  ["an array", `[${genuine}]`, 400, "body_not_object", undefined],
  [
    "a byte order mark",
    new Uint8Array([0xef, 0xbb, 0xbf, ...bytes(genuine)]),
    400,
    "body_not_json",
    undefined,
  ],
  ["truncated UTF-8", new Uint8Array([...bytes('{"event":"'), 0xe2, 0x82]), 400, "body_not_utf8", undefined],
  ["10,000 levels", `{"data":${"[".repeat(10_000)}${"]".repeat(10_000)}}`, 400, "body_too_deep", undefined],
  ["10 MB", new Uint8Array(10_000_000).fill(0x20), 413, "body_too_large", undefined],
  [
    "a second event",
    genuine.replace("{", '{"event":"Transaction.Failed",'),
    400,
    "duplicate_member",
    undefined,
  ],
  [
    "a second event, spelt with an escape",
    genuine.replace("{", '{"ev\\u0065nt":"Transaction.Failed",'),
    400,
    "duplicate_member",
    undefined,
  ],
  [
    "two signatures",
    genuine.replace("{", `{"signature":"${signature}",`),
    400,
    "duplicate_member",
    undefined,
  ],
  ["no signature", JSON.stringify(sample()), 401, "signature_missing", undefined],
  [
    "a signature that is a number",
    genuine.replace(`"${signature}"`, "12"),
    401,
    "signature_malformed",
    undefined,
  ],
  ["63 hex digits", genuine.replace(signature, signature.slice(1)), 401, "signature_malformed", undefined],
  ["65 hex digits", genuine.replace(signature, `${signature}0`), 401, "signature_malformed", undefined],
  ["another amount", genuine.replace("50000", "99999"), 401, "signature_mismatch", undefined],
  ["another's signature", genuine.replace(signature, "0".repeat(64)), 401, "signature_mismatch", undefined],
  [
    "a header that does not match",
    genuine,
    401,
    "signature_mismatch",
    { "X-Webhook-Signature": "0".repeat(64) },
  ],
];

describe("a refused delivery", () => {
  it.each(refused)("%s", async (_, body, status, code, headers) => {
    await expectProblem(await post(body, headers), status, code);
    expect((await deliver(sample())).status).toBe(200);
  });

  it("a header with two values", async () => {
    const headers = new Headers([
      ["X-Webhook-Signature", signature],
      ["X-Webhook-Signature", signature],
    ]);
    await expectProblem(await post(genuine, headers), 401, "signature_repeated");
  });

  it("a compressed body, with a word about that", async () => {
    const packed = new Blob([genuine]).stream().pipeThrough(new CompressionStream("gzip"));
    const body = await new Response(packed).arrayBuffer();
    const response = await post(body, { "Content-Encoding": "gzip" });
    expect(String((await json(response.clone())).detail)).toContain("Content-Encoding");
    await expectProblem(response, 400, "body_not_utf8");
  });

  it("10 MB that come in pieces, without a length", async () => {
    let left = 160;
    let cancelled = false;
    const body = new ReadableStream({
      pull(controller) {
        if (left-- > 0) controller.enqueue(new Uint8Array(65_536));
        else controller.close();
      },
      cancel() {
        cancelled = true;
      },
    });
    await expectProblem(await post(body), 413, "body_too_large");
    expect({ left, cancelled }).toEqual({ left: -1, cancelled: false }); // read to its end, so that the sender hears the answer
  });
});

describe("a wrong door", () => {
  it.each(["GET", "HEAD", "PUT", "DELETE", "OPTIONS"])("%s /webhooks/conomy", async (method) => {
    const response = await ask("/webhooks/conomy", { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("Allow")).toBe("POST");
  });

  it.each(["/api", "/api/nothing", "/webhooks/conomy//", "/webhooks/other", "/sandbox/other", "/nothing"])(
    "%s",
    async (path) => {
      await expectProblem(await ask(path, { method: "POST", body: "x" }), 404, "not_found");
    },
  );
});

describe("the log", () => {
  afterEach(() => vi.restoreAllMocks());

  it("holds codes, and no body, secret, signature or token", async () => {
    const lines: string[] = [];
    for (const level of ["log", "warn", "error", "info", "debug"] as const) {
      vi.spyOn(console, level).mockImplementation(
        (...parts: unknown[]) => void lines.push(parts.map(String).join(" ")),
      );
    }
    for (const [, body, , , headers] of refused) await post(body, headers);
    await deliver(sample({ id: "5ec2e7-person", amount: "77077" }));
    await ask("/api/deliveries", { headers: { Authorization: "Bearer guessed-token" } });
    await ask("/api/deliveries", { headers: { Authorization: `Bearer ${TOKEN}` } });
    await post(genuine, {}, { GATE_SANDBOX: undefined });
    vi.restoreAllMocks();

    expect(lines.length).toBeGreaterThanOrEqual(refused.length + 1);
    const fields = new Set<string>();
    for (const line of lines) for (const name of Object.keys(JSON.parse(line) as object)) fields.add(name);
    expect([...fields].sort()).toEqual(["code", "delivery", "keyId", "level", "traceId"]);
    const all = lines.join("\n");
    for (const secret of [SECRET, TOKEN, "guessed-token", signature, "5ec2e7-person", "77077", "123456"])
      expect(all).not.toContain(secret);
  });
});
