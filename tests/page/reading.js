// What somebody is reading: it stays true, and where it is, however long the page is open.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { until } from "../end-to-end/running.js";
import { assertAccessible, NARROW } from "./browser.js";
import { listed, post, postMany, press, see, settled } from "./opener.js";

const DAY_MS = 86_400_000;

/** The page tries again by itself, but up to half a minute later. */
const hurry = (page) => page.evaluate(() => dispatchEvent(new Event("online")));

export function reading(given) {
  describe("what is read", () => {
    test("counts its repeats, however far down it is", async () => {
      const old = settled();
      await post(given.gate, old);
      await postMany(given.gate, 60);
      await listed(given.gate);
      const { page, rows, about, live, picture, close } = await given.open();
      await live();
      await press(page, "Show older deliveries");
      await until(async () => (await rows.count()) === 100);
      const row = about(old.data.transaction.id);
      await row.locator("summary.row").click();
      await see(row.locator(".detail"), "the first with this key");
      await post(given.gate, old);
      await see(row.locator(".times"), "×2");
      await see(row.locator(".detail"), "2 times in all");
      assert.equal(await rows.count(), 100);
      await picture("repeat-of-an-old-one-light", false);
      await close();
    });

    test("says its day once that is over", async () => {
      await post(given.gate, settled());
      await listed(given.gate);
      const { page, row, live, close } = await given.open();
      await live();
      assert.match(await row().locator("time").textContent(), /^\d\d:\d\d:\d\d$/);
      await page.clock.setFixedTime(Date.now() + DAY_MS);
      await see(row().locator("time"), /^\d+ [A-Z][a-z]+, \d\d:\d\d:\d\d$/);
      await close();
    });

    test("comes after all when the gate is back", async () => {
      const { page, row, live, close } = await given.open();
      await live();
      await page.route("**/api/**", (route) => route.abort());
      await row().locator("summary.row").click();
      await see(row().locator(".detail"), "The gate cannot be reached.");
      await page.locator("#live[data-live=trouble]").waitFor();
      await page.unroute("**/api/**");
      await hurry(page);
      await see(row().locator(".detail pre"), "SETTLED");
      await close();
    });

    test("goes on from the first row that was added, when there are no older ones", async () => {
      const { page, rows, row, live, close } = await given.open();
      await live();
      await page.route("**/api/deliveries?before=*", async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, json: { ...(await response.json()), next: null } });
      });
      const before = await rows.count();
      await page.getByRole("button", { name: "Show older deliveries" }).focus();
      await page.keyboard.press("Enter");
      await page.locator("#older").waitFor({ state: "hidden" });
      assert.ok((await rows.count()) > before);
      const first = row(before).locator("summary.row");
      assert.ok(await first.evaluate((summary) => summary === document.activeElement));
      await close();
    });

    test("stays when so much arrives that the list begins anew, which is said", async () => {
      const old = settled();
      await post(given.gate, old);
      const { page, rows, about, live, picture, close } = await given.open();
      await see(rows, old.data.transaction.id);
      await live();
      await about(old.data.transaction.id).locator("summary.row").click();
      await page.route("**/api/**", (route) => route.abort());
      await page.locator("#live[data-live=trouble]").waitFor();
      await postMany(given.gate, 220);
      await listed(given.gate);
      await page.unroute("**/api/**");
      await hurry(page);
      await see(page.locator("#news"), "the list begins anew with the newest 200.");
      assert.equal(await rows.count(), 201);
      const last = rows.last();
      await see(last, old.data.transaction.id);
      await see(last.locator(".gap"), "Left here while it is read.");
      assert.ok(await last.locator(".detail").isVisible());
      await assertAccessible(page, "what is left at the end");
      await last.scrollIntoViewIfNeeded();
      await picture("begun-anew-light", false);
      await page.emulateMedia({ colorScheme: "dark" });
      await assertAccessible(page, "what is left at the end, dark");
      await page.setViewportSize(NARROW);
      await last.scrollIntoViewIfNeeded();
      await picture("begun-anew-narrow-dark", false);
      await press(page, "Show older deliveries");
      await until(async () => (await page.locator(".gap").count()) === 0);
      assert.equal(await rows.count(), 250);
      assert.ok(await about(old.data.transaction.id).locator(".detail").isVisible());
      await close();
    });
  });
}
