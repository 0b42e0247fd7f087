// Where the wasm comes from. An entry says how to come by it, and the first call that needs it compiles it: a page whose
// policy forbids that fails in that call, where it can be caught, and not while it imports.
import { GateError } from "./gate-error.js";

/** The wasm that is published as `file` and exports `answer`. */
export function source(file, answer) {
  let given;
  let module;

  return {
    /** Takes a compiled module, or a function that compiles it. */
    load(wasm) {
      given ??= typeof wasm === "function" ? wasm : () => wasm;
    },

    /** Takes a caller's module or bytes. Where there is one already, that one stays. */
    init(wasm) {
      if (given !== undefined) return;
      const found = isModule(wasm) ? wasm : compiled(() => new WebAssembly.Module(bytes(wasm)));
      if (!exported(found).includes(answer)) {
        throw new GateError("invalid_options", `expected compliance-gate/${file}, found another wasm`);
      }
      given = () => found;
    },

    /** The compiled module. */
    module() {
      if (given === undefined) {
        throw unavailable(`expected init with compliance-gate/${file} before the first call, found none`);
      }
      module ??= ofThisRealm(compiled(given));
      return module;
    },
  };
}

function compiled(compile) {
  try {
    return compile();
  } catch (cause) {
    if (cause instanceof GateError) throw cause;
    throw unavailable(
      `expected the package's wasm to compile, found: ${cause.message}; a page whose Content-Security-Policy names ` +
        "script-src has to allow 'wasm-unsafe-eval' there",
      cause,
    );
  }
}

function bytes(wasm) {
  if (ArrayBuffer.isView(wasm) || tagOf(wasm) === "[object ArrayBuffer]") return wasm;
  throw new GateError(
    "invalid_options",
    "expected the wasm as a WebAssembly.Module or as its bytes; a promise or a response has to be awaited before",
  );
}

/** The generated glue knows a module by its prototype, and edge runtimes compile outside of the realm they run in. */
function ofThisRealm(module) {
  return module instanceof WebAssembly.Module
    ? module
    : Object.setPrototypeOf(module, WebAssembly.Module.prototype);
}

/** Whether this is a module, of whatever realm. */
function isModule(wasm) {
  return tagOf(wasm) === "[object WebAssembly.Module]";
}

/** What a module exports, by name; nothing where it only looks like one. */
function exported(module) {
  try {
    return WebAssembly.Module.exports(module).map(({ name }) => name);
  } catch {
    return [];
  }
}

function tagOf(value) {
  return Object.prototype.toString.call(value);
}

function unavailable(message, cause) {
  return new GateError("wasm_unavailable", message, cause);
}
