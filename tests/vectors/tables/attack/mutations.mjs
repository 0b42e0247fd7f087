// The genuine delivery, written differently.

import { hmac, HEADER_SAMPLE, last, SAMPLE, SECRET, sha256 } from "../signer.mjs";

const RAN = "ours: run against the verifiers the provider documents";
const USED = "what leaves is the text that was signed, not what was received";
const AMBIGUOUS = "readers disagree about which of the two counts, so neither is used";
const GENUINE = last(SAMPLE);
const EVIL = '{"transaction":{"id":"evil","status":"CAPTURED"}}';
const BOTH = { rebuild: true, delete: true };
const REBUILD = { rebuild: true, delete: false };

/** A mutation that verifies: nothing but the genuine text leaves. */
function harmless(name, why, documented, body, { scope = "whole-body", form = "wire", uncovered = [], signedText = SAMPLE }) {
  const expect = { scope, form, uncovered, signedText, contentId: sha256(signedText) };
  return { name, source: RAN, why, documented, body, verdict: "accepted", expect };
}

function refused(name, why, documented, body, code, options) {
  return { name, source: RAN, why, documented, ...(options ? { options } : {}), body, verdict: "refused", code };
}

function withNumber(received, signed) {
  const signedText = SAMPLE.replace('"CAPTURED"', `"CAPTURED","n":${signed}`);
  return [last(signedText).replace(`"n":${signed}`, `"n":${received}`), { form: "reserialized", signedText }];
}

const respelled = { form: "reserialized" };
const WIRE_ONLY = { keys: [SECRET], forms: ["wire"] };

export function mutations() {
  const spaced = GENUINE.replace(/,/g, ", ");
  const { event, data, signature } = JSON.parse(GENUINE);
  const signedNull = SAMPLE.replace('"CAPTURED"', '"CAPTURED","n":null');
  return [
    harmless("white space added", USED, BOTH, spaced, respelled),
    harmless(
      "a top-level member added",
      "it is named, and not in the payload",
      REBUILD,
      GENUINE.replace(',"signature"', ',"admin":true,"signature"'),
      {
        scope: "event-data",
        uncovered: ["admin"],
      },
    ),
    harmless(
      "a top-level __proto__ added",
      "it is named, and not in the payload",
      REBUILD,
      GENUINE.replace(',"signature"', ',"__proto__":{"admin":true},"signature"'),
      {
        scope: "event-data",
        uncovered: ["__proto__"],
      },
    ),
    harmless(
      "a second Data in another case added",
      "readers that ignore case see it; it is named, and not in the payload",
      REBUILD,
      GENUINE.replace(',"signature"', `,"Data":${EVIL},"signature"`),
      {
        scope: "event-data",
        uncovered: ["Data"],
      },
    ),
    harmless("top-level members in another order", USED, REBUILD, JSON.stringify({ data, event, signature }), {
      scope: "event-data",
    }),
    harmless(
      "2^53 written as 2^53 + 1",
      "the payload has the number that was signed",
      BOTH,
      ...withNumber("9007199254740993", "9007199254740992"),
    ),
    harmless(
      "2^53 written with an exponent",
      "the payload has the number that was signed",
      BOTH,
      ...withNumber("9.007199254740992e15", "9007199254740992"),
    ),
    harmless("1e400 where null was signed", "the payload has the null that was signed", BOTH, ...withNumber("1e400", "null")),
    harmless("minus zero where zero was signed", "the payload has the zero that was signed", BOTH, ...withNumber("-0", "0")),
    harmless("a letter escaped", USED, BOTH, GENUINE.replace('"CAPTURED"', '"C\\u0041PTURED"'), respelled),
    harmless(
      "signature first instead of last",
      "the same text was signed",
      BOTH,
      `{"signature":"${signature}",${SAMPLE.slice(1)}`,
      {},
    ),
    harmless(
      "upper-case signature",
      "hexadecimal digits have no case",
      BOTH,
      GENUINE.replace(signature, signature.toUpperCase()),
      {},
    ),
    refused("an earlier data", AMBIGUOUS, BOTH, GENUINE.replace('"data":', `"data":${EVIL},"data":`), "duplicate_member"),
    refused(
      "an earlier data, its name escaped",
      AMBIGUOUS,
      BOTH,
      GENUINE.replace('"data":', `"d\\u0061ta":${EVIL},"data":`),
      "duplicate_member",
    ),
    refused(
      "a later data",
      AMBIGUOUS,
      { rebuild: false, delete: false },
      GENUINE.replace(',"signature"', `,"data":${EVIL},"signature"`),
      "duplicate_member",
    ),
    refused("an earlier id deep inside", AMBIGUOUS, BOTH, GENUINE.replace('"id":', '"id":"evil","id":'), "duplicate_member"),
    refused("an earlier signature", AMBIGUOUS, BOTH, GENUINE.replace("{", '{"signature":"x",'), "duplicate_member"),
    refused(
      "a top-level member added, scopes whole-body",
      "it is not covered",
      REBUILD,
      GENUINE.replace("{", '{"admin":true,'),
      "signature_mismatch",
      { keys: [SECRET], scopes: ["whole-body"] },
    ),
    refused("white space added, forms wire", "the received bytes were not signed", BOTH, spaced, "signature_mismatch", WIRE_ONLY),
    refused(
      "a letter escaped, forms wire",
      "the received bytes were not signed",
      BOTH,
      GENUINE.replace('"CAPTURED"', '"C\\u0041PTURED"'),
      "signature_mismatch",
      WIRE_ONLY,
    ),
    refused(
      "1e400 where null was signed, forms wire",
      "the received bytes were not signed",
      BOTH,
      last(signedNull).replace('"n":null', '"n":1e400'),
      "signature_mismatch",
      WIRE_ONLY,
    ),
    refused(
      "a status replaced",
      "the content was altered",
      { rebuild: false, delete: false },
      GENUINE.replace('"CAPTURED"', '"RECEIVED"'),
      "signature_mismatch",
    ),
    refused(
      "an amount replaced",
      "the content was altered",
      { rebuild: false, delete: false },
      GENUINE.replace('"50000"', '"5000000"'),
      "signature_mismatch",
    ),
    refused(
      "signature moved into data",
      "it is no top-level member there",
      { rebuild: false, delete: false },
      SAMPLE.replace(/}}$/, `,"signature":"${signature}"}}`),
      "signature_missing",
    ),
    refused(
      "signature moved into a string",
      "a string's content is no member",
      { rebuild: false, delete: false },
      SAMPLE.replace('"CAPTURED"', `"CAPTURED\\",\\"signature\\":\\"${signature}"`),
      "signature_missing",
    ),
    {
      name: "a body dialect's text posted in the header dialect",
      source: "ours: the same bytes under the same key",
      why: "the content, its key and its content id are the genuine ones, so it is a duplicate",
      header: signature,
      body: SAMPLE,
      verdict: "accepted",
      expect: { scope: "raw", form: "wire", uncovered: [], signedText: SAMPLE, contentId: sha256(SAMPLE) },
    },
    {
      name: "a header dialect's text posted in the body dialect",
      source: "ours: the same bytes under the same key",
      why: "the content, its key and its content id are the genuine ones, so it is a duplicate",
      body: last(HEADER_SAMPLE, hmac(HEADER_SAMPLE)),
      verdict: "accepted",
      expect: { scope: "whole-body", form: "wire", uncovered: [], signedText: HEADER_SAMPLE, contentId: sha256(HEADER_SAMPLE) },
    },
  ];
}
