// The one instance of the core, and the bytes it reads and leaves.
import {
  aloneAt,
  blockAt,
  clearBlock,
  contentId,
  describe,
  explain,
  initSync,
  install,
  maxBodyBytes,
  refusal,
  reserve as makeRoom,
  __wbg_reset_state as reset,
  sign,
  uncovered,
  verify,
} from "../wasm/compliance_gate.js";
import { guard } from "./guard.js";
import { lengthOf } from "./raw.js";
import { source } from "./source.js";

/** The core's functions for deliveries, as src/bindings/verification.rs exports them. */
export const core = { contentId, describe, explain, install, maxBodyBytes, refusal, sign, uncovered, verify };

const wasm = source("compliance-gate.wasm", "blockAt");

/** How the entries and callers of the slim one bring the wasm: see source.js. */
export const { load, init } = wasm;

let memory;
let view = new Uint8Array(0);

// The first call makes the instance as a later one replaces a broken one.
const instance = { isBroken: true };

/** Runs work on the core: see guard.js. */
export const guarded = guard(instance, mend);

/** Replaces a broken instance. Deliveries keep what they have; verifiers install themselves again. */
function mend() {
  seal();
  if (memory !== undefined) reset();
  memory = initSync({ module: wasm.module() }).memory;
  view = new Uint8Array(0);
  room = -1;
  base = undefined;
  instance.isBroken = false;
}

/** The core's memory; taken anew where it has grown, which detaches what was taken before. */
function bytes() {
  if (view.byteLength === 0) view = new Uint8Array(memory.buffer);
  return view;
}

/** Makes room for `length` bytes of input and gives where they begin: always at one place, until there are more. */
function reserve(length) {
  if (length > room) {
    input = makeRoom(length) >>> 0;
    room = length;
  }
  return input;
}

let input;
let room = -1;

/**
 * Copies text or bytes into the core's input, `extra` bytes of room behind them, and gives how many bytes they
 * are. Text is well-formed, and bytes are what they say: see raw.js.
 */
export function write(input, extra = 0) {
  if (typeof input === "string") {
    const room = input.length * 3;
    const start = reserve(room + extra);
    return encoder.encodeInto(input, bytes().subarray(start, start + room)).written;
  }
  const length = lengthOf(input);
  const start = reserve(length + extra);
  // A detached array has no bytes, and nothing can be copied out of it.
  if (length > 0) bytes().set(input, start);
  return length;
}

/** Copies short text behind the first `length` bytes of input, for which there is room. */
export function append(length, text) {
  const start = reserve(0) + length;
  return encoder.encodeInto(text, bytes().subarray(start, start + text.length * 3)).written;
}

/**
 * Where signed texts of deliveries are: in a block that the core appends to, or, where that had no room, in a copy of
 * its own. A copy for each text would cost more than hashing a short one.
 */
class Block {
  /** Set once the core no longer appends. @type {Uint8Array | undefined} */
  copy;

  text(start, end) {
    if (this.copy !== undefined) return decoder.decode(this.copy.subarray(start, end));
    return decoder.decode(bytes().subarray(base + start, base + end));
  }
}

/** The block with the text that the last `verify` left, as it says; `isAlone` where it found no room in the block. */
export function blockOf(isAlone, start, end) {
  if (isAlone) return copied(start, end);
  base ??= blockAt() >>> 0;
  used = end;
  return block;
}

function copied(start, end) {
  const at = aloneAt() >>> 0;
  const alone = new Block();
  alone.copy = bytes().slice(at + start, at + end);
  seal();
  clearBlock();
  return alone;
}

/** The block that the core appends to. */
let block = new Block();
/** Where the last text in it ends. The core alone says where a text begins, so nothing can shift. */
let used = 0;
/** Where in memory it is: the core never moves it. */
let base;

/** Copies the block for the parts that are in it. What the core appends from now on is in another. */
function seal() {
  if (used === 0) return;
  block.copy = bytes().slice(base, base + used);
  block = new Block();
  used = 0;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
