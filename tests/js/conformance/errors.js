// What is thrown is an Error like any other, wherever it goes.

import { caught } from "./vector.js";

/** `refuse` throws a GateError. */
export function errors({ GateError }, refuse, { test, equal }) {
  test("errors: a GateError has a class, a code, a stack that names it, and a cause", () => {
    const error = caught(refuse);
    equal(
      [error instanceof GateError, error instanceof Error, error.name],
      [true, true, "GateError"],
      "class",
    );
    equal([typeof error.code, Object.keys(error)], ["string", ["code"]], "code");
    equal([typeof error.stack, error.stack.length > 0], ["string", true], "stack");
    equal(error.cause, { code: error.code }, "cause");
  });

  test("errors: what was thrown before is the cause of the cause, unless cloning would fail of it", () => {
    const before = new RangeError("before");
    equal(new GateError("internal", "m", before).cause.cause === before, true, "an Error");
    for (const thrown of [() => {}, Symbol("s"), Object.create(null), null, undefined]) {
      const error = new GateError("internal", "m", thrown);
      equal(error.cause, { code: "internal" }, "anything else");
      structuredClone(error);
    }
    // What holds such a thing is told in its words, where the engine clones causes.
    const holding = new GateError("internal", "m", new Error("before", { cause: () => {} }));
    structuredClone(holding);
    equal(String(holding.cause.cause), "Error: before", "an Error that cannot be cloned");
  });

  test("errors: JSON and structured clone keep the code", () => {
    const error = caught(refuse);
    const { name, code, status, message } = error;
    equal(JSON.parse(JSON.stringify(error)), { name, code, status, message }, "JSON");
    equal(structuredClone(error.toJSON()), { name, code, status, message }, "a clone of toJSON()");
    const clone = structuredClone(error);
    // Some runtimes clone into another realm, whose Error is another.
    const tag = Object.prototype.toString.call(clone);
    equal([tag, clone.message], ["[object Error]", message], "a clone is an Error");
    // JavaScriptCore clones no causes at all.
    const kept = structuredClone(new Error("", { cause: "kept" })).cause === "kept";
    equal(clone.cause?.code, kept ? code : undefined, "the code of a clone");
  });
}
