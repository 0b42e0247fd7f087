// The one instance of the core for front-ends: texts and bytes in, JSON out.
import * as glue from "../../wasm/guidance.js";
import { guard } from "../guard.js";
import { lengthOf } from "../raw.js";
import { source } from "../source.js";

/** The core's functions, as src/bindings/guidance.rs exports them. */
export const core = glue;

const wasm = source("compliance-gate/guidance/slim");

/** How the entries and callers of the slim one bring the wasm: see source.js. */
export const { load, init } = wasm;

let memory;

// The first call makes the instance as a later one replaces a broken one.
const guarded = guard({ isBroken: true }, () => {
  if (memory !== undefined) glue.__wbg_reset_state();
  memory = glue.initSync({ module: wasm.module() }).memory;
});

/** What one of the core's functions answers. An input is bytes or well-formed text; undefined is an absent one. */
export function ask(question, ...inputs) {
  return JSON.parse(guarded(() => question(...written(inputs))));
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
