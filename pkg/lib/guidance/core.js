// One instance of a core that answers questions: texts and bytes in, JSON out.
import { guard } from "../guard.js";
import { lengthOf } from "../raw.js";
import { source } from "../source.js";

/** Before what says why there is no answer: see src/bindings/question.rs. */
const REFUSED = "!";

/** The core that these functions of its glue are for; `wasm` says which it is, as source.js wants to know it. */
export function core({ answer, reserve, initSync, reset }, ...wasm) {
  const { load, init, module } = source(...wasm);
  let memory;

  // The first call makes the instance as a later one replaces a broken one.
  const guarded = guard({ isBroken: true }, () => {
    if (memory !== undefined) reset();
    memory = initSync({ module: module() }).memory;
  });

  const asked = (question, inputs) => {
    const [first, second, third] = written(reserve, () => memory, inputs);
    const text = answer(question, first, second, third);
    if (text.startsWith(REFUSED)) throw JSON.parse(text.slice(REFUSED.length));
    return text;
  };

  return {
    // How the entries and callers of the slim one bring the wasm: see source.js.
    load,
    init,

    /** Runs work on the instance: see guard.js. */
    guarded,

    /** What the core answers. An input is bytes or well-formed text; undefined is an absent one. */
    ask: (question, first, second, third) => JSON.parse(guarded(asked, question, [first, second, third])),
  };
}

/** Copies the inputs into the core, one behind the other, and gives how many bytes each is. */
function written(reserve, memory, inputs) {
  let at = reserve(inputs.reduce((sum, input) => sum + roomFor(input), 0)) >>> 0;
  // Taken behind `reserve`, which may have the memory grow, and what was taken before is then detached.
  const bytes = new Uint8Array(memory().buffer);
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
