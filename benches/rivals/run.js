// Measures everything, and writes the table into the README: `npm run bench -- rivals`.
import { readFileSync, writeFileSync } from "node:fs";
import { fromRoot } from "../../scripts/lib/paths.mjs";
import { given } from "./given.js";
import { inBrowser } from "./in-browser.js";
import { coldInNode, inNode } from "./in-node.js";
import { inWorkerd } from "./in-workerd.js";
import { report } from "./report.js";
import { installed, shipped } from "./weights.js";

const README = fromRoot("README.md");
const BLOCK = /(<!-- rivals: .*? -->\n).*?(<!-- \/rivals -->)/s;

/** In the order of the table's columns. */
const measurements = {
  node: () => inNode(given(0)),
  chromium: () => inBrowser(given(0)),
  workerd: () => inWorkerd(given(0)),
  cold: () => coldInNode(given(0)),
  shipped,
  installed,
};

const found = {};
for (const [name, measurement] of Object.entries(measurements)) {
  console.log(name);
  found[name] = await measurement();
}
const text = report(found);
console.log(`\n${text}`);
const readme = readFileSync(README, "utf8");
if (!BLOCK.test(readme))
  throw new Error("README.md has no place for the table: <!-- rivals: … --> and <!-- /rivals -->");
writeFileSync(
  README,
  readme.replace(BLOCK, (_, begin, end) => `${begin}${text}${end}`),
);
