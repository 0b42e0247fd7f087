// The one instance of the core, and the bytes it reads.
import * as glue from "../wasm/compliance_gate.js";

/** The core's functions, as src/bindings.rs exports them. */
export const core = glue;

let memory;
let view = new Uint8Array(0);

/** Loads the compiled module. */
export function load(module) {
  memory = glue.initSync({ module }).memory;
}

/** The core's memory; taken anew where it has grown, which detaches what was taken before. */
function bytes() {
  if (view.byteLength === 0) view = new Uint8Array(memory.buffer);
  return view;
}

/** Makes room for `length` bytes of input and gives where they begin. */
function reserve(length) {
  return glue.reserve(length) >>> 0;
}

/**
 * Copies text or bytes into the core's input, `extra` bytes of room behind them, and gives how many bytes they
 * are. Text is well-formed: see raw.js.
 */
export function write(input, extra = 0) {
  if (typeof input === "string") {
    const room = input.length * 3;
    const start = reserve(room + extra);
    return encoder.encodeInto(input, bytes().subarray(start, start + room)).written;
  }
  const start = reserve(input.byteLength + extra);
  bytes().set(input, start);
  return input.byteLength;
}

/** Copies short text behind the first `length` bytes of input, for which there is room. */
export function append(length, text) {
  const start = reserve(0) + length;
  return encoder.encodeInto(text, bytes().subarray(start, start + text.length * 3)).written;
}

/**
 * A copy of the last verified delivery's signed text. Short ones share a block: a buffer of its own costs more than
 * hashing a short text.
 */
export function signedBytes() {
  const start = glue.signedAt() >>> 0;
  const length = glue.signedLength();
  const signed = bytes().subarray(start, start + length);
  if (length > LONG) return signed.slice();
  if (block.byteLength - used < length) {
    block = new Uint8Array(BLOCK);
    used = 0;
  }
  const copy = block.subarray(used, used + length);
  copy.set(signed);
  used += length;
  return copy;
}

const BLOCK = 32 * 1024;
const LONG = 4 * 1024;
let block = new Uint8Array(BLOCK);
let used = 0;

const encoder = new TextEncoder();
