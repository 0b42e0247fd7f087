// The buttons that have samples sent. Only a local gate has the route they use.

import { sendSample } from "./api.js";
import { at, say } from "./dom.js";

let last = null;
let busy = false;

/** `sent` is called after each answer. */
export function wireSandbox(sent) {
  for (const button of buttons()) {
    button.addEventListener("click", () => send(button.dataset.send, sent));
  }
}

async function send(what, sent) {
  if (busy) return; // not disabled meanwhile: that would take the keyboard's focus away
  busy = true;
  const options = choose(what);
  say(at("sent"), "Sending…");
  try {
    const { outcome, idempotencyKey } = await sendSample(options);
    last = options;
    say(at("sent"), `200 ${outcome} · ${idempotencyKey}`);
  } catch (error) {
    say(at("sent"), `${error.status || "No answer"} · ${error.message}`);
  }
  for (const button of buttons()) if (last !== null) button.disabled = false;
  busy = false;
  sent();
}

function choose(what) {
  if (what === "again") return last;
  if (what === "conflict") return { ...last, amount: String(Number(last.amount ?? "50000") + 1) };
  return what === "unknown" ? { id: freshId(), event: "Transaction.Teleported" } : { id: freshId() };
}

function buttons() {
  return document.querySelectorAll("[data-send]");
}

/** 24 hex digits, as in the provider's samples. */
function freshId() {
  return [...crypto.getRandomValues(new Uint8Array(12))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}
