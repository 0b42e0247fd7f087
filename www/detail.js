// What is known about one delivery.

import { delivery } from "./api.js";
import { make } from "./dom.js";
import { named } from "./name.js";
import { pretty } from "./pretty.js";
import { inFull } from "./time.js";

/** Those whose answer did not come, though it may when it is asked for again. */
const failed = new WeakSet();

/** Asks for a delivery and shows it; what was shown stays until the answer is there. */
export async function fillDetail(element, id) {
  failed.delete(element);
  if (!element.hasChildNodes()) element.append(make("p", { class: "quiet" }, "Asking the ledger…"));
  try {
    element.replaceChildren(...parts(await delivery(id)));
  } catch (error) {
    element.replaceChildren(make("p", { class: "error" }, error.message));
    if (error.status === 0 || error.status >= 500) failed.add(element);
  }
}

export function hasFailed(element) {
  return failed.has(element);
}

function parts(full) {
  return [
    make(
      "dl",
      {},
      ...facts(full).flatMap(([term, value, kind]) => [
        make("dt", {}, term),
        make("dd", { class: kind }, ...[value].flat()),
      ]),
    ),
    text(
      "Signed text",
      "Exactly what the signature covers; only the indentation is this page’s.",
      pretty(full.signedText),
    ),
    full.receivedUnverified === null || full.receivedUnverified === full.signedText
      ? null
      : make(
          "details",
          { class: "received" },
          make("summary", {}, "Body as received, unverified"),
          text(null, "For looking into a problem. Do not act on what is only here.", full.receivedUnverified),
        ),
  ].filter((part) => part !== null);
}

function facts(full) {
  return [
    ["Event", full.event === null ? "no event name" : named(full.event)],
    ["Subject", subject(full.subject)],
    ["Idempotency key", full.idempotencyKey, "mono"],
    ["Content id", full.contentId, "mono"],
    ["Outcome", meaning(full)],
    [
      "Not covered",
      full.uncovered.length === 0
        ? "nothing: the signature covers every other member"
        : full.uncovered.flatMap((name, index) => (index === 0 ? [named(name)] : [", ", named(name)])),
    ],
    ["Verified", `key ${full.keyId} · dialect ${full.dialect} · scope ${full.scope} · form ${full.form}`],
    ["Received", inFull(full.receivedAt)],
    full.duplicates > 0
      ? ["Last seen", `${inFull(full.lastSeenAt)}, ${full.duplicates + 1} times in all`]
      : null,
    [
      "Handed on",
      full.state === "confirmed" ? "yes, confirmed" : `not yet confirmed, ${full.attempts} repeated attempts`,
    ],
    ["Place", `${full.id} in the ledger of ${full.provider}, ${full.environment}`],
  ].filter((fact) => fact !== null);
}

function subject({ kind, id, status }) {
  if (kind === null) return "none named";
  return [
    `${kind} `,
    id === null ? "without id" : named(id, { class: "mono" }),
    ...(status === null ? [] : [", ", named(status)]),
  ];
}

function meaning({ outcome, known }) {
  const word =
    outcome === "accepted"
      ? "accepted: the first with this key"
      : "conflict: this key was there with other content, so both are handed on";
  return known ? word : `${word}; the event’s name is not one the provider documents`;
}

function text(title, note, content) {
  return make(
    "div",
    { class: "text" },
    title === null ? null : make("h3", {}, title),
    make("p", { class: "quiet" }, note),
    make("pre", { tabindex: "0", "aria-label": title ?? "Body as received" }, make("code", {}, content)),
  );
}
