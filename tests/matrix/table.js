// The README's table of what the package runs in: the rows that ran, and nothing by hand.

import { readFileSync, writeFileSync } from "node:fs";
import { fromRoot } from "../../scripts/lib/paths.mjs";

const README = fromRoot("README.md");
const BLOCK = /(<!-- matrix: written by tests\/matrix\/run.js -->\n).*?(<!-- end of matrix -->)/s;

/** Whether the README has this table; says so where it has not. */
export function checkTable(rows) {
  const text = readFileSync(README, "utf8");
  if (BLOCK.exec(text)?.[0] === withTable(rows, BLOCK.exec(text)?.[0] ?? "")) return true;
  console.log("\nREADME.md has another table than what ran. `node tests/matrix/run.js --write` writes it.");
  return false;
}

export function writeTable(rows) {
  writeFileSync(README, withTable(rows, readFileSync(README, "utf8")));
}

function withTable(rows, text) {
  if (!BLOCK.test(text)) throw new Error("README.md has no place for the table");
  return text.replace(BLOCK, (_, start, end) => `${start}\n${table(rows)}\n${end}`);
}

function table(rows) {
  const runtimes = Map.groupBy(rows, ({ runtime }) => runtime);
  const lines = [...runtimes].map(
    ([runtime, rows]) => `| ${runtime} | ${rows.map(({ how }) => how).join(" · ")} |\n`,
  );
  return `| runs in | as |\n|---|---|\n${lines.join("")}`;
}
