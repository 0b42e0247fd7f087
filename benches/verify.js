// Verification beside what people write or install instead, in one process, interleaved.
import { createHmac, timingSafeEqual } from "node:crypto";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { createVerifier } from "compliance-gate";
import { body, SECRET } from "./bodies.js";
import { measure } from "./measure.js";

/** The handler that the provider documents, on a synchronous HMAC. */
function documented(bytes, mac) {
  const { event, data, signature } = JSON.parse(decoder.decode(bytes));
  if (!mac(JSON.stringify({ event, data }), signature)) throw new Error("mismatch");
}

const contenders = {
  "compliance-gate": ({ bytes }) => {
    const verifier = createVerifier({ keys: SECRET });
    return () => verifier.verify(bytes);
  },
  "bare HMAC, same wasm": ({ signed, signature }, { bare }) => {
    if (!bare.bareKey(utf8ToBytes(SECRET), signature)) throw new Error("not keyed");
    return () => {
      if (!bare.bareVerify(bare.write(signed))) throw new Error("mismatch");
    };
  },
  "documented, node:crypto": ({ bytes }) => {
    const mac = (text, signature) => {
      const expected = createHmac("sha256", SECRET).update(text).digest();
      const received = Buffer.from(signature, "hex");
      return expected.length === received.length && timingSafeEqual(expected, received);
    };
    return () => documented(bytes, mac);
  },
  "documented, WebCrypto, cached key": ({ bytes }, { key }) => {
    return async () => {
      const { event, data, signature } = JSON.parse(decoder.decode(bytes));
      const text = encoder.encode(JSON.stringify({ event, data }));
      if (!(await crypto.subtle.verify("HMAC", key, hexToBytes(signature), text)))
        throw new Error("mismatch");
    };
  },
  "documented, @noble/hashes": ({ bytes }) => {
    const secret = utf8ToBytes(SECRET);
    const mac = (text, signature) =>
      timingSafeEqual(hmac(sha256, secret, utf8ToBytes(text)), hexToBytes(signature));
    return () => documented(bytes, mac);
  },
};

/** What is aimed at: the most that verification may cost, as a share of another contender's time. */
const targets = {
  "bare HMAC, same wasm": { sample: 1.6, "2 KB": 1.6, "64 KB": 1.3 },
  "documented, node:crypto": { sample: 1 / 2 },
  "documented, WebCrypto, cached key": { sample: 1 / 15 },
};

export async function run(bare) {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(SECRET), algorithm, false, ["verify"]);
  for (const [name, size] of Object.entries({ sample: 0, "2 KB": 2048, "64 KB": 65536 })) {
    const given = body(size);
    const made = Object.entries(contenders).map(([label, make]) => [label, make(given, { bare, key })]);
    const results = await measure(Object.fromEntries(made));
    print(name, given.bytes.length, results);
  }
}

function print(name, length, results) {
  console.log(`\n${name} (${length} bytes received)`);
  const [[, own]] = results;
  for (const [label, times] of results) {
    const ratio = median(own.map((time, round) => time / times[round]));
    const target = targets[label]?.[name];
    const verdict =
      target === undefined ? "" : ` aim ≤ ${target.toFixed(3)}: ${ratio <= target ? "reached" : "MISSED"}`;
    const columns = [label.padEnd(36), `${median(times).toFixed(2).padStart(9)} µs`];
    console.log(`  ${columns.join(" ")}   ours / this ${ratio.toFixed(3).padStart(7)}${verdict}`);
  }
}

function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
