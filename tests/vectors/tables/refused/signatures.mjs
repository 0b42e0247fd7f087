// Signatures that are not there, are none, or are somebody else's.

import { HEADER_SAMPLE, hmac, last, SAMPLE, SECRET } from "../signer.mjs";

const HEX = "ours: a signature is a string of exactly 64 hexadecimal digits";
const DECIDES = "ours: under auto a present header decides alone";
const SIGNED = 'Conomy, "Handling webhooks": signed only where a secretKey is configured';
const TRIED = "ours: only the forms and scopes accepted are tried";

/** What stands where the body's signature should, as JSON. */
const NO_STRINGS = {
  "a number": "8",
  null: "null",
  true: "true",
  "an object": `{"hex":"${hmac(SAMPLE)}"}`,
  "an array": `["${hmac(SAMPLE)}"]`,
  "a string with a lone surrogate": `"${"0".repeat(63)}\\ud800"`,
  "a string of 63 digits": `"${hmac(SAMPLE).slice(1)}"`,
  "a string of 65 digits": `"${hmac(SAMPLE)}0"`,
  "a string without characters": '""',
  "a string with a prefix": `"sha256=${hmac(SAMPLE)}"`,
};

export function signatures() {
  const row = (name, source, code, given) => ({ name, source, ...given, code });
  const only = (dialect) => ({ keys: [SECRET], dialect });
  const digits = hmac(SAMPLE);
  const replaced = last(SAMPLE, "@");
  return [
    ...Object.entries(NO_STRINGS).map(([name, json]) =>
      row(`signature is ${name}`, HEX, "signature_malformed", { body: replaced.replace('"@"', json) }),
    ),
    row("header of 63 digits", HEX, "signature_malformed", { header: hmac(HEADER_SAMPLE).slice(1), body: HEADER_SAMPLE }),
    row("header of 65 digits", HEX, "signature_malformed", { header: `${hmac(HEADER_SAMPLE)}0`, body: HEADER_SAMPLE }),
    row("empty header", HEX, "signature_malformed", { header: "", body: HEADER_SAMPLE }),
    row("two headers", "ours: a repeated signature header is refused", "signature_repeated", {
      header: [digits, hmac(HEADER_SAMPLE)],
      body: HEADER_SAMPLE,
    }),
    row("two headers of one value", "ours: a repeated signature header is refused", "signature_repeated", {
      header: [hmac(HEADER_SAMPLE), hmac(HEADER_SAMPLE)],
      body: HEADER_SAMPLE,
    }),
    row("two headers joined", "ours: HTTP joins repeated headers by commas", "signature_repeated", {
      header: `${digits}, ${digits}`,
      body: HEADER_SAMPLE,
    }),
    row("no signature anywhere", SIGNED, "signature_missing", { body: SAMPLE }),
    row("no signature in an empty object", SIGNED, "signature_missing", { body: "{}" }),
    row("signature in another case", SIGNED, "signature_missing", { body: last(SAMPLE).replace('"signature"', '"Signature"') }),
    row("signature inside data", SIGNED, "signature_missing", { body: `{"event":"e","data":{"signature":"${digits}"}}` }),
    row("dialect body: no signature anywhere", SIGNED, "signature_missing", { options: only("body"), body: SAMPLE }),
    row("dialect body: only the header has one", SIGNED, "signature_missing", {
      options: only("body"),
      header: hmac(HEADER_SAMPLE),
      body: HEADER_SAMPLE,
    }),
    row("dialect header: no signature anywhere", SIGNED, "signature_missing", { options: only("header"), body: SAMPLE }),
    row("dialect header: only the body has one", SIGNED, "signature_missing", { options: only("header"), body: last(SAMPLE) }),
    row("a wrong header beside a right body", DECIDES, "signature_mismatch", { header: digits, body: last(SAMPLE) }),
    row("an empty header beside a right body", DECIDES, "signature_malformed", { header: "", body: last(SAMPLE) }),
    row("a right body, dialect header with a wrong header", DECIDES, "signature_mismatch", {
      options: only("header"),
      header: digits,
      body: last(SAMPLE),
    }),
    row("another secret", "ours: none of the keys", "signature_mismatch", {
      options: { keys: ["a", "b", "c"] },
      body: last(SAMPLE),
    }),
    row("the secret with a newline", "ours: a secret is not trimmed", "signature_mismatch", {
      options: { keys: [`${SECRET}\n`] },
      body: last(SAMPLE),
    }),
    row("the signature in the provider's pages", "Conomy, /client-url: a placeholder", "signature_mismatch", {
      body: last(SAMPLE, "f8a23d5e0c7c2b6e4a8f9d0c5b3d7e1a7f6c4e2d9b0a5f8c3e1d6b9a7c4e2d1f"),
    }),
    row("the sample's sorted keys signed", "a signer on serde_json's default Value, executed", "signature_mismatch", {
      body: last(SAMPLE, "7b9ddf54ce77222235b375a591ffce8ae545b331fb6b54a99d1a751ddb4669fc"),
    }),
    row("the sample signed with Python's default separators", "a signer on Python's json.dumps, executed", "signature_mismatch", {
      body: last(SAMPLE, "c8bb49cf51a7f5e256b98da1a510a342881ff187390f04fb826c501a682307d6"),
    }),
    row("header dialect: a newline added", "ours: the header dialect covers every byte", "signature_mismatch", {
      header: hmac(HEADER_SAMPLE),
      body: `${HEADER_SAMPLE}\n`,
    }),
    row(
      "header dialect: what JSON.stringify prints is not tried",
      "ours: the header dialect covers every byte",
      "signature_mismatch",
      {
        header: hmac(HEADER_SAMPLE),
        body: HEADER_SAMPLE.replace(/,/g, ", "),
      },
    ),
    row("forms wire: white space added on the way", TRIED, "signature_mismatch", {
      options: { keys: [SECRET], forms: ["wire"] },
      body: last(SAMPLE).replace(/,/g, ", "),
    }),
    row("scopes whole-body: another member beside event and data", TRIED, "signature_mismatch", {
      options: { keys: [SECRET], scopes: ["whole-body"] },
      body: last(SAMPLE).replace("{", '{"x":1,'),
    }),
    row("scopes event-data: a third member was signed", TRIED, "signature_mismatch", {
      options: { keys: [SECRET], scopes: ["event-data"] },
      body: last('{"event":"e","data":{},"x":1}'),
    }),
    row(
      "event-data: a body without data has no such scope",
      "ours: a body that lacks either has no event-data scope",
      "signature_mismatch",
      {
        body: last('{"event":"e","x":1}', hmac('{"event":"e"}')),
      },
    ),
    row(
      "event-data: a body without event has no such scope",
      "ours: a body that lacks either has no event-data scope",
      "signature_mismatch",
      {
        body: last('{"data":{},"x":1}', hmac('{"data":{}}')),
      },
    ),
    row("the next request is not disturbed", "ours: refusals leave nothing behind", "signature_mismatch", {
      body: last(SAMPLE, "0".repeat(64)),
    }),
  ];
}
