// A real browser, and what every page has to stand up to: accessibility rules and narrow windows.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { CHROME_ARGUMENTS, chrome } from "../../scripts/lib/browser.mjs";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

export const WIDE = { width: 1280, height: 900 };
export const NARROW = { width: 360, height: 780 };

export function launch() {
  const executablePath = chrome();
  assert.ok(executablePath, "no Chrome or Chromium: npm run setup installs one, or set CHROME_PATH");
  return chromium.launch({ executablePath, args: CHROME_ARGUMENTS });
}

export async function assertAccessible(page, where) {
  // The policy forbids foreign scripts, as it should; the debugging protocol is not subject to it.
  await page.evaluate(readFileSync(AXE, "utf8"));
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }),
  );
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ target, any }) => `${target} ${any[0]?.message ?? ""}`).join(", ")}`,
  );
  assert.deepEqual(found, [], where);
}

export async function assertFits(page, where) {
  const { content, window: width } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: innerWidth,
  }));
  assert.ok(content <= width, `${where}: ${content} px of content in a window of ${width} px`);
}
