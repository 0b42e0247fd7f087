// Bodies that were parsed and printed between the provider and here, or that a signer of another language printed.
// In the body dialect a body printed by JSON.stringify verifies; what is left are other writers.

import { HEADER_SAMPLE, hmac, last, SAMPLE } from "../signer.mjs";

const DIGESTS = "the provider's sample as other serialisers print it, executed";
const UNICODE = '{"event":"e","data":{"name":"Jos\u00e9 <\u{1f600}> & /","big":10}}';
const UNICODE_RAW = '{"eventType":"e","transaction":{"name":"Jos\u00e9 \u{1f600} a/b","status":"S"}}';

const DOCUMENTED_ORDER =
  '{"eventType":"payment.settled","timestamp":"2026-04-17T15:30:00Z",' +
  '"transaction":{"id":"69e0","externalId":"bm_abc-123","status":"SETTLED"},"identity":{"id":"69e2"}}';

/** The names of a transaction and a customer, with a value that every writer writes in its own way. */
const TRANSACTION = {
  id: "69e0",
  externalId: "Jos\u00e9 <a/b>",
  status: "SETTLED",
  totalAmount: "2000.00",
  currency: "ARS",
  type: "LOCAL_DEPOSIT",
};
const CUSTOMER = { id: "69e2", firstName: "Jos\u00e9", lastName: "<a/b>", operationLevel: "FULL", autoCreated: false };
const TIMESTAMP = "2026-04-17T15:30:00Z";

/** Events with a timestamp, in the body dialect: behind the data, and before it. */
const TIMED = [
  ["a transaction, the timestamp last", { event: "payment.settled", data: { transaction: TRANSACTION }, timestamp: TIMESTAMP }],
  ["a transaction, the timestamp second", { event: "payment.settled", timestamp: TIMESTAMP, data: { transaction: TRANSACTION } }],
  ["a customer, the timestamp last", { event: "customer.levelChanged", data: { customer: CUSTOMER }, timestamp: TIMESTAMP }],
  ["a customer, the timestamp second", { event: "customer.levelChanged", timestamp: TIMESTAMP, data: { customer: CUSTOMER } }],
];

const WRITERS = [
  ["JSON.stringify", [], (text) => text],
  ["Python", ["Python", "\\u escapes"], (text) => spaced(ascii(text))],
  ["Go", ["Go"], html],
  ["PHP", ["PHP"], (text) => ascii(text).replace(/\//g, "\\/")],
  ["four spaces", ["four spaces"], (text) => pretty(text, 4)],
];

/** Keys sorted on the way, of what any writer has signed. */
function timed() {
  return TIMED.flatMap(([name, unsigned]) =>
    WRITERS.map(([writer, says, printed]) => {
      const text = JSON.stringify(unsigned);
      const signature = hmac(printed(text));
      return {
        ...signer(`keys sorted on the way, ${name}, signed by ${writer}`, ["order", ...says], text, text),
        body: JSON.stringify(sorted({ ...unsigned, signature })),
      };
    }),
  );
}

/** A body dialect's body, its signature over the same content as another writer prints it. */
function signer(name, says, unsigned, signed, source = "ours: the signer printed it so") {
  return row(name, says, source, { body: last(unsigned, hmac(signed)) });
}

/** A header dialect's body, as printed anew on the way. */
function proxy(name, says, sent, received) {
  return row(name, says, "ours: something on the way printed it so", { header: hmac(sent), body: received });
}

function row(name, says, source, given) {
  return {
    name: `re-encoded: ${name}`,
    source,
    code: "signature_mismatch",
    cause: { code: "reencoded", proved: true },
    says,
    ...given,
  };
}

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((name) => [name, sorted(value[name])]),
  );
}

function sortedText(text) {
  return JSON.stringify(sorted(JSON.parse(text)));
}

