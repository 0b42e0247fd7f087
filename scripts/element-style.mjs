// `node scripts/element-style.mjs`: pkg/element/style.js from style.css beside it, for the element and its markup from
// servers. Committed, so that the package's sources run as they stand; `--check` fails where it is not what the CSS says.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fromRoot } from "./lib/paths.mjs";
import { fail } from "./lib/step.mjs";

const SOURCE = fromRoot("pkg", "element", "style.css");
const MADE = fromRoot("pkg", "element", "style.js");

const css = shortened(readFileSync(SOURCE, "utf8"));
const hash = `sha256-${createHash("sha256").update(css).digest("base64")}`;
const made = `// Made by scripts/element-style.mjs from style.css.
export const css =
  ${JSON.stringify(css)};
/** For a Content-Security-Policy. */
export const hash = "${hash}";
`;

if (!process.argv.includes("--check")) writeFileSync(MADE, made);
else if (readFileSync(MADE, "utf8") !== made) {
  fail("pkg/element/style.js is not what style.css says: run `node scripts/element-style.mjs`.");
}

/** Without comments and the white space that means nothing; the file has no text in which either would mean something. @param {string} text */
function shortened(text) {
  return text
    .replace(/\/\*.*?\*\//gs, "")
    .replace(/\s+/g, " ")
    .replace(/ ?([{};,>]) ?/g, "$1")
    .replace(/: (?=[^{}]*[;}])/g, ":")
    .replaceAll(";}", "}")
    .replaceAll('"', "'")
    .trim();
}
