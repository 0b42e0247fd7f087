// Names that are none, that have no end, and that are written from right to left.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { assertAccessible, assertFits, NARROW } from "./browser.js";
import { post, see } from "./opener.js";

/** What a name is, and what is seen of it. */
const UNSEEN = [
  ["empty", "", '""'],
  ["white space", " \n", '" \\n"'],
  ["of no width", "\u200b\u2060", '"\u200b\u2060"'],
];
const LONG = `${"long".repeat(499)}-end`;

export function names(given) {
  const event = (event, id, status) => ({ event, data: { transaction: { id, status } } });

  describe("the page's names", () => {
    for (const [what, name, seen] of UNSEEN) {
      test(`are quoted where they are ${what}`, async () => {
        const { page, row, live, close } = await given.open();
        await live();
        await post(given.gate, event(name, name, name));
        const texts = () =>
          row().evaluate((item) =>
            [".event .name", ".subject .mono", ".subject .status"].map(
              (part) => item.querySelector(part)?.textContent,
            ),
          );
        await page.waitForFunction(
          (text) => document.querySelector("#rows .event .name")?.textContent === text,
          seen,
        );
        assert.deepEqual(await texts(), [seen, seen, seen]);
        await row().locator("summary.row").click();
        await see(row().locator(".detail dt + dd"), seen);
        await close();
      });
    }

    test("are cut in the list where they have no end, and whole in the detail", async () => {
      await post(given.gate, event(`Transaction.${LONG}`, LONG, LONG));
      const { page, about, picture, close } = await given.open();
      const long = about("Transaction.long");
      await long.waitFor();
      assert.ok((await long.boundingBox()).height < 200);
      await picture("names-light", false);
      await long.locator("summary.row").click();
      await see(long.locator(".detail dd"), `transaction ${LONG}, ${LONG}`);
      await see(long.locator(".detail dd"), `Transaction.${LONG}`);
      await long.locator("summary.row").click();
      await page.setViewportSize(NARROW);
      assert.ok((await long.boundingBox()).height < 400);
      await assertFits(page, "long names, 360 px");
      await page.emulateMedia({ colorScheme: "dark" });
      await assertAccessible(page, "long names, dark, 360 px");
      await long.scrollIntoViewIfNeeded();
      await picture("names-narrow-dark", false);
      await close();
    });

    test("leave what follows them where it belongs, whatever their direction", async () => {
      await post(given.gate, event("\u202Eevil", "a\u202Eb", "\u202Ec"));
      const { about, picture, close } = await given.open();
      const odd = about("evil");
      const left = async (locator) => (await locator.boundingBox()).x;
      assert.ok((await left(odd.locator(".event .name"))) < (await left(odd.locator(".unknown"))));
      await odd.locator("summary.row").click();
      const subject = odd.locator(".detail dd").nth(1).locator("bdi");
      await subject.nth(1).waitFor();
      assert.ok((await left(subject.nth(0))) < (await left(subject.nth(1))));
      await picture("names-direction-light", false);
      await close();
    });
  });
}
