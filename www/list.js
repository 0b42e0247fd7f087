// The list of deliveries: one disclosure each, kept open and in place while news arrives.

import { fillDetail, hasFailed } from "./detail.js";
import { at, make, say } from "./dom.js";
import { named, visible } from "./name.js";
import { inFull, split } from "./time.js";

/** By id: the delivery, and the elements that change. */
const shown = new Map();
let begun = false;
let today = new Date().toDateString();

/** Shows these deliveries beside those shown already. Returns the ones that are new, newest first. */
export function merge(deliveries) {
  const fresh = deliveries.filter(({ id }) => !shown.has(id)).sort(newestFirst);
  const first = !begun;
  begun = true;
  for (const delivery of deliveries) {
    const there = shown.get(delivery.id);
    if (there) refresh(there, delivery);
    else shown.set(delivery.id, { delivery, ...row(delivery, !first) });
  }
  if (fresh.length > 0) {
    const order = [...shown.values()].sort((a, b) => newestFirst(a.delivery, b.delivery));
    const rows = at("rows");
    order.forEach(({ item }, index) => {
      if (rows.children[index] !== item) rows.insertBefore(item, rows.children[index] ?? null);
    });
  }
  at("table").hidden = shown.size === 0;
  at("empty").hidden = shown.size > 0;
  return first ? [] : fresh;
}

export function isEmpty() {
  return shown.size === 0;
}

export function isShown(id) {
  return shown.has(id);
}

export function clear() {
  shown.clear();
  begun = false;
  at("rows").replaceChildren();
  at("table").hidden = true;
}

/** Empties the list but for what somebody is reading, which stays at the end of it. */
export function beginAnew() {
  for (const [id, { item, details }] of shown) {
    if (details.open || item.contains(document.activeElement)) {
      item.querySelector(".gap") ?? item.prepend(make("p", { class: "gap" }, GAP));
    } else {
      shown.delete(id);
      item.remove();
    }
  }
  begun = false;
}
const GAP = "Left here while it is read. What came between comes with “Show older deliveries”.";

/** Gives a row the keyboard's focus; the list itself where there is no such row. */
export function focus(id) {
  (shown.get(id)?.details.firstChild ?? at("deliveries")).focus();
}

/** Asks again for what could not be had while the gate was away. */
export function askAgain() {
  for (const { delivery, details, detail } of shown.values())
    if (details.open && hasFailed(detail)) fillDetail(detail, delivery.id);
}

/** Has the times say their day, once it is another. */
export function redate() {
  if (new Date().toDateString() === today) return;
  today = new Date().toDateString();
  for (const { delivery, time } of shown.values()) say(time, moment(delivery));
}

/** By their receipt: the gate lists them in the order in which they came into its index. */
function newestFirst(a, b) {
  return b.receivedAt.localeCompare(a.receivedAt) || place(b.id) - place(a.id);
}

function place(id) {
  const [shard, sequence] = id.split("-").map(Number);
  return shard * 1e12 + sequence;
}

function refresh(there, delivery) {
  const { item, details, detail } = there;
  const changed = delivery.duplicates !== there.delivery.duplicates;
  there.delivery = delivery;
  item.querySelector(".gap")?.remove();
  if (!changed) return;
  item.querySelector(".outcome").replaceChildren(...outcome(delivery));
  if (details.open) fillDetail(detail, delivery.id);
}

function row(delivery, fresh) {
  const { id, receivedAt } = delivery;
  const time = make("time", { datetime: receivedAt, title: inFull(receivedAt) }, moment(delivery));
  const detail = make("div", { class: "detail" });
  const details = make(
    "details",
    {},
    make(
      "summary",
      { class: "row" },
      cell("time", "Received", time),
      cell("event", "Event", ...event(delivery)),
      cell("subject", "Subject", ...subject(delivery.subject)),
      cell("outcome", "Outcome", ...outcome(delivery)),
      cell("key", "Key", make("span", { class: "mono" }, delivery.keyId)),
      cell("how", "Verified", `${delivery.dialect} · ${delivery.scope} · ${delivery.form}`),
    ),
    detail,
  );
  details.addEventListener("toggle", () => {
    if (details.open) fillDetail(detail, id);
  });
  return {
    item: make("li", { class: fresh ? "fresh" : null, "data-id": id }, details),
    details,
    detail,
    time,
  };
}

function moment({ receivedAt }) {
  const { clock, day } = split(receivedAt);
  return day === null ? clock : `${day}, ${clock}`;
}

/** The label is heard by everyone, and seen where the columns have no heads. */
function cell(name, label, ...children) {
  return make(
    "span",
    { class: `cell ${name}-cell` },
    make("span", { class: "label" }, `${label} `),
    make("span", { class: name }, ...children),
  );
}

function event({ event: name, known }) {
  return [
    name === null ? make("span", { class: "name" }, "no event name") : named(name, { class: "name" }),
    known ? null : make("span", { class: "badge unknown" }, "unknown"),
  ];
}

function subject({ kind, id, status }) {
  if (kind === null) return [make("span", { class: "quiet" }, "none named")];
  return [
    id === null ? make("span", { class: "mono" }, "without id") : named(id, { class: "mono" }),
    make("span", { class: "about" }, `${kind} `, status === null ? null : named(status, { class: "status" })),
  ];
}

function outcome({ outcome: word, duplicates }) {
  const badge = make("span", { class: `badge ${word}` }, word);
  if (duplicates === 0) return [badge];
  const times = `×${duplicates + 1}`;
  const title = `Received ${duplicates + 1} times; handed on once`;
  return [
    badge,
    make("span", { class: "badge times", title }, times, make("span", { class: "hidden-text" }, ` ${title}`)),
  ];
}

/** Says what is new to those who cannot see it. */
export function announce(fresh) {
  if (fresh.length === 0) return;
  const { event: name, known, outcome: word } = fresh[0];
  const one = `${name === null ? "no event name" : visible(name)}${known ? "" : ", unknown event"}, ${word}`;
  say(
    at("news"),
    fresh.length === 1 ? `New delivery: ${one}.` : `${fresh.length} new deliveries; the newest: ${one}.`,
  );
}

/** Says that what was there is gone. */
export function announceAnew(count) {
  say(
    at("news"),
    `More arrived than could be added: the list begins anew with the newest ${count}. “Show older deliveries” has the others.`,
  );
}
