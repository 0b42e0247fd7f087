// Opens the page, and watches what it complains about. Screenshots go to tests/results/page/.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { signSample } from "../../scripts/lib/start-banner.mjs";
import { ROOT, until } from "../end-to-end/running.js";
import { WIDE } from "./browser.js";

const PICTURES = join(ROOT, "tests", "results", "page");

/** @param {import("playwright-core").Browser} browser @param {string} usual the page's address, with the token in it */
export function opener(browser, usual) {
  mkdirSync(PICTURES, { recursive: true });

  /** Opens the page in a context of its own; whatever the page complains about fails the test that closes it. */
  return async function open({ url = usual, viewport = WIDE, colorScheme = "light", ...rest } = {}) {
    const context = await browser.newContext({
      viewport,
      colorScheme,
      locale: "en-GB",
      timezoneId: "UTC",
      ...rest,
    });
    const page = await context.newPage();
    const complaints = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      // A refused request is logged by the browser itself.
      if (message.type() === "error" && !/status of (401|503)|ERR_/.test(message.text()))
        complaints.push(message.text());
    });
    await page.goto(url);
    const rows = page.locator("#rows > li");
    return {
      page,
      rows,
      row: (index = 0) => rows.nth(index),
      about: (text) => rows.filter({ hasText: text }).first(),
      live: () => page.locator("#live[data-live=live]").waitFor({ timeout: 20_000 }),
      picture: (name, fullPage = true) => page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage }),
      async close() {
        await context.close();
        assert.deepEqual(complaints, []);
      },
    };
  };
}

export const press = (page, name) => page.getByRole("button", { name }).click();
export const see = (locator, text) => locator.filter({ hasText: text }).first().waitFor({ timeout: 15_000 });

/** Posts an event, signed as the provider's are. */
export async function post(gate, event) {
  const response = await fetch(`${gate.url}/webhooks/conomy`, {
    method: "POST",
    body: signSample("WEBHOOK_SECRET", event),
  });
  assert.equal(response.status, 200);
}

/** An event about a transaction of its own. */
export function settled(id = randomUUID()) {
  return { event: "payment.settled", data: { transaction: { id, status: "SETTLED" } } };
}

export function postMany(gate, count) {
  return Promise.all(Array.from({ length: count }, () => post(gate, settled())));
}

/** Waits until whatever was posted is in the list. */
export function listed({ url, token }) {
  const init = { headers: { Authorization: `Bearer ${token}` } };
  return until(async () => (await (await fetch(`${url}/api/backlog`, init)).json()).owed === 0, 30_000);
}