/** What Python's json.dumps does to what is not ASCII. */
function ascii(text) {
  return text.replace(/[^\0-~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Python's default separators. */
function spaced(text) {
  return text.replace(/"(?:[^"\\]|\\.)*"|[,:]/g, (token) => (token.length === 1 ? `${token} ` : token));
}

/** What Go's json.Marshal does to characters that HTML knows. */
function html(text) {
  return text.replace(/[<>&]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
}

function pretty(text, indent) {
  return JSON.stringify(JSON.parse(text), null, indent);
}

export function reencoded() {
  const signedBy = (digest) => ({ body: last(SAMPLE, digest) });
  return [
    row(
      "the sample signed with sorted keys",
      ["sorted"],
      DIGESTS,
      signedBy("7b9ddf54ce77222235b375a591ffce8ae545b331fb6b54a99d1a751ddb4669fc"),
    ),
    row(
      "the sample signed with Python's default separators",
      ["Python"],
      DIGESTS,
      signedBy("c8bb49cf51a7f5e256b98da1a510a342881ff187390f04fb826c501a682307d6"),
    ),
    row(
      "the sample signed pretty-printed",
      ["two spaces"],
      DIGESTS,
      signedBy("0fffa9362fd8561024b8310bf59ab26db283a124df3c6337423d3fb9a3118627"),
    ),
    signer("signed pretty-printed by four spaces", ["four spaces"], SAMPLE, pretty(SAMPLE, 4)),
    signer("signed pretty-printed by tabs", ["tabs"], SAMPLE, pretty(SAMPLE, "\t")),
    signer("signed with \\u escapes", ["\\u escapes"], UNICODE, ascii(UNICODE)),
    signer("signed with \\u escapes and Python's separators", ["Python", "\\u escapes"], UNICODE, spaced(ascii(UNICODE))),
    signer("signed with escaped slashes", ["PHP"], UNICODE, ascii(UNICODE).replace("/", "\\/")),
    signer("signed with < and > escaped", ["Go"], UNICODE, html(UNICODE)),
    signer("signed as a Go map", ["sorted", "Go"], UNICODE, html(sortedText(UNICODE))),
    { ...signer("keys sorted on the way", ["order"], SAMPLE, SAMPLE), body: sortedText(last(SAMPLE)) },
    { ...signer("keys sorted and spaced on the way", ["order"], SAMPLE, SAMPLE), body: spaced(sortedText(last(SAMPLE))) },
    proxy("pretty-printed by two spaces on the way", ["white space"], HEADER_SAMPLE, pretty(HEADER_SAMPLE, 2)),
    proxy("pretty-printed by four spaces on the way", ["white space"], HEADER_SAMPLE, pretty(HEADER_SAMPLE, 4)),
    proxy("printed without white space on the way", ["two spaces"], pretty(HEADER_SAMPLE, 2), HEADER_SAMPLE),
    proxy("printed without Python's separators on the way", ["Python"], spaced(HEADER_SAMPLE), HEADER_SAMPLE),
    proxy("keys sorted on the way, header dialect", ["order"], DOCUMENTED_ORDER, sortedText(DOCUMENTED_ORDER)),
    proxy("escaped on the way", ["escape"], UNICODE_RAW, ascii(UNICODE_RAW)),
    proxy("printed by PHP on the way", ["escape"], UNICODE_RAW, ascii(UNICODE_RAW).replace("/", "\\/")),
    proxy("escapes undone on the way", ["\\u escapes"], ascii(UNICODE_RAW), UNICODE_RAW),
    proxy("a newline added on the way", ["white space"], HEADER_SAMPLE, `${HEADER_SAMPLE}\n`),
    proxy("a newline lost on the way", ["newline"], `${HEADER_SAMPLE}\n`, HEADER_SAMPLE),
    proxy(
      "line ends changed on the way",
      ["line ends"],
      pretty(HEADER_SAMPLE, 2),
      pretty(HEADER_SAMPLE, 2).replace(/\n/g, "\r\n"),
    ),
    proxy(
      "line ends changed back on the way",
      ["line ends"],
      pretty(HEADER_SAMPLE, 2).replace(/\n/g, "\r\n"),
      pretty(HEADER_SAMPLE, 2),
    ),
    ...timed(),
    {
      ...row("keys sorted, and no key that fits", ["sorted"], "ours: keys in no documented order are a hint", {
        options: { keys: ["another"] },
        body: sortedText(last(SAMPLE)),
      }),
      cause: { code: "reencoded", proved: false },
    },
  ];
}
