// The vectors, read from disk in Node. Where there is no disk, import the same files as JSON.

import { readFileSync } from "node:fs";

const NAMES = ["signature", "delivery", "refused", "attack", "idempotency", "diagnosis"];

export const vectors = Object.fromEntries(NAMES.map((name) => [name, read(`${name}.json`)]));

/** Reads a file of tests/vectors/. */
export function read(name) {
  return JSON.parse(readFileSync(new URL(`../vectors/${name}`, import.meta.url), "utf8"));
}
