// Payments, customers, limits, retries and checklists.

import { codeOf } from "../conformance/vector.js";
import { at } from "./expect.js";

const FILES = ["retry", "problem", "review", "customer", "limits", "audit", "checklist"];

/** The code of what Rust calls an error by its kind. */
const CODES = {
  DuplicateMember: "duplicate_member",
  Empty: "body_empty",
  InvalidOptions: "invalid_options",
  NotArray: "not_an_array",
  NotDecimal: "invalid_limits",
  NotLimits: "invalid_limits",
  NotJson: "body_not_json",
  NotObject: "body_not_object",
  TooMany: "too_many_records",
};

export function policies(library, vectors, { test, equal }) {
  for (const file of FILES) {
    for (const { name, call, input, expect } of vectors[file]) {
      test(`${call}: ${name}`, () => {
        const work = () => answer(library, call, input);
        if (expect.error !== undefined) {
          equal(codeOf(library, { equal }, work), codeOfKind(expect.error), "code");
          return;
        }
        const found = work();
        for (const [path, expected] of Object.entries(expect)) equal(at(found, path), expected, path);
      });
    }
  }
}

function answer(library, call, input) {
  switch (call) {
    case "reviewState":
      return library.reviewState(given(input.payment), given(input.options));
    case "customerState":
      return library.customerState(given(input.customer));
    case "checkLimits":
      return library.checkLimits(given(input.payment), given(input.limits));
    case "auditRecords":
      return library.auditRecords(given(input.payments), given(input.customers), given(input.options));
    default:
      return library[call](given(input));
  }
}

/** An input is JSON, or the very text in `{text}`. */
function given(input) {
  return input?.text ?? input;
}

function codeOfKind(error) {
  const [kind, where] = error.split(" ");
  // Of limits it says where, which is a limit's error and not a body's.
  return where === undefined ? CODES[kind] : "invalid_limits";
}
