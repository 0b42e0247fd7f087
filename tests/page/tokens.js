// Tokens in links: ones that no header can hold, the same one again, and another.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { until } from "../end-to-end/running.js";
import { assertAccessible } from "./browser.js";
import { listed, postMany, press, see } from "./opener.js";

const DAMAGED = {
  "an ellipsis behind it": (token) => `${token}…`,
  "a space inside": (token) => `${token.slice(0, 8)}%20${token.slice(8)}`,
  "a letter that is not ASCII": (token) => `ü${token}`,
};

export function tokens(given) {
  const field = (page) => page.getByRole("textbox", { name: "API token" });
  const stored = (page) => page.evaluate(() => JSON.stringify(sessionStorage));

  describe("the page's token", () => {
    for (const [what, damage] of Object.entries(DAMAGED)) {
      test(`is asked for where the link's has ${what}`, async () => {
        const { gate } = given;
        const { page, live, picture, close } = await given.open({
          url: `${gate.url}/#token=${damage(gate.token)}`,
        });
        await see(page.getByRole("alert"), "The link’s token is damaged. A token is made of plain letters");
        await assertAccessible(page, "damaged token");
        await picture("token-damaged-light");
        assert.equal(await stored(page), "{}");
        await field(page).fill(gate.token);
        await press(page, "Show deliveries");
        await live();
        await close();
      });
    }

    test("is asked for where the tab kept one that cannot be sent", async () => {
      const { page, close } = await given.open({ url: given.gate.url });
      await page.evaluate(() => sessionStorage.setItem("compliance-gate.token", "kept…"));
      await page.reload();
      await field(page).waitFor();
      assert.equal(await stored(page), "{}");
      await close();
    });

    test("is asked for where a damaged link is opened over a list, and nothing of the list comes back", async () => {
      const { page, rows, live, close } = await given.open();
      await live();
      await page.goto(`${given.gate.page}…`);
      await see(page.getByRole("alert"), "The link’s token is damaged.");
      await page.waitForTimeout(2_500); // a round of the feed
      await see(page.getByRole("alert"), "The link’s token is damaged.");
      assert.equal(await page.locator("#live").textContent(), "Token needed");
      assert.equal(await rows.count(), 0);
      await close();
    });

    test("may come again, and the list is as it was", async () => {
      await postMany(given.gate, 60);
      await listed(given.gate);
      const { page, rows, row, live, close } = await given.open();
      await live();
      await press(page, "Show older deliveries");
      await until(async () => (await rows.count()) === 100);
      await row(70).locator("summary.row").click();
      await page.goto(given.gate.page);
      await live();
      await page.waitForTimeout(2_500);
      assert.equal(await rows.count(), 100);
      assert.ok(await row(70).locator(".detail").isVisible());
      await press(page, "Show older deliveries");
      await until(async () => (await rows.count()) === 150);
      await close();
    });

    test("may be another, and then nothing is left of what the one before showed", async () => {
      const { page, rows, live, close } = await given.open();
      await live();
      await page.goto(`${given.gate.url}/#token=another`);
      await see(page.getByRole("alert"), "The gate does not know this token.");
      assert.equal(await rows.count(), 0);
      await page.goto(given.gate.page);
      await live();
      await until(async () => (await rows.count()) === 50);
      await close();
    });
  });
}
