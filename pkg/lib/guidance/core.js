// The one instance of the core for front-ends: texts and bytes in, JSON out.
import * as glue from "../../wasm/guidance.js";
import { guard } from "../guard.js";
import { lengthOf } from "../raw.js";
import { source } from "../source.js";

/** Every question, by its place in `answer` of src/bindings/guidance.rs. */
export const QUESTION = Object.freeze({
  interpretStatus: 0,
  interpretKycEvent: 1,
  requiredDocuments: 2,
  validateDocument: 3,
  reviewState: 4,
  documentationTransition: 5,
  customerState: 6,
  checkLimits: 7,
  auditRecords: 8,
  adviseRetry: 9,
  redeliverySchedule: 10,
  redelivery: 11,
  tokenRefreshAt: 12,
  checklist: 13,
  checklistProgress: 14,
});

const wasm = source("compliance-gate/guidance/slim");

/** How the entries and callers of the slim one bring the wasm: see source.js. */
export const { load, init } = wasm;

let memory;

/** Runs work on the core: see guard.js. The first call makes the instance as a later one replaces a broken one. */
export const guarded = guard({ isBroken: true }, () => {
  if (memory !== undefined) glue.__wbg_reset_state();
  memory = glue.initSync({ module: wasm.module() }).memory;
});

/** What the core answers. An input is bytes or well-formed text; undefined is an absent one. */
export function ask(question, first, second, third) {
  const answer = guarded(() => {
    const lengths = written([first, second, third]);
    return glue.ask(question, lengths[0], lengths[1], lengths[2]);
  });
  return JSON.parse(answer);
}

/** Copies the inputs into the core, one behind the other, and gives how many bytes each is. */
function written(inputs) {
  let at = glue.reserve(inputs.reduce((sum, input) => sum + roomFor(input), 0)) >>> 0;
  // Taken behind `reserve`, which may have the memory grow, and what was taken before is then detached.
  const bytes = new Uint8Array(memory.buffer);
  return inputs.map((input) => {
    if (input === undefined) return -1;
    const length = write(input, bytes.subarray(at, at + roomFor(input)));
    at += length;
    return length;
  });
}

function roomFor(input) {
  if (input === undefined) return 0;
  return typeof input === "string" ? input.length * 3 : lengthOf(input);
}

function write(input, room) {
  if (typeof input === "string") return encoder.encodeInto(input, room).written;
  if (lengthOf(input) > 0) room.set(input);
  return lengthOf(input);
}

const encoder = new TextEncoder();
