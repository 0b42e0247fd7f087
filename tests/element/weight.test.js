// What a customer's browser downloads, bundled and gzipped.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { ROOT } from "../../scripts/lib/paths.mjs";
import { forBrowser } from "./bundle.js";
import { LANGUAGES } from "./situations.js";

const KB = 1024;
const ELEMENT_LIMIT = 12 * KB;
const PAGE_LIMIT = 60 * KB;

const { path } = await forBrowser("weight", 'import "compliance-gate/element";');
const files = Object.fromEntries(
  readdirSync(join(ROOT, path)).map((name) => [
    name,
    gzipSync(readFileSync(join(ROOT, path, name)), { level: 9 }).length,
  ]),
);
/** The bytes of the files whose names are like this. */
const weigh = (pattern) =>
  Object.entries(files)
    .filter(([name]) => pattern.test(name))
    .reduce((sum, [, size]) => sum + size, 0);

describe("gzipped", () => {
  for (const lang of LANGUAGES) {
    test(`the element with its texts in ${lang} is at most ${ELEMENT_LIMIT} bytes`, (context) => {
      const size = weigh(lang === "en" ? /^(main|chunk)/ : new RegExp(`^(main|chunk|${lang}-)`));
      context.diagnostic(`${size} bytes`);
      assert.ok(size <= ELEMENT_LIMIT, `${size} bytes`);
    });
  }

  test("a page with ready guidance is far below that, whatever the language", (context) => {
    const size =
      weigh(/^(main|chunk|es-)/) + gzipSync(readFileSync(join(ROOT, "examples/element/plain.html"))).length;
    context.diagnostic(`${size} bytes`);
    assert.ok(size <= PAGE_LIMIT, `${size} bytes`);
  });

  for (const lang of LANGUAGES) {
    test(`a page that reads a status itself is at most 60 KB in ${lang}, its wasm with it`, (context) => {
      const own = lang === "en" ? /^(main|chunk|kyc)/ : new RegExp(`^(main|chunk|kyc|${lang}-)`);
      const size = weigh(own) + gzipSync(readFileSync(join(ROOT, "examples/element/plain.html"))).length;
      context.diagnostic(`${size} bytes`);
      assert.ok(size <= PAGE_LIMIT, `${size} bytes`);
    });
  }

  test("the guidance is a file of its own, which only a status or a file asks for", () => {
    const guidance = Object.keys(files).filter((name) => name.startsWith("kyc-inline"));
    assert.equal(guidance.length, 1);
    assert.doesNotMatch(readFileSync(join(ROOT, path, "main.js"), "utf8"), /WebAssembly/);
  });
});
