// The page around the views: its policy, its ways in and out, its keyboard order, and what it is without a script.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

export function frame(given) {
  describe("the playground's frame", () => {
    test("has the browser refuse whatever a script would send, and all code that is not the page's", async () => {
      const response = await fetch(`${given.gate.url}/playground`);
      assert.equal(response.status, 200);
      const policy = response.headers.get("content-security-policy");
      assert.match(
        policy,
        /default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'none'/,
      );
      assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'/);
      assert.equal(response.headers.get("referrer-policy"), "no-referrer");

      const { page, complaints, close } = await given.open();
      await page.locator("#status-result").waitFor();
      const went = await page.evaluate(async (url) => {
        // What the debugging protocol runs itself is not subject to the policy; what runs later is.
        await new Promise((resolve) => setTimeout(resolve));
        const tries = [
          () => fetch(url),
          () => import("data:text/javascript,export default 1"),
          () => new Function("return 1")(),
          () =>
            new Promise((resolve, reject) => {
              const socket = new WebSocket(url.replace("http", "ws"));
              socket.onopen = resolve;
              socket.onerror = reject;
            }),
        ];
        const results = await Promise.allSettled(tries.map(async (go) => go()));
        return results.filter(({ status }) => status === "fulfilled").length;
      }, `${given.gate.url}/healthz`);
      assert.equal(went, 0);
      for (const complaint of complaints.splice(0))
        assert.match(complaint, /Content Security Policy|TrustedScript/);
      await close();
    });

    test("leaves the policy of the gate's other page as it is", async () => {
      const policy = (await fetch(given.gate.url)).headers.get("content-security-policy");
      assert.match(policy, /script-src 'self'; .*connect-src 'self'/);
    });

    test("leads to the deliveries and back", async () => {
      const { page, close } = await given.open();
      await page.getByRole("link", { name: "Deliveries" }).click();
      await page.getByRole("heading", { name: "Enter the API token" }).waitFor();
      await page.getByRole("link", { name: "Playground" }).click();
      await page.getByRole("heading", { name: "What the provider answered" }).waitFor();
      await close();
    });

    test("says where everything happens", async () => {
      const { page, look, close } = await given.open();
      await page.getByText("Nothing leaves this page, and nothing is stored.").click();
      await page
        .getByText("This is the one page of the project that loads the full package, with its signing code")
        .waitFor();
      await look("privacy");
      await close();
    });

    test("is walked by keyboard alone, in the order it is read", async () => {
      const { page, close } = await given.open("#delivery?sample=body");
      await page.getByRole("heading", { name: "Verified" }).waitFor();
      const stops = [];
      for (let stop = 0; stop < 18; stop++) {
        await page.keyboard.press("Tab");
        stops.push(
          await page.evaluate(() => {
            const { id, textContent } = document.activeElement;
            return id || textContent.trim().split("\n")[0].trim();
          }),
        );
      }
      assert.deepEqual(stops, [
        "skip",
        "Deliveries",
        "Playground",
        "Nothing leaves this page, and nothing is stored.",
        "to-status",
        "to-delivery",
        "to-document",
        "copy-link",
        "sample-earlier",
        "sample",
        "sample-later",
        "secret-show",
        "secret",
        "body-open",
        "delivery-clear",
        "body",
        "header",
        "Key rotation, and what the verifier accepts",
      ]);
      await page.locator("#to-document").focus();
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "What would be uploaded" }).waitFor();
      await page.locator("#skip").focus();
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement.id), "view-document");
      await close();
    });

    test("loads the full package for deliveries alone", async () => {
      const { page, requests, close } = await given.open();
      const full = () => requests.filter((request) => request.url().endsWith("/pkg/esm/inline.js")).length;
      await page.locator("#status-result").waitFor();
      await page.getByRole("link", { name: "Document" }).click();
      await page.locator("#document-result").waitFor();
      assert.equal(full(), 0);
      await page.getByRole("link", { name: "Delivery" }).click();
      await page.getByText("Nothing to verify yet").waitFor();
      assert.equal(full(), 1);
      await close();
    });

    test("says what is missing where the package is not served", async () => {
      const { page, complaints, look, close } = await given.open("#document");
      await page.locator("#document-result").waitFor();
      let release;
      await page.route("**/pkg/esm/inline.js", (route) => {
        release = () => route.abort();
      });
      await page.getByRole("link", { name: "Delivery" }).click();
      await page.getByText("Loading the full package…").waitFor();
      await look("delivery-loading");
      release();
      await page.getByText("The package could not be loaded").waitFor();
      await look("delivery-not-loaded");
      assert.ok(complaints.splice(0).every((complaint) => /ERR_FAILED/.test(complaint)));
      await close();
    });

    test("opens a view once, however often it is asked for while it loads", async () => {
      const { page, close } = await given.open("#document");
      await page.locator("#document-result").waitFor();
      let release;
      const held = new Promise((resolve) => {
        release = resolve;
      });
      await page.route("**/pkg/esm/element.js", async (route) => {
        await held;
        await route.continue();
      });
      for (const name of ["Status", "Document", "Status", "Document", "Status"])
        await page.getByRole("link", { name }).click();
      await page.getByText("Loading the guidance…").first().waitFor();
      release();
      await page.locator("#status-result").waitFor();
      assert.equal(await page.locator("compliance-next-action").count(), 1);
      await close();
    });

    test("tells what it is without its script", async () => {
      const { page, close } = await given.open("", { javaScriptEnabled: false });
      assert.match(await page.locator("noscript").textContent(), /This page needs JavaScript/);
      assert.equal(await page.locator("#view-status").isVisible(), false);
      await close();
    });
  });
}
