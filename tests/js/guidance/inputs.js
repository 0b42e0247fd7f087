// What else may be given: nothing may come of it but an answer or a GateError.

import { codeOf } from "../conformance/vector.js";

const CHECK = { type: "DOC_FATCA", passed: false, required: true, suggestedAction: "UPLOAD_DOCUMENT" };
const STATUS = {
  isCompliant: false,
  onboardingStatus: "PROCESSING",
  nextAction: "UPLOAD_DOCUMENT",
  checks: [CHECK],
};

/** Each with the code that refuses it, one of several, or null where there is guidance. */
function statuses() {
  const cyclic = { ...STATUS };
  cyclic.self = cyclic;
  return {
    "no JSON": ["nope", "status_not_json"],
    "no text": ["", "status_empty"],
    "an array": [[], "status_not_object"],
    null: [null, "status_not_object"],
    undefined: [undefined, "status_not_json"],
    "a function": [() => STATUS, "status_not_json"],
    "a symbol": [Symbol("status"), "status_not_json"],
    "a number": [1, "status_not_object"],
    "a BigInt": [1n, "status_not_json"],
    "a BigInt inside": [{ ...STATUS, id: 1n }, "status_not_json"],
    "a cycle": [cyclic, "status_not_json"],
    "a getter that throws": [
      {
        get checks() {
          throw new TypeError("no checks");
        },
      },
      "status_not_json",
    ],
    "a proxy that throws": [
      new Proxy(
        {},
        {
          get() {
            throw new TypeError("no member");
          },
        },
      ),
      "status_not_json",
    ],
    "a toJSON that gives nothing": [{ toJSON: () => undefined }, "status_not_json"],
    "objects nested 200 deep": [nested(200), "status_too_deep"],
    // Some runtimes print it, and the stack of others ends before.
    "objects nested 100,000 deep": [nested(100_000), "status_not_json", "status_too_deep"],
    "10 MB of text": [`{"isCompliant":false,"x":"${"x".repeat(10 << 20)}"}`, "status_too_large"],
    "10 MB as an object": [{ ...STATUS, x: "x".repeat(10 << 20) }, "status_too_large"],
    "10 MB of bytes": [new Uint8Array(10 << 20), "status_too_large"],
    "bytes that are not UTF-8": [new Uint8Array([0x7b, 0xff, 0x7d]), "status_not_utf8"],
    "text with a lone surrogate": ['{"isCompliant":false,"x":"\ud800"}', "body_not_well_formed"],
    "a lone surrogate in an object": [{ ...STATUS, checks: [{ ...CHECK, type: "\ud800" }] }, null],
    "100,000 checks": [{ ...STATUS, checks: Array(100_000).fill(CHECK) }, "status_too_large"],
    "100,000 empty checks": [{ ...STATUS, checks: Array(100_000).fill({}) }, "status_too_wide"],
    "2,000 checks": [{ ...STATUS, checks: Array(2000).fill(CHECK) }, "status_too_many_checks"],
    "checks that are no array": [{ ...STATUS, checks: "all" }, null],
    "checks that are an object": [{ ...STATUS, checks: { 0: CHECK } }, null],
    "checks that are none": [{ ...STATUS, checks: [null, 1, "x", [], {}] }, null],
    "a check without a type": [{ ...STATUS, checks: [{ ...CHECK, type: undefined }] }, null],
    "numbers for booleans": [
      { ...STATUS, isCompliant: 1, checks: [{ ...CHECK, passed: 0, required: 1 }] },
      null,
    ],
    "prototype-named members": [
      '{"__proto__":{"isCompliant":true},"constructor":1,"toString":2,"isCompliant":false,"checks":[{"type":"__proto__","passed":false,"required":true,"suggestedAction":"constructor"}]}',
      null,
    ],
    "an object with a member __proto__": [JSON.parse('{"__proto__":{},"isCompliant":false}'), null],
    "an object without a prototype": [Object.assign(Object.create(null), STATUS), null],
    "undefined members and a date": [{ ...STATUS, traceId: undefined, at: new Date(0) }, null],
  };
}

