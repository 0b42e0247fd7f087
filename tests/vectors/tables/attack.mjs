// attack.json: what somebody without a key can make of one genuine delivery.
//
// The verifiers the provider documents run here, and each row says whether they accept: `rebuild` parses, rebuilds
// `{ event, data }` and prints it ("Handling webhooks"); `delete` parses, deletes `signature` and prints the rest
// ("Webhooks" reference). Neither is wrong about the key; both verify a text that nobody received.

import { timingSafeEqual } from "node:crypto";
import { mutations } from "./attack/mutations.mjs";
import { signatures } from "./attack/signatures.mjs";
import { hmac, SECRET } from "./signer.mjs";

export function attack() {
  return [...mutations(), ...signatures()].map((row) => {
    const { name, source, why, documented, options = { keys: [SECRET] }, header, body, ...verdict } = row;
    if (documented !== undefined) agree(row);
    const given = { options, ...(header === undefined ? {} : { header }), body };
    return { name, source, why, ...(documented === undefined ? {} : { documented }), ...given, ...verdict };
  });
}

/** Throws where a row says of the documented verifiers what they do not do. */
function agree({ name, documented, options, body }) {
  const secret = options?.keys[0] ?? SECRET;
  const text = typeof body === "string" ? body : Buffer.from(body.hex, "hex").toString("utf8");
  const seen = { rebuild: accepts(rebuild, text, secret), delete: accepts(remove, text, secret) };
  for (const verifier of ["rebuild", "delete"]) {
    if (documented[verifier] !== seen[verifier]) {
      throw new Error(`${name}: the documented verifier (${verifier}) gives ${seen[verifier]}`);
    }
  }
}

function accepts(unsigned, text, secret) {
  try {
    const body = JSON.parse(text);
    // As in the provider's recipe: a missing signature counts as an empty one, Node's decoder stops at junk.
    const received = Buffer.from(body.signature ?? "", "hex");
    const expected = Buffer.from(hmac(unsigned(body), secret), "hex");
    return received.length === expected.length && timingSafeEqual(received, expected);
  } catch {
    return false;
  }
}

function rebuild(body) {
  return JSON.stringify({ event: body.event, data: body.data });
}

function remove({ ...body }) {
  delete body.signature;
  return JSON.stringify(body);
}
