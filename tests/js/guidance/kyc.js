// Statuses, flows, events and documents.

import { codeOf, fromHex } from "../conformance/vector.js";
import { comparable, isWritten, textOf } from "./expect.js";

export function kyc(library, vectors, { test, equal }) {
  const { interpretStatus, interpretKycEvent, validateDocument } = library;

  /** Checks a call that gives what a vector expects, or is refused with its code. */
  const check = (name, { code, expect }, work) => {
    test(name, () => {
      if (code !== undefined) {
        equal(codeOf(library, { equal }, work), code, "code");
        return;
      }
      equal(comparable(work(), expect), expect, "answer");
    });
  };

  for (const vector of vectors.kyc_status) {
    const { name, status, context } = vector;
    check(`status: ${name}`, vector, () => interpretStatus(textOf(status), context));
    if (!isWritten(status)) {
      check(`status, as an object: ${name}`, vector, () => interpretStatus(status, context));
    }
  }

  for (const { name, context, steps } of vectors.kyc_flow) {
    test(`flow: ${name}`, () => {
      for (const [index, { event, status, expect }] of steps.entries()) {
        const known = { ...context, lastEvent: event };
        const guidance = interpretStatus(textOf(status), known);
        equal(Object.keys(expect).length, Object.keys(guidance).length, "whole guidance");
        equal(comparable(guidance, expect), expect, `step ${index}`);
        if (event === undefined || event === null) continue;
        const read = { ...context, lastEvent: interpretKycEvent(event, context ?? {}) };
        equal(interpretStatus(status, read).phase, expect.phase, `step ${index}, of the event that was read`);
      }
    });
  }

  for (const vector of vectors.kyc_event) {
    const { name, body, strategy } = vector;
    check(`event: ${name}`, vector, () => interpretKycEvent(textOf(body), { strategy }));
  }

  for (const vector of vectors.document) {
    const { name, document } = vector;
    const bytes = bytesOf(document.bytes);
    check(`document: ${name}`, vector, () => validateDocument({ ...document, bytes }));
  }
}

function bytesOf(given) {
  if (typeof given === "string") return new TextEncoder().encode(given);
  return given?.hex === undefined ? given : fromHex(given.hex);
}