const CONTEXTS = [
  1,
  "x",
  [],
  true,
  () => {},
  { polls: -1 },
  { polls: "1" },
  { usPerson: "yes" },
  { strategy: "SDK" },
  { lastEvent: "" },
  { lastEvent: "{" },
  { lastEvent: '"CUSTOMER_KYC_ERROR"' },
  { lastEvent: '\ufeff{"eventType":"CUSTOMER_KYC_ERROR"}' },
  { lastEvent: "null" },
  { lastEvent: "5" },
  { polls: Number.NaN },
  { polls: Number.POSITIVE_INFINITY },
  { lastEvent: [] },
  { lastEvent: new Uint8Array([0x7b, 0xff, 0x7d]) },
  { lastEvent: new Uint8Array() },
];

export function inputs(library, _vectors, { test, equal }) {
  const runner = { equal };
  const { interpretStatus, validateDocument, adviseRetry } = library;
  const usual = JSON.stringify(interpretStatus(STATUS));

  for (const [name, [status, ...codes]] of Object.entries(statuses())) {
    test(`input: a status that is ${name}`, () => {
      let guidance;
      const found = codeOf(library, runner, () => {
        guidance = interpretStatus(status);
      });
      equal(codes.includes(found ?? null), true, `${found ?? null} of ${codes}`);
      if (found === undefined) equal(guidance.isCompliant, false, "guidance");
      equal(JSON.stringify(interpretStatus(STATUS)), usual, "a valid status afterwards");
      equal(Object.prototype.isCompliant, undefined, "the prototype of everything");
    });
  }

  test("input: a status as text, bytes, a buffer, a view and an object gives the same", () => {
    const text = JSON.stringify(STATUS);
    const bytes = new TextEncoder().encode(text);
    const views = [
      bytes,
      bytes.buffer,
      new DataView(bytes.buffer),
      new Uint8Array([0, ...bytes]).subarray(1),
    ];
    for (const status of [
      text,
      `\n${text} `,
      ...views,
      STATUS,
      { message: "m", data: STATUS, traceId: "t" },
    ]) {
      equal(JSON.stringify(interpretStatus(status)), usual, typeof status);
    }
    for (const context of [null, undefined, {}, { strategy: null, customerId: undefined }]) {
      equal(JSON.stringify(interpretStatus(text, context)), usual, "no context");
    }
  });

  test("input: a context that says nothing usable is refused", () => {
    for (const context of CONTEXTS) {
      const code = codeOf(library, runner, () => interpretStatus(STATUS, context));
      equal(code, "invalid_options", String(context));
    }
  });

  test("input: what is no number is refused and not left out", () => {
    const { reviewState, auditRecords, checkLimits, redelivery, tokenRefreshAt } = library;
    const payment = { id: "1", status: "REQUIRES_REVIEW", createdAt: "2026-04-17T15:30:00Z" };
    const document = { provider: "connect", type: "W9", size: 5 };
    const failed = { status: 503, attempt: 1, now: 0, random: 0 };
    for (const odd of [Number.NaN, Number.POSITIVE_INFINITY, new Date(Number.NaN)]) {
      const calls = {
        now: () => reviewState(payment, { now: odd }),
        slaHours: () => reviewState(payment, { now: 0, slaHours: odd }),
        windowHours: () => auditRecords([], [], { now: 0, windowHours: odd }),
        size: () => validateDocument({ ...document, size: odd }),
        "size and bytes": () => validateDocument({ ...document, size: odd, bytes: new Uint8Array(3) }),
        maxBytes: () => validateDocument({ ...document, policy: { maxBytes: odd } }),
        status: () => adviseRetry({ ...failed, status: odd }),
        firstSeen: () => redelivery({ firstSeen: odd, now: 0 }),
        expiresIn: () => tokenRefreshAt({ issuedAt: 0, expiresIn: odd }),
      };
      for (const [name, call] of Object.entries(calls)) {
        equal(codeOf(library, runner, call), "invalid_options", `${name}: ${odd}`);
      }
      const limits = () => checkLimits({ currency: "COP", amount: 5 }, { COP: { minimum: odd } });
      equal(codeOf(library, runner, limits), "invalid_limits", `a limit: ${odd}`);
    }
    const negative = () => tokenRefreshAt({ issuedAt: 0, expiresIn: -3600 });
    equal(codeOf(library, runner, negative), "invalid_options", "a negative life");
    // performance.timeOrigin + performance.now() has a fraction.
    equal(redelivery({ firstSeen: 0.5, now: 30_000.25 }).retries, 1, "instants with a fraction");
    equal(tokenRefreshAt({ issuedAt: 1.5, expiresIn: 3600 }), 3_300_001, "an instant with a fraction");
    const ancient = () => redelivery({ firstSeen: -5, now: 0 });
    equal(codeOf(library, runner, ancient), "invalid_options", "an instant before 1970");
    equal(reviewState(payment, { now: null, slaHours: undefined }).clock, null, "null says nothing");
  });

  test("input: what is wrong with options is the caller's, whatever they are for", () => {
    const { reviewState, auditRecords, checkLimits, documentationTransition, redelivery } = library;
    const payment = { id: "1", status: "REQUIRES_REVIEW" };
    const calls = [
      (options) => reviewState(payment, options),
      (options) => auditRecords([], [], options),
      (options) => adviseRetry(options),
      (options) => documentationTransition(options),
      (options) => redelivery(options),
      (options) => library.tokenRefreshAt(options),
      (options) => library.requiredDocuments(options),
      (options) => library.interpretKycEvent({ eventType: "CUSTOMER_KYC_ERROR" }, options),
    ];
    const odd = ["x", "", "[]", "{", "\ud800", 1, true, [], () => {}, new Uint8Array(1), "x".repeat(2 << 20)];
    for (const [at, call] of calls.entries()) {
      for (const options of odd) {
        equal(
          codeOf(library, runner, () => call(options)),
          "invalid_options",
          `call ${at}, ${String(options)}`.slice(0, 40),
        );
      }
    }
    for (const limits of [...odd, null, undefined]) {
      equal(
        codeOf(library, runner, () => checkLimits({}, limits)),
        "invalid_limits",
        String(limits).slice(0, 20),
      );
    }
    for (const options of [undefined, null, {}, { now: new Date() }, { now: Number.NaN }]) {
      equal(
        codeOf(library, runner, () => auditRecords([], [], options)),
        "invalid_options",
        "no time",
      );
      equal(
        codeOf(library, runner, () => redelivery(options)),
        "invalid_options",
        "no time",
      );
    }
    for (const given of [
      { now: new Date() },
      { attempt: Number.NaN },
      { random: Number.NaN },
      { random: undefined },
    ]) {
      const failed = { status: 503, attempt: 1, now: 0, random: 0 };
      equal(
        codeOf(library, runner, () => adviseRetry({ ...failed, ...given })),
        "invalid_options",
        "a guess",
      );
    }
    equal(
      codeOf(library, runner, () => reviewState(payment, { now: new Date() })),
      "invalid_options",
      "a date",
    );
    equal(reviewState(payment, null).clock, null, "no options");
  });

  test("input: the last event as text, bytes and an object says the same", () => {
    const event = { eventType: "CUSTOMER_KYC_SDK_EXPIRED", data: { customerId: "c-1", onboardingId: "o-1" } };
    const text = JSON.stringify(event);
    const bytes = new TextEncoder().encode(text);
    const open = { checks: [{ type: "SDK_VERIFICATION_COMPLETED", passed: false, required: true }] };
    const read = library.interpretKycEvent(event);
    for (const lastEvent of [
      event,
      read,
      text,
      `\n${text}`,
      bytes,
      bytes.buffer,
      new DataView(bytes.buffer),
    ]) {
      const { phase, call } = interpretStatus(open, { lastEvent });
      equal([phase, call.path], ["expired", "/v1/compliance/kyc/o-1/rerun"], typeof lastEvent);
    }
    const name = new TextEncoder().encode(event.eventType);
    equal(interpretStatus(open, { lastEvent: name }).phase, "expired", "a name's bytes");
  });

  test("input: whatever is given, there is an answer or a GateError", () => {
    const throwing = new Proxy({}, { ownKeys: fail, get: fail });
    const odd = [undefined, null, true, 0, Number.NaN, 1n, "", "x", "{}", "[]", "\udfff", Symbol.iterator];
    const objects = [
      fail,
      [],
      {},
      [[]],
      new Map(),
      new Date(Number.NaN),
      new Uint8Array(3),
      throwing,
      new Error("x"),
    ];
    const names = Object.keys(library).filter((name) => name !== "GateError");
    equal(names.length, 15, "functions");
    for (const name of names) {
      for (const first of [...odd, ...objects]) {
        for (const second of [...odd, ...objects]) {
          codeOf(library, runner, () => library[name](first, second, second));
        }
      }
    }
    equal(JSON.stringify(interpretStatus(STATUS)), usual, "a valid status afterwards");
  });

  test("input: what JSON holds nothing of is refused, not read as an object without members", () => {
    const { interpretKycEvent, reviewState, customerState, checkLimits } = library;
    for (const given of [Promise.resolve({}), new Map([["id", "1"]]), new Error("x"), new Set()]) {
      equal(
        codeOf(library, runner, () => interpretStatus(given)),
        "status_not_json",
      );
      equal(
        codeOf(library, runner, () => interpretStatus(STATUS, given)),
        "invalid_options",
      );
      equal(
        codeOf(library, runner, () => interpretKycEvent(given)),
        "body_not_json",
      );
      equal(
        codeOf(library, runner, () => reviewState(given, { now: 0 })),
        "body_not_json",
      );
      equal(
        codeOf(library, runner, () => customerState(given)),
        "body_not_json",
      );
      equal(
        codeOf(library, runner, () => checkLimits(given, {})),
        "body_not_json",
      );
    }
    equal(customerState(Object.create(null)).operationLevel, null, "an object without a prototype is one");
  });

  test("input: of a large file only the beginning is copied, and its size counts", () => {
    const bytes = new Uint8Array(64 << 20);
    bytes.set(new TextEncoder().encode("%PDF-1.7\n"));
    const document = { provider: "connect", type: "source_of_funds", contentType: "application/pdf", bytes };
    equal(validateDocument(document).ok, true, "no limit");
    const limited = { ...document, policy: { maxBytes: 1 << 20 } };
    const codes = (given) => validateDocument(given).problems.map(({ code }) => code);
    equal(codes(limited), ["too_large"], "too large");
    equal(codes({ ...limited, size: 5 }), ["too_large"], "a size that is too small for its bytes");
    equal(codes({ ...limited, bytes: bytes.subarray(0, 9), size: 2 << 20 }), ["too_large"], "its size alone");
    equal(codes({ ...limited, bytes: bytes.buffer.slice(0, 9) }), [], "a buffer");
    for (const given of [
      { bytes: "%PDF" },
      { size: "5" },
      { size: -1 },
      { size: 1n },
      { provider: "other" },
    ]) {
      const code = codeOf(library, runner, () => validateDocument({ ...document, ...given }));
      equal(code, "invalid_options", Object.keys(given)[0]);
    }
  });

  test("input: headers in any shape, and bodies", () => {
    const failed = { status: 429, attempt: 1, now: 0, random: 0 };
    const shapes = [
      new Headers({ "Retry-After": "7" }),
      new Map([["retry-after", "7"]]),
      { "RETRY-AFTER": ["7"] },
      { "retry-after": 7, other: undefined },
      [["Retry-After", "7"]],
    ];
    for (const headers of shapes) equal(adviseRetry({ ...failed, headers }).afterSeconds, 7, "seconds");
    for (const headers of [1, "retry-after: 7", [["a"]], [1], [["retry-after", null]], new Set([1])]) {
      equal(adviseRetry({ ...failed, headers }).afterSeconds, 1, "no headers");
    }
    const headers = new Proxy({}, { get: fail });
    equal(
      codeOf(library, runner, () => adviseRetry({ ...failed, headers })),
      "invalid_options",
      "headers that throw",
    );
    const refusal = { status: 409, code: "13", type: "alreadyExist", traceId: "t-1" };
    const text = JSON.stringify(refusal);
    for (const body of [refusal, text, new TextEncoder().encode(text)]) {
      const { reason, traceId } = adviseRetry({ ...failed, status: 409, body });
      equal([reason, traceId], ["query_first", "t-1"], typeof body);
    }
    const page = "<html>".repeat(1 << 20);
    const read = { code: "11", detail: page };
    for (const body of [page, new TextEncoder().encode(page), read, JSON.stringify(read), 5, null, []]) {
      equal(adviseRetry({ ...failed, status: 502, body }).reason, "server_error", "a proxy's page");
    }
  });

  test("input: nothing is kept of an answer that a caller changes", () => {
    const first = library.checklist();
    first[0].id = "changed";
    first.length = 1;
    equal(library.checklist().length > 40, true, "items");
    equal(library.checklist()[0].id, "customers.create", "an id");
  });
}

function nested(depth) {
  let value = {};
  for (let level = 0; level < depth; level += 1) value = { a: value };
  return { ...STATUS, value };
}

function fail() {
  throw new TypeError("a caller's own");
}
