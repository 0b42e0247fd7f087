// The table, and in plain words where we are not ahead.
import { cpus } from "node:os";
import { CONTENDERS } from "./contenders.js";

/** @type {Record<string, { head: string, unit: string, digits: number, scale: number, why: string }>} */
const COLUMNS = {
  node: {
    head: "verify, Node",
    unit: "µs",
    digits: 1,
    scale: 1,
    why: "Node's own hash is native code",
  },
  chromium: {
    head: "verify, Chromium",
    unit: "µs",
    digits: 1,
    scale: 1,
    why: "the runtime's own hash is native code",
  },
  workerd: {
    head: "verify, workerd",
    unit: "µs",
    digits: 1,
    scale: 1,
    why: "the runtime's own hash is native code",
  },
  cold: {
    head: "import to first verify, Node",
    unit: "ms",
    digits: 1,
    scale: 1,
    why: "they load a few kilobytes and call the runtime's own hash; this compiles and starts a wasm, once per process",
  },
  shipped: {
    head: "sent to a browser",
    unit: "KB",
    digits: 1,
    scale: 1 / 1000,
    why: "they bring an HMAC or call the browser's; this brings the strict reader and the diagnosis too. Verifying belongs on a server; for a page there is `compliance-gate/kyc`",
  },
  installed: {
    head: "installed",
    unit: "KB",
    digits: 0,
    scale: 1 / 1000,
    why: "three wasms, each as a file and as text, the element and the command line",
  },
};

/** @param {Record<string, [string, number | number[]][]>} found */
export function report(found) {
  const [ours] = CONTENDERS;
  const columns = Object.entries(COLUMNS).map(([name, column]) => {
    const values = new Map(found[name].map(([label, value]) => [label, value]));
    return { ...column, values, own: values.get(ours.label) };
  });
  const rows = CONTENDERS.map(({ label }) => {
    const cells = columns.map((column) => cell(column, label, label === ours.label));
    return `| ${label === ours.label ? `**${label}**` : label} | ${cells.join(" | ")} |`;
  });
  return `| | ${columns.map(({ head }) => head).join(" | ")} |
|---|${"---|".repeat(columns.length)}
${rows.join("\n")}

In brackets: how many times ours it is. Node ${process.version}, ${cpus().length} shared cores, so only the ratios mean anything: they are
medians of the ratios within a round.

${behind(columns)}
`;
}

function cell({ unit, digits, scale, values, own }, label, isOurs) {
  const value = values.get(label);
  if (value === undefined) return "–";
  const shown = `${(median(value) * scale).toFixed(digits)} ${unit}`;
  return isOurs ? `**${shown}**` : `${shown} (${ratio(value, own).toFixed(2)})`;
}

function behind(columns) {
  const lines = columns.flatMap(({ head, why, values, own }) => {
    const labels = CONTENDERS.slice(1).map(({ label }) => label);
    const others = labels.filter((label) => values.has(label));
    const ahead = others.filter((label) => ratio(values.get(label), own) < 1);
    return ahead.length === 0 ? [] : [`- ${head}: behind ${named(ahead, others)}; ${why}.`];
  });
  return lines.length === 0
    ? "We are ahead of each of them in every column."
    : `Where we are not ahead:\n\n${lines.join("\n")}`;
}

/** Some of all, in the fewest words. */
function named(some, all) {
  const rest = all.filter((label) => !some.includes(label));
  if (rest.length === 0) return "each";
  return rest.length < some.length ? `each but ${rest.join(", ")}` : some.join(", ");
}

/** Of two measurements: how many times the second the first is. */
function ratio(one, other) {
  return Array.isArray(one) ? median(one.map((value, round) => value / other[round])) : one / other;
}

function median(value) {
  if (!Array.isArray(value)) return value;
  const sorted = [...value].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}
