// Every cause but re-encoding.

import { bytes, HEADER_SAMPLE, hmac, last, parts, SAMPLE, SECRET } from "../signer.mjs";

const OURS = "ours: most specific cause first";

function row(name, code, cause, proved, given) {
  return { name, source: OURS, code, cause: { code: cause, proved }, ...given };
}

export function plain() {
  const altered = last(SAMPLE).replace("50000", "50001");
  return [
    { name: "verified", source: OURS, code: null, cause: null, body: last(SAMPLE) },
    {
      name: "verified in the header dialect",
      source: OURS,
      code: null,
      cause: null,
      header: hmac(HEADER_SAMPLE),
      body: HEADER_SAMPLE,
    },
    row("no signature", "signature_missing", "no_signature", true, { body: SAMPLE, says: ["secretKey"] }),
    row("no signature, dialect header", "signature_missing", "no_signature", true, {
      options: { keys: [SECRET], dialect: "header" },
      body: SAMPLE,
    }),
    row("empty", "body_empty", "unreadable", true, { body: "" }),
    row("not JSON", "body_not_json", "unreadable", true, { body: "hello" }),
    row("parsed, then printed by String()", "body_not_json", "unreadable", true, { body: "[object Object]", says: ["parsed"] }),
    row("serialised twice", "body_not_object", "unreadable", true, { body: JSON.stringify(last(SAMPLE)), says: ["twice"] }),
    row("compressed", "body_not_utf8", "unreadable", true, { body: bytes([0x1f, 0x8b, 0x08, 0x00]), says: ["gzip"] }),
    row("not UTF-8", "body_not_utf8", "unreadable", true, { body: bytes("{", [0xff]) }),
    row("too large", "body_too_large", "unreadable", true, { body: parts([" ", 300_000]) }),
    row("too deep", "body_too_deep", "unreadable", true, { body: parts(["[", 10_000]) }),
    row("a duplicate", "duplicate_member", "unreadable", true, { body: '{"a":1,"a":1}' }),
    row("a wrong key", "signature_mismatch", "wrong_key_or_altered", false, {
      options: { keys: ["another"] },
      body: last(SAMPLE),
    }),
    row("a wrong key in the header dialect", "signature_mismatch", "wrong_key_or_altered", false, {
      options: { keys: ["another"] },
      header: hmac(HEADER_SAMPLE),
      body: HEADER_SAMPLE,
    }),
    row("altered", "signature_mismatch", "wrong_key_or_altered", false, { body: altered }),
    row("altered in the header dialect", "signature_mismatch", "wrong_key_or_altered", false, {
      header: hmac(HEADER_SAMPLE),
      body: HEADER_SAMPLE.replace("SETTLED", "EXPIRED"),
    }),
  ];
}

export function notHex() {
  const digits = hmac(SAMPLE);
  const encoded = Buffer.from(digits, "hex");
  const malformed = (name, signature, says = ["64"]) =>
    row(`not 64 digits: ${name}`, "signature_malformed", "not_64_hex", true, { body: last(SAMPLE, signature), says });
  return [
    malformed("the prefix sha256=", `sha256=${digits}`),
    malformed("a space before", ` ${digits}`),
    malformed("a newline behind", `${digits}\\n`),
    malformed("63 digits", digits.slice(1), ["63"]),
    malformed("Base64", encoded.toString("base64"), ["Base64"]),
    malformed("Base64 without padding", encoded.toString("base64").replace("=", ""), ["Base64"]),
    malformed("Base64 for URLs", encoded.toString("base64url"), ["Base64"]),
    malformed("Base64 behind sha256=", `sha256=${encoded.toString("base64")}`, ["Base64"]),
    malformed("Base64 behind sha256-", `sha256-${encoded.toString("base64")}`, ["Base64"]),
    malformed("Base64 of other bytes", Buffer.alloc(32, 1).toString("base64"), ["44 characters"]),
    malformed("the prefix 0x", `0x${digits}`, ["digits among them match"]),
    malformed("empty", ""),
    row("not 64 digits: a number", "signature_malformed", "not_64_hex", true, { body: last(SAMPLE).replace(`"${digits}"`, "1") }),
    row("not 64 digits: a header with a prefix", "signature_malformed", "not_64_hex", true, {
      header: `sha256=${hmac(HEADER_SAMPLE)}`,
      body: HEADER_SAMPLE,
    }),
    row("not 64 digits: two headers", "signature_repeated", "not_64_hex", true, {
      header: [digits, digits],
      body: HEADER_SAMPLE,
    }),
    row("not 64 digits: two headers, one of them right", "signature_repeated", "not_64_hex", true, {
      header: [digits, hmac(HEADER_SAMPLE)],
      body: HEADER_SAMPLE,
      says: ["digits among them match"],
    }),
    row("not 64 digits: one header of several fields", "signature_repeated", "not_64_hex", true, {
      header: `t=1776439800,v1=${hmac(HEADER_SAMPLE)}`,
      body: HEADER_SAMPLE,
      says: ["comma", "digits among them match"],
    }),
    row("not 64 digits: a header with a prefix, the secret with a newline", "signature_malformed", "not_64_hex", true, {
      options: { keys: [`${SECRET}\n`] },
      header: `sha256=${hmac(HEADER_SAMPLE)}`,
      body: HEADER_SAMPLE,
      says: ["digits among them match"],
    }),
  ];
}

