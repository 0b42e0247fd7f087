// Where the signature is, and by which key.

import { first, HEADER_SAMPLE, hmac, last, SAMPLE, SECRET } from "../signer.mjs";

const CLIENT_URL = "vendor API description /client-url, executed";
const SAMPLE_SIGNATURE = "8ebbc8f202a8ee1fae51de8923fcc042a5cf9fe3e98f96a1d866b61dfd518d56";
const HEADER_SIGNATURE = "d1934dd49e0fab6a8b210ed7f095eb852b301a974c6488b118d6e71ce4584ca7";

const IN_HEADER = {
  dialect: "header",
  event: "payment.settled",
  subject: ["transaction", "69e0df45b604159c5b8ba5a9", "SETTLED"],
  idempotencyKey: "payment.settled:69e0df45b604159c5b8ba5a9:SETTLED",
  signedText: HEADER_SAMPLE,
};

export function dialects() {
  const unsignedSignature = HEADER_SAMPLE.replace("}}", '},"signature":"anything"}');
  const eight = Array.from({ length: 8 }, (_, at) => `secret ${at}`);
  return [
    { name: "the provider's own sample", source: CLIENT_URL, body: last(SAMPLE, SAMPLE_SIGNATURE) },
    {
      name: "the provider's sample of the header dialect",
      source: 'Conomy, "Webhooks" reference, executed',
      header: HEADER_SIGNATURE,
      body: HEADER_SAMPLE,
      ...IN_HEADER,
    },
    {
      name: "upper-case digits in the body",
      source: "ours: upper and lower case are accepted",
      body: last(SAMPLE, SAMPLE_SIGNATURE.toUpperCase()),
    },
    {
      name: "upper-case digits in the header",
      source: "ours: upper and lower case are accepted",
      header: HEADER_SIGNATURE.toUpperCase(),
      body: HEADER_SAMPLE,
      ...IN_HEADER,
    },
    {
      name: "digits of mixed case",
      source: "ours: upper and lower case are accepted",
      body: last(
        SAMPLE,
        SAMPLE_SIGNATURE.replace(/[a-d]/g, (digit) => digit.toUpperCase()),
      ),
    },
    {
      name: "signature with escaped digits",
      source: "ours: a JSON string is what it stands for",
      body: last(SAMPLE, SAMPLE_SIGNATURE.replace(/^8/, "\\u0038")),
    },
    {
      name: "the header alone decides: the body's member is covered like any other",
      source: "ours: under auto a present header decides alone",
      header: hmac(unsignedSignature),
      body: unsignedSignature,
      ...IN_HEADER,
      signedText: unsignedSignature,
    },
    {
      name: "dialect body: a header is not looked at",
      source: "ours: under auto only does a present header decide",
      options: { keys: [SECRET], dialect: "body" },
      header: "0".repeat(64),
      body: last(SAMPLE),
    },
    {
      name: "dialect header: the body's member is not looked at",
      source: "ours: the header dialect covers every byte",
      options: { keys: [SECRET], dialect: "header" },
      header: hmac(first(SAMPLE, "0".repeat(64))),
      body: first(SAMPLE, "0".repeat(64)),
      dialect: "header",
      signedText: first(SAMPLE, "0".repeat(64)),
    },
    {
      name: "dialect header: forms and scopes are the body dialect's",
      source: "ours: the header dialect has one scope and one form",
      options: { keys: [SECRET], dialect: "header", forms: ["reserialized"], scopes: ["event-data"] },
      header: HEADER_SIGNATURE,
      body: HEADER_SAMPLE,
      ...IN_HEADER,
    },
    {
      name: "dialect auto, said aloud",
      source: "ours: auto is the default",
      options: { keys: [SECRET], dialect: "auto" },
      body: last(SAMPLE),
    },
    {
      name: "header dialect: white space and line ends are covered as they are",
      source: 'Conomy, "Handling webhooks" of the header dialect: the raw body',
      header: hmac(`\r\n ${HEADER_SAMPLE}\n`),
      body: `\r\n ${HEADER_SAMPLE}\n`,
      ...IN_HEADER,
      signedText: `\r\n ${HEADER_SAMPLE}\n`,
    },
    {
      name: "keys with ids: the second matches",
      source: "ours: rotation",
      options: {
        keys: [
          { id: "next", secret: "to come" },
          { id: "current", secret: SECRET },
        ],
      },
      body: last(SAMPLE),
      keyId: "current",
    },
    {
      name: "keys with ids: the first matches",
      source: "ours: rotation",
      options: {
        keys: [
          { id: "next", secret: "to come" },
          { id: "current", secret: SECRET },
        ],
      },
      body: last(SAMPLE, hmac(SAMPLE, "to come")),
      keyId: "next",
    },
    {
      name: "keys without ids are numbered",
      source: "ours: ids default to the position",
      options: { keys: ["none", { secret: "neither" }, { id: "named", secret: "nor" }, SECRET] },
      body: last(SAMPLE),
      keyId: "3",
    },
    {
      name: "the last of eight keys",
      source: "ours: at most eight keys are valid at once",
      options: { keys: eight },
      body: last(SAMPLE, hmac(SAMPLE, "secret 7")),
      keyId: "7",
    },
    {
      name: "one secret under two ids: the first is reported",
      source: "ours: ids are told apart, secrets need not be",
      options: {
        keys: [
          { id: "a", secret: SECRET },
          { id: "b", secret: SECRET },
        ],
      },
      body: last(SAMPLE),
      keyId: "a",
    },
    {
      name: "a secret of more than one block, not ASCII",
      source: "ours: a secret is used as its UTF-8 bytes",
      options: { keys: ["cl\u00e9 \u{1f511} ".repeat(20)] },
      body: last(SAMPLE, hmac(SAMPLE, "cl\u00e9 \u{1f511} ".repeat(20))),
    },
    {
      name: "a secret is not trimmed",
      source: "ours: a secret is any bytes",
      options: { keys: [` ${SECRET}\n`] },
      body: last(SAMPLE, hmac(SAMPLE, ` ${SECRET}\n`)),
    },
    {
      name: "a body of exactly the limit",
      source: "ours: maxBodyBytes is allowed, one byte more is not",
      options: { keys: [SECRET], maxBodyBytes: last(SAMPLE).length },
      body: last(SAMPLE),
    },
  ];
}
