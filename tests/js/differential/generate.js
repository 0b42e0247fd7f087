// JSON texts as anybody might write them: every spelling of numbers, strings, names and white space.

import { ESCAPED, INDEX_NAMES, MORE_NUMBERS, NAMES, NUMBERS, ODD_NAMES, PLAIN, SPACES } from "./pools.js";

export function generator({ bits, below, once, pick, some }) {
  const float = new DataView(new ArrayBuffer(8));

  function space() {
    return once(4) ? pick(SPACES) : "";
  }

  function number() {
    if (once(3)) return pick(once(2) ? NUMBERS : MORE_NUMBERS);
    if (once(3))
      return `${once(2) ? "-" : ""}${once(5) ? "0" : 1 + below(9)}${digits(20)}`.replace(/^(-?)0\d+/, "$10");
    if (once(3))
      return `${below(1000)}.${digits(20)}${below(10)}${pick(["", "", "e", "E", "e+", "E-"])}`.replace(
        /([eE][+-]?)$/,
        `$1${below(330)}`,
      );
    float.setUint32(0, bits());
    float.setUint32(4, bits());
    const value = float.getFloat64(0);
    if (!Number.isFinite(value)) return "1";
    return pick([
      String(value),
      value.toExponential(),
      value.toPrecision(1 + below(40)),
      String(value).replace("e", "E"),
    ]);
  }

  function digits(most) {
    return some(most, () => below(10)).join("");
  }

  function string() {
    return `"${some(once(20) ? 60 : 4, piece).join("")}"`;
  }

  function piece() {
    if (once(3)) return pick(ESCAPED);
    if (once(4)) return escaped(below(0x10000));
    return pick(PLAIN);
  }

  function escaped(unit) {
    const hex = unit.toString(16).padStart(4, "0");
    return `\\u${once(2) ? hex : hex.toUpperCase()}`;
  }

  function name() {
    return `"${once(4) ? pick(INDEX_NAMES) : once(6) ? pick(ODD_NAMES) : once(9) ? piece() : pick(NAMES)}"`;
  }

  function value(depth) {
    if (depth > 0 && once(2)) return once(3) ? array(depth) : object(depth);
    return pick([string, string, number, number, () => pick(["true", "false", "null", "{}", "[]"])])();
  }

  function array(depth) {
    return `[${space()}${some(5, () => space() + value(depth - 1) + space()).join(",")}]`;
  }

  function object(depth) {
    const taken = new Set();
    return `{${space()}${some(5, () => member(taken, depth))
      .filter(Boolean)
      .join(",")}}`;
  }

  /** A member whose name is not `taken`; nothing where it is. */
  function member(taken, depth, given = name()) {
    const meant = JSON.parse(given);
    // V8 13.6 (Node 24) has a defect: once it has parsed {"a":1,"b\\\\":1}, it takes the second name of
    // {"a":1,"b\\n":1} for "b\\\\" too. An oracle has to be right, so no name ends in a backslash.
    if (taken.has(meant) || meant.endsWith("\\")) return "";
    taken.add(meant);
    return `${space()}${given}${space()}:${space()}${value(depth - 1)}${space()}`;
  }

  /** A value of many levels, and no more than 128 with what is around it. */
  function deep() {
    const levels = Array.from({ length: 40 + below(80) }, () =>
      pick([
        ["[", "]"],
        ['{"a":', "}"],
        [`[${number()},`, "]"],
        [`{ ${string()} : `, "}"],
      ]),
    );
    return (
      levels.map(([open]) => open).join("") +
      value(1) +
      levels
        .reverse()
        .map(([, close]) => close)
        .join("")
    );
  }

  /** The members of a body but its signature: `event` and `data` mostly, others between. */
  function members() {
    const taken = new Set(["signature"]);
    const list = some(once(3) ? 4 : 1, () => member(taken, 3));
    const own = (given, json) => `${space()}${given}${space()}:${space()}${json}${space()}`;
    const event =
      taken.has("event") || once(20)
        ? ""
        : own(once(9) ? '"\\u0065vent"' : '"event"', once(9) ? value(2) : string());
    const data = taken.has("data") || once(20) ? "" : own('"data"', once(40) ? deep() : value(5));
    list.splice(below(list.length + 1), 0, ...(once(9) ? [data, event] : [event, data]));
    return list.filter(Boolean);
  }

  return { space, members };
}