export function secrets() {
  const untrimmed = (name, secret, more = {}) =>
    row(name, "signature_mismatch", "secret_whitespace", true, { options: { keys: [secret] }, body: last(SAMPLE), ...more });
  return [
    untrimmed("the secret with a newline", `${SECRET}\n`),
    untrimmed("the secret with a carriage return and a newline", `${SECRET}\r\n`),
    untrimmed("the secret with a space before", ` ${SECRET}`),
    untrimmed("the secret with a tab behind", `${SECRET}\t`),
    untrimmed("the secret with a vertical tab behind", `${SECRET}\v`),
    untrimmed("the secret with a no-break space before", `\u00a0${SECRET}`),
    untrimmed("the secret with a byte order mark before and a newline behind", `\ufeff${SECRET}\n`),
    untrimmed("the secret with a newline, dialect header, signed in the body", `${SECRET}\n`, {
      options: { keys: [`${SECRET}\n`], dialect: "header" },
      code: "signature_missing",
      says: ["the other cause"],
    }),
    untrimmed("the secret with a newline, a wrong header beside a right body", `${SECRET}\n`, {
      header: "0".repeat(64),
      says: ["the other cause"],
    }),
    untrimmed("the secret with a newline, a form that is not accepted", undefined, {
      options: { keys: [`${SECRET}\n`], forms: ["wire"] },
      body: last(SAMPLE).replace(/,/g, ", "),
      says: ["the other cause"],
    }),
    untrimmed("the secret with a newline, re-encoded on the way", `${SECRET}\n`, {
      header: hmac(HEADER_SAMPLE),
      body: JSON.stringify(JSON.parse(HEADER_SAMPLE), null, 2),
      says: ["the other cause"],
    }),
    untrimmed("the second of two secrets, named in the message", undefined, {
      options: { keys: ["x", { id: "spare", secret: `${SECRET}\n` }] },
      says: ["spare"],
    }),
    untrimmed("the secret with a newline, in the header dialect", `${SECRET}\n`, {
      header: hmac(HEADER_SAMPLE),
      body: HEADER_SAMPLE,
    }),
    untrimmed("the secret with a newline, event-data", `${SECRET}\n`, { body: last(SAMPLE).replace("{", '{"x":1,') }),
  ];
}

export function notAllowed() {
  const allowed = (name, options, given, says = []) =>
    row(`not allowed: ${name}`, given.code ?? "signature_mismatch", "not_allowed", true, {
      options: { keys: [SECRET], ...options },
      ...given,
      says,
    });
  const both = { header: hmac(HEADER_SAMPLE), body: last(HEADER_SAMPLE, hmac(HEADER_SAMPLE)) };
  return [
    allowed("another form", { forms: ["wire"] }, { body: last(SAMPLE).replace(/,/g, ", ") }, ["reserialized"]),
    allowed("another scope", { scopes: ["whole-body"] }, { body: last(SAMPLE).replace("{", '{"x":1,') }, ["event-data"]),
    allowed("the scope that was dropped", { scopes: ["event-data"] }, { body: last('{"event":"e","data":{},"x":1}') }, [
      "whole-body",
    ]),
    allowed("dialect header, signed in the body", { dialect: "header" }, { body: last(SAMPLE), code: "signature_missing" }, [
      "header",
    ]),
    allowed(
      "dialect body, signed in the header",
      { dialect: "body" },
      { header: hmac(HEADER_SAMPLE), body: HEADER_SAMPLE, code: "signature_missing" },
      ["body"],
    ),
    allowed("auto, a wrong header beside a right body", {}, both),
  ];
}
