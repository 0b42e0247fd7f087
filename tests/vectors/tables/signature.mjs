// signature.json: HMAC-SHA256 itself, and what counts as the text of a signature.

import { HEADER_SAMPLE, hmac, SECRET } from "./signer.mjs";

const RFC_4231 = [
  [1, repeated(0x0b, 20), text("Hi There"), "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"],
  [2, text("Jefe"), text("what do ya want for nothing?"), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"],
  [3, repeated(0xaa, 20), repeated(0xdd, 50), "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"],
  [4, counted(25), repeated(0xcd, 50), "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"],
  [5, repeated(0x0c, 20), text("Test With Truncation"), "a3b6167473100ee06e0c796c2955552b"],
  [
    6,
    repeated(0xaa, 131),
    text("Test Using Larger Than Block-Size Key - Hash Key First"),
    "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
  ],
  [
    7,
    repeated(0xaa, 131),
    text(
      "This is a test using a larger than block-size key and a larger than block-size data. " +
        "The key needs to be hashed before being used by the HMAC algorithm.",
    ),
    "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2",
  ],
];

const GENUINE = hmac(HEADER_SAMPLE);

/** What a signature may look like. The message is a delivery of the header dialect, the signature its header. */
const TEXTS = [
  ["64 lower-case digits", GENUINE, "match"],
  ["64 upper-case digits", GENUINE.toUpperCase(), "match"],
  ["64 digits of mixed case", mixed(GENUINE), "match"],
  ["the last digit changed", changed(GENUINE, 63), "mismatch"],
  ["the first digit changed", changed(GENUINE, 0), "mismatch"],
  ["64 zeros", "0".repeat(64), "mismatch"],
  ["the same by another secret", hmac(HEADER_SAMPLE, "another"), "mismatch"],
  ["the same over another message", hmac(`${HEADER_SAMPLE}\n`), "mismatch"],
  ["63 digits", GENUINE.slice(0, 63), "malformed"],
  ["62 digits", GENUINE.slice(0, 62), "malformed"],
  ["65 digits", `${GENUINE}0`, "malformed"],
  ["66 digits", `${GENUINE}00`, "malformed"],
  ["128 digits, the signature twice", GENUINE.repeat(2), "malformed"],
  ["32 digits, the first half", GENUINE.slice(0, 32), "malformed"],
  ["empty", "", "malformed"],
  ["junk behind the digits, which Node's hex decoder ignores", `${GENUINE}zz`, "malformed"],
  ["junk between the digits", `${GENUINE.slice(0, 2)}--zz ${GENUINE.slice(2)}`, "malformed"],
  ["the prefix sha256=", `sha256=${GENUINE}`, "malformed"],
  ["the prefix 0x", `0x${GENUINE}`, "malformed"],
  ["a space before", ` ${GENUINE}`, "malformed"],
  ["a space behind", `${GENUINE} `, "malformed"],
  ["a newline behind", `${GENUINE}\n`, "malformed"],
  ["quotes around", `"${GENUINE}"`, "malformed"],
  ["64 characters, one no digit", `${GENUINE.slice(0, 63)}g`, "malformed"],
  ["64 characters, a minus sign among them", `-${GENUINE.slice(1)}`, "malformed"],
  ["full-width digits", "\uff10".repeat(64), "malformed"],
  ["64 characters of 128 bytes", "\u00e9".repeat(64), "malformed"],
  ["64 bytes of 32 characters", "\u00e9".repeat(32), "malformed"],
  ["base64", Buffer.from(GENUINE, "hex").toString("base64"), "malformed"],
];

export function signature() {
  return [
    ...RFC_4231.map(([number, secret, message, tag]) => ({
      name: number === 5 ? "RFC 4231, case 5: a truncated tag is refused, right or not" : `RFC 4231, case ${number}`,
      source: `RFC 4231, case ${number}`,
      secret: secret.toString("hex"),
      message: message.toString("hex"),
      signature: agreed(tag, secret, message),
      expect: number === 5 ? "malformed" : "match",
    })),
    ...TEXTS.map(([name, given, expect]) => ({
      name,
      source: "ours: exactly 64 hexadecimal digits of either case, nothing before or behind",
      secret: text(SECRET).toString("hex"),
      message: text(HEADER_SAMPLE).toString("hex"),
      signature: given,
      expect,
    })),
  ];
}

/** The RFC's tag, once Node agrees that it is one. */
function agreed(tag, secret, message) {
  if (!hmac(message, secret).startsWith(tag)) throw new Error(`node:crypto disagrees with RFC 4231 over ${tag}`);
  return tag;
}

function changed(digits, at) {
  return digits.slice(0, at) + (digits[at] === "0" ? "1" : "0") + digits.slice(at + 1);
}

function mixed(digits) {
  return [...digits].map((digit, at) => (at % 2 ? digit : digit.toUpperCase())).join("");
}

function text(given) {
  return Buffer.from(given, "utf8");
}

function repeated(byte, times) {
  return Buffer.alloc(times, byte);
}

function counted(length) {
  return Buffer.from(Array.from({ length }, (_, at) => at + 1));
}
