// A browser, pages that complain about nothing, and what is asserted of each of them.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before } from "node:test";
import { ROOT } from "../../scripts/lib/paths.mjs";
import { launch } from "../page/browser.js";
import { serve } from "./serve.js";

export { assertAccessible, assertFits } from "../page/browser.js";

const PICTURES = join(ROOT, "tests", "results", "element");

export const WIDE = { width: 760, height: 700 };
export const NARROW = { width: 360, height: 740 };

/** A browser and a server for the tests of a file. */
export function stage() {
  const stage = { server: null, browser: null, open };
  before(async () => {
    mkdirSync(PICTURES, { recursive: true });
    stage.server = await serve();
    stage.browser = await launch();
  });
  after(async () => {
    await stage.browser?.close();
    await stage.server?.close();
  });

  /** Opens a page in a context of its own; whatever it complains about fails the test that closes it. */
  async function open(path, { viewport = WIDE, ignored = /^$/, prepare, ...rest } = {}) {
    const context = await stage.browser.newContext({ viewport, locale: "en-GB", timezoneId: "UTC", ...rest });
    const page = await context.newPage();
    const complaints = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error" && !ignored.test(message.text())) complaints.push(message.text());
    });
    await prepare?.(page);
    await page.goto(new URL(path, stage.server.url).href);
    return {
      page,
      element: page.locator("compliance-next-action").first(),
      async close() {
        await context.close();
        assert.deepEqual(complaints, []);
      },
    };
  }
  return stage;
}

/** Waits until the element shows this screen. */
export function shows(page, screen) {
  return page.locator(`[part=card][data-screen=${screen}]`).first().waitFor({ timeout: 15_000 });
}

export async function picture(page, name) {
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}
