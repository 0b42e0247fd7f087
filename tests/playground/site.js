// The playground as a folder of files, on a server that knows nothing of it.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

export function site(given) {
  describe("the playground as static files", () => {
    test("has all it needs, at whatever address, and no way to a gate", async () => {
      const { page, close } = await given.open("", { url: given.site });
      await page.locator("#status-result").waitFor();
      await page.locator("compliance-next-action").getByRole("heading").first().waitFor();
      assert.equal(await page.getByRole("link", { name: "Deliveries" }).count(), 0);
      await page.getByRole("link", { name: "Delivery" }).click();
      await page.getByRole("button", { name: "Fill in a signed sample" }).click();
      await page.getByRole("heading", { name: "Verified" }).waitFor();
      await page.getByRole("link", { name: "Document" }).click();
      await page.getByRole("heading", { name: "SOURCE_OF_FUNDS would do" }).waitFor();
      await close();
    });

    test("is as strict there, by the policy it carries itself", async () => {
      const { page, complaints, close } = await given.open("", { url: given.site });
      await page.locator("#status-result").waitFor();
      const went = await page.evaluate(
        (url) =>
          fetch(url).then(
            () => true,
            () => false,
          ),
        given.site,
      );
      assert.equal(went, false);
      for (const complaint of complaints.splice(0)) assert.match(complaint, /Content Security Policy/);
      await close();
    });
  });
}
