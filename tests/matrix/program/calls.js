// What every runtime is asked, as data that native Rust (examples/verdicts.rs) reads as well.

import { textOf } from "../../js/guidance/expect.js";

const VERIFIED = ["delivery", "refused", "attack", "diagnosis"];
const POLICIES = ["retry", "problem", "review", "customer", "limits", "audit", "checklist"];

/**
 * Every call, in order: `{ name, call }`, and either a vector's `options`, `body` and `header`, or `arguments`, each a
 * text, `{ hex }` of bytes, or null where it is absent.
 */
export function callsOf(vectors) {
  return [...verifications(vectors), ...statuses(vectors), ...policies(vectors)];
}

function* verifications(vectors) {
  for (const file of VERIFIED) {
    // Options of some vectors are none that Rust's types can hold.
    for (const vector of vectors[file].filter(({ javascript }) => javascript !== true)) {
      const { name, options, body, header } = vector;
      for (const call of ["verify", "explain"]) {
        yield { name: `${call}, ${file}: ${name}`, call, options, body, header };
      }
    }
  }
  for (const { name, signedText, distinct = [], same = [] } of vectors.idempotency) {
    const texts = [signedText ?? [], ...distinct, ...same].flat();
    for (const [at, text] of texts.entries()) yield asked("idempotencyKey", `${name}, ${at}`, text);
  }
}

function* statuses(vectors) {
  for (const { name, status, context } of vectors.kyc_status) {
    yield asked("interpretStatus", name, argument(textOf(status)), json(context));
  }
  for (const { name, context, steps } of vectors.kyc_flow) {
    for (const [at, { event, status }] of steps.entries()) {
      const known = json({ ...context, lastEvent: event });
      yield asked("interpretStatus", `${name}, step ${at}`, argument(textOf(status)), known);
    }
  }
  for (const { name, body, strategy } of vectors.kyc_event) {
    yield asked("interpretKycEvent", name, argument(textOf(body)), json({ strategy }));
  }
  for (const { name, document } of vectors.document) yield validation(name, document);
  for (const { name, document } of vectors.document) {
    const { strategy, nationality, usPerson, hasIpAddress } = document;
    yield asked("requiredDocuments", name, json({ strategy, nationality, usPerson, hasIpAddress }));
  }
}

/** A document's size is never below that of its bytes, which the package sees to. */
function validation(name, { bytes, ...document }) {
  if (bytes === undefined || bytes === null) return asked("validateDocument", name, json(document));
  const hex = bytes.hex ?? hexOf(new TextEncoder().encode(bytes));
  const candidate = { ...document, size: Math.max(document.size ?? 0, hex.length / 2) };
  return asked("validateDocument", name, json(candidate), { hex });
}

function* policies(vectors) {
  for (const file of POLICIES) {
    for (const { name, call, input } of vectors[file]) yield asked(call, name, ...inputs(call, input));
  }
}

function inputs(call, input) {
  switch (call) {
    case "reviewState":
      return [given(input.payment), given(input.options)];
    case "customerState":
      return [given(input.customer)];
    case "checkLimits":
      return [given(input.payment), given(input.limits)];
    case "auditRecords":
      return [given(input.payments), given(input.customers), given(input.options)];
    case "redeliverySchedule":
    case "checklist":
      return [];
    default:
      return [given(input)];
  }
}

function asked(call, name, ...given) {
  return { name: `${call}: ${name}`, call, arguments: given };
}

/** An input is JSON, or the very text in `{text}`. */
function given(input) {
  return input?.text ?? json(input);
}

function json(value) {
  return value === undefined ? null : JSON.stringify(value);
}

function argument(written) {
  return typeof written === "string" ? written : { hex: hexOf(written) };
}

function hexOf(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
