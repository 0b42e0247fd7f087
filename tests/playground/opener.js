// Opens the playground, and watches it: what it asks for, what it complains about, what it looks like.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../end-to-end/running.js";
import { assertAccessible, assertFits, NARROW, WIDE } from "../page/browser.js";

const PICTURES = join(ROOT, "tests", "results", "playground");

/** @param {import("playwright-core").Browser} browser @param {string} usual the page's address, without what is behind # */
export function opener(browser, usual) {
  mkdirSync(PICTURES, { recursive: true });

  /** Opens the page in a context of its own. What is wrong with a visit fails the test that closes it. */
  return async function open(
    hash = "",
    { url = usual, viewport = WIDE, colorScheme = "light", ...rest } = {},
  ) {
    const context = await browser.newContext({ viewport, colorScheme, locale: "en-GB", ...rest });
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const page = await context.newPage();
    const requests = [];
    const complaints = [];
    page.on("request", (request) => requests.push(request));
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    await page.goto(url + hash);
    return {
      page,
      requests,
      /** What was asked for since there were so many requests; the browser's own for the page's icon do not count. */
      since: (before) =>
        requests.slice(before).flatMap((request) => (isIcon(request.url()) ? [] : [request.url()])),
      complaints,
      choose: (name, option) => page.getByRole("combobox", { name, exact: true }).selectOption(option),
      press: (name) => page.getByRole("button", { name, exact: true }).click(),
      clipboard: () => page.evaluate(() => navigator.clipboard.readText()),
      look: (name) => look(page, name),
      async close() {
        const sent = await asked(requests);
        await context.close();
        assert.deepEqual(complaints, []);
        for (const { method, address, body } of sent) {
          assert.equal(
            `${method} ${new URL(address).origin} ${body}`,
            `GET ${new URL(url).origin} null`,
            address,
          );
          assert.doesNotMatch(address, /[?]/, "the page asks for files, and says nothing while it asks");
        }
      },
    };
  };
}

/** @param {string} address */
function isIcon(address) {
  return new URL(address).pathname.endsWith("/favicon.svg");
}

/** What left the browser. */
async function asked(requests) {
  return Promise.all(
    requests.map(async (request) => ({
      method: request.method(),
      address: request.url(),
      headers: JSON.stringify(await request.allHeaders()),
      body: request.postData(),
    })),
  );
}

/** Takes pictures in both schemes, wide and narrow, and holds each to the rules. Nothing moves meanwhile. */
async function look(page, name) {
  for (const [size, viewport] of [
    ["wide", WIDE],
    ["narrow", NARROW],
  ]) {
    await page.setViewportSize(viewport);
    for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const where = `${name}-${size}-${colorScheme}`;
      await assertFits(page, where);
      // The colours of the dark scheme were looked at when it was wide, and the narrow layout when it was light.
      if (size === "wide" || colorScheme === "light") await assertAccessible(page, where);
      await page.screenshot({ path: join(PICTURES, `${where}.png`), fullPage: true });
    }
  }
  await page.setViewportSize(WIDE);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "no-preference" });
}
