// Signatures that other verifiers accept, and bodies that other verifiers decode.

import { bytes, first, HEADER_SAMPLE, hmac, last, SAMPLE, sha256 } from "../signer.mjs";

const DECODER = "ours: Node's hexadecimal decoder stops at the first character that is none";
const WEB_BUILD = "@octokit/webhooks-methods 6.0.0, web build, executed: accepted there";
const LOSSY = "standardwebhooks 1.1.1, executed: accepted there, since bytes are decoded with replacement";
const TWICE = "@workos-inc/node before 7.47: the text was serialised once more before it was signed";
const BOTH = { rebuild: true, delete: true };
const NEITHER = { rebuild: false, delete: false };
const STRICT = "a signature is exactly 64 hexadecimal digits";

function refused(name, source, why, documented, body, code, more = {}) {
  return { name, source, why, ...(documented ? { documented } : {}), ...more, body, verdict: "refused", code };
}

export function signatures() {
  const genuine = hmac(SAMPLE);
  const replaced = SAMPLE.replace("COP", "\ufffd");
  const [before, behind] = last(replaced).split("\ufffd");
  const inHeader = { header: hmac(HEADER_SAMPLE) };
  return [
    refused("junk behind the digits", DECODER, STRICT, BOTH, last(SAMPLE, `${genuine}zz junk`), "signature_malformed"),
    refused("an odd digit behind the digits", DECODER, STRICT, BOTH, last(SAMPLE, `${genuine}0`), "signature_malformed"),
    refused(
      "no signature and an empty one",
      DECODER,
      "an empty signature is none",
      NEITHER,
      last(SAMPLE, ""),
      "signature_malformed",
    ),
    refused("no signature", DECODER, "no signature is not an empty one", NEITHER, SAMPLE, "signature_missing"),
    refused(
      "a signature that is an array of the right one",
      "ours: a regular expression or String() takes an array for its element",
      STRICT,
      NEITHER,
      last(SAMPLE).replace(`"${genuine}"`, `["${genuine}"]`),
      "signature_malformed",
    ),
    refused(
      "no secret is configured: everybody can sign",
      "ours: an unset variable read as an empty string",
      "an empty secret is no secret",
      undefined,
      last(SAMPLE, hmac(SAMPLE, "")),
      "secret_empty",
      { options: { keys: [""] } },
    ),
    refused(
      "header without the prefix another dialect has",
      WEB_BUILD,
      "this dialect has none, so its presence is refused",
      undefined,
      HEADER_SAMPLE,
      "signature_malformed",
      {
        header: `sha256=${inHeader.header}`,
      },
    ),
    refused("header of digit pairs with junk between", WEB_BUILD, STRICT, undefined, HEADER_SAMPLE, "signature_malformed", {
      header: inHeader.header.replace(/../g, "$&--zz "),
    }),
    refused("header that is no hexadecimal at all", WEB_BUILD, STRICT, undefined, HEADER_SAMPLE, "signature_malformed", {
      header: "sha256=zzzz",
    }),
    refused(
      "a raw byte 0xff where U+FFFD was signed",
      LOSSY,
      "a body is UTF-8 or is refused",
      BOTH,
      bytes(before, [0xff], behind),
      "body_not_utf8",
    ),
    refused(
      "a raw byte 0xff where U+FFFD was signed, in the header dialect",
      LOSSY,
      "a body is UTF-8 or is refused",
      undefined,
      bytes(before, [0xff], behind),
      "body_not_utf8",
      {
        header: hmac(last(replaced)),
      },
    ),
    refused(
      "a body that was serialised twice",
      TWICE,
      "it is a JSON string, not one object",
      NEITHER,
      JSON.stringify(last(SAMPLE)),
      "body_not_object",
    ),
    refused(
      "two header values, one of them right",
      "ours: which one counts depends on the reader",
      "one header or none",
      undefined,
      HEADER_SAMPLE,
      "signature_repeated",
      {
        header: ["0".repeat(64), inHeader.header],
      },
    ),
    refused(
      "a right body beside a wrong header",
      "ours: a present header decides alone",
      "an attacker must not choose the dialect",
      undefined,
      last(SAMPLE),
      "signature_mismatch",
      {
        header: "0".repeat(64),
      },
    ),
    refused(
      "a right body beside an empty header",
      "ours: a present header decides alone",
      "an attacker must not choose the dialect",
      undefined,
      first(SAMPLE),
      "signature_malformed",
      {
        header: "",
      },
    ),
    refused(
      "another environment's secret",
      "ours: one secret per environment",
      "no key signed it",
      NEITHER,
      last(SAMPLE, hmac(SAMPLE, "sandbox")),
      "signature_mismatch",
    ),
    refused(
      "the secret as hexadecimal bytes",
      "ours: a secret is its text",
      "no key signed it",
      NEITHER,
      last(SAMPLE, hmac(SAMPLE, Buffer.from("ab12", "hex"))),
      "signature_mismatch",
      {
        options: { keys: ["ab12"] },
      },
    ),
    refused(
      "signed without a key, by a bare hash",
      "ours: SHA-256 is no MAC",
      "no key signed it",
      NEITHER,
      last(SAMPLE, sha256(SAMPLE)),
      "signature_mismatch",
    ),
  ];
}
