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
 * Where the signed text of a delivery is: in a block that the core appends to, or, where that had no room, in a copy
 * of its own. A copy for each text would cost more than hashing a short one.
 */
export class SignedPart {
  #block;
  #start;
  #end;

  /** The part that the last `verify` made; `isAlone` where it found no room in the block. */
  constructor(isAlone) {
    const length = glue.signedLength();
    if (isAlone) {
      const at = glue.aloneAt() >>> 0;
      this.#block = { copy: bytes().slice(at, at + length) };
      this.#start = 0;
      seal();
    } else {
      this.#block = block;
      this.#start = used;
      used += length;
    }
    this.#end = this.#start + length;
  }

  text() {
    const { copy } = this.#block;
    if (copy !== undefined) return decoder.decode(copy.subarray(this.#start, this.#end));
    const at = glue.blockAt() >>> 0;
    return decoder.decode(bytes().subarray(at + this.#start, at + this.#end));
  }
}

/**
 * The block that the core appends to; it has a `copy` once the core does so no longer.
 * @type {{ copy: Uint8Array | undefined }}
 */
let block = { copy: undefined };
let used = 0;

/** Copies the block for the parts that are in it, and has the core begin anew. */
function seal() {
  if (used === 0) return;
  const at = glue.blockAt() >>> 0;
  block.copy = bytes().slice(at, at + used);
  block = { copy: undefined };
  used = 0;
  glue.clearBlock();
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
