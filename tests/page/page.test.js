// The page in a real browser, against a gate started by `npm start`. Screenshots go to tests/results/page/.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { signSample } from "../../scripts/lib/start-banner.mjs";
import { ROOT, startGate, stateDirectory, until } from "../end-to-end/running.js";
import { assertAccessible, assertFits, launch, NARROW, WIDE } from "./browser.js";

const PICTURES = join(ROOT, "tests", "results", "page");

const state = stateDirectory();
let gate;
let browser;

before(async () => {
  mkdirSync(PICTURES, { recursive: true });
  [gate, browser] = await Promise.all([startGate({ state: state.path }), launch()]);
});
after(async () => {
  await browser?.close();
  await gate?.stop();
  state.remove();
});

/** Opens the page in a context of its own; whatever the page complains about fails the test that closes it. */
async function open({ url = gate.page, viewport = WIDE, colorScheme = "light", ...rest } = {}) {
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
  return {
    page,
    row: (index = 0) => page.locator("#rows > li").nth(index),
    picture: (name) => page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true }),
    async close() {
      await context.close();
      assert.deepEqual(complaints, []);
    },
  };
}

/** How many deliveries the gate lists. */
async function total() {
  let count = 0;
  for (let next = ""; next !== null; ) {
    const response = await fetch(`${gate.url}/api/deliveries?limit=200${next && `&before=${next}`}`, {
      headers: { Authorization: `Bearer ${gate.token}` },
    });
    const page = await response.json();
    count += page.deliveries.length;
    next = page.next;
  }
  return count;
}

const press = (page, name) => page.getByRole("button", { name }).click();
const see = (locator, text) => locator.filter({ hasText: text }).first().waitFor({ timeout: 15_000 });

describe("the page", () => {
  test("without deliveries says what to do", async () => {
    const { page, picture, close } = await open();
    await page.getByText("Nothing has arrived yet").waitFor();
    await page.getByRole("button", { name: "Send a signed sample" }).waitFor();
    await page.locator("#live[data-live=live]").waitFor();
    await assertAccessible(page, "empty, light");
    await picture("empty-light");
    await page.emulateMedia({ colorScheme: "dark" });
    await assertAccessible(page, "empty, dark");
    await picture("empty-dark");
    await close();
  });

  test("takes the token out of the address, and keeps it in this tab only", async () => {
    const { page, close } = await open();
    await page.locator("#live[data-live=live]").waitFor();
    assert.equal(page.url(), `${gate.url}/`);
    assert.equal(await page.evaluate(() => JSON.stringify(localStorage)), "{}");
    assert.ok((await page.evaluate(() => JSON.stringify(sessionStorage))).includes(gate.token));
    await page.reload();
    await page.locator("#live[data-live=live]").waitFor();
    await close();
  });

  test("lists a sample as it arrives, counts its repeat, marks a conflict and an unknown event", async () => {
    const { page, row, picture, close } = await open();
    await press(page, "Send a signed sample");
    await see(page.locator("#sent"), "200 accepted");
    await see(row(), "Transaction.Captured");
    await see(row().locator(".outcome"), "accepted");
    await see(page.locator("#news"), "New delivery: Transaction.Captured, accepted.");

    await press(page, "Send the last one again");
    await see(page.locator("#sent"), "200 duplicate");
    await see(row().locator(".times"), "×2");
    assert.equal(await page.locator("#rows > li").count(), 1);

    await press(page, "Same event, other content");
    await see(page.locator("#sent"), "200 conflict");
    await see(row().locator(".outcome"), "conflict");

    await press(page, "Send an unknown event");
    await see(row().locator(".event"), "unknown");
    assert.equal(await page.locator("#rows > li").count(), 3);
    await picture("list-light");
    await close();
  });

  test("shows what was signed, by keyboard alone", async () => {
    const { page, row, picture, close } = await open();
    await see(row(), "Teleported");
    const summary = row().locator("summary.row");
    await summary.focus();
    await page.keyboard.press("Enter");
    await see(row().locator(".detail pre"), '"externalId": "123456"');
    await see(row().locator(".detail"), "nothing: the signature covers every other member");
    await picture("detail-light");
    await assertAccessible(page, "detail, light");
    await page.emulateMedia({ colorScheme: "dark" });
    await assertAccessible(page, "detail, dark");
    await picture("detail-dark");
    await summary.focus();
    await page.keyboard.press("Enter");
    await row().locator(".detail").waitFor({ state: "hidden" });
    await close();
  });

  test("shows what others post, as text, whatever it holds", async () => {
    const { page, row, close } = await open();
    await see(row(), "Teleported");
    const evil = '<img src=x onerror="globalThis.broken = true">';
    const sample = { event: evil, data: { transaction: { id: evil, status: evil } } };
    const response = await fetch(`${gate.url}/webhooks/conomy`, {
      method: "POST",
      body: signSample("WEBHOOK_SECRET", sample),
    });
    assert.equal(response.status, 200);
    await see(row().locator(".event"), evil);
    await row().locator("summary.row").click();
    await see(row().locator(".detail pre"), "onerror");
    assert.equal(await page.evaluate(() => globalThis.broken), undefined);
    await assertFits(page, "odd names, wide");
    await page.setViewportSize(NARROW);
    await assertFits(page, "odd names, 360 px");
    await close();
  });

  test("fits a telephone", async () => {
    const { page, row, picture, close } = await open({ viewport: NARROW });
    await see(row(2), "conflict");
    await assertFits(page, "list, 360 px");
    await assertAccessible(page, "list, 360 px");
    await picture("list-narrow");
    await row(2).locator("summary.row").click();
    await see(row(2).locator(".detail pre"), "externalId");
    await assertFits(page, "detail, 360 px");
    await page.emulateMedia({ colorScheme: "dark" });
    await picture("detail-narrow-dark");
    await close();
  });

  test("asks for a token, refuses a wrong one, takes the right one", async () => {
    const { page, row, picture, close } = await open({ url: gate.url });
    await page.getByRole("heading", { name: "Enter the API token" }).waitFor();
    await assertAccessible(page, "token, light");
    await picture("token-light");
    await page.getByRole("textbox", { name: "API token" }).fill("not-the-token");
    await press(page, "Show deliveries");
    await see(page.getByRole("alert"), "The gate does not know this token.");
    await assertAccessible(page, "wrong token, light");
    await page.emulateMedia({ colorScheme: "dark" });
    await assertAccessible(page, "wrong token, dark");
    await picture("token-wrong-dark");
    await page.getByRole("textbox", { name: "API token" }).fill(gate.token);
    await page.keyboard.press("Enter");
    await see(row(2), "conflict");
    await page.getByRole("heading", { name: "Enter the API token" }).waitFor({ state: "hidden" });
    await close();
  });

  test("says when the gate cannot be reached, keeps what it has, and comes back by itself", async () => {
    const { page, row, picture, close } = await open();
    await see(row(2), "conflict");
    await page.route("**/api/**", (route) => route.abort());
    await see(page.getByRole("alert"), "The gate cannot be reached. Trying again in");
    assert.ok(await row(2).isVisible());
    await assertAccessible(page, "trouble, light");
    await picture("trouble-light");
    await page.unroute("**/api/**");
    await page.locator("#live[data-live=live]").waitFor({ timeout: 20_000 });
    await page.locator("#trouble").waitFor({ state: "hidden" });
    await close();
  });

  test("tells what it is before, and without, its script", async () => {
    const { page, picture, close } = await open({ javaScriptEnabled: false, url: gate.url });
    await page.getByText("Every webhook below carried a valid signature").waitFor();
    assert.match(await page.locator("noscript").textContent(), /This page needs JavaScript/);
    assert.equal(await page.locator("#loading").isVisible(), false);
    await picture("no-script-light");
    await close();
  });

  test("stands still for those who ask for it", async () => {
    const { page, row, close } = await open({ reducedMotion: "reduce" });
    await see(row(), "onerror");
    assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
    await close();
  });

  test("has no gap, however much arrives at once or while it could not ask", async () => {
    const { page, close } = await open();
    await page.locator("#live[data-live=live]").waitFor();
    const rows = page.locator("#rows > li");
    const before = await rows.count();
    const post = (count) =>
      Promise.all(
        Array.from({ length: count }, async () => {
          const data = { transaction: { id: randomUUID(), status: "SETTLED" } };
          const body = signSample("WEBHOOK_SECRET", { event: "payment.settled", data });
          const response = await fetch(`${gate.url}/webhooks/conomy`, { method: "POST", body });
          assert.equal(response.status, 200);
        }),
      );
    const shows = async (count) => (await rows.count()) === count;
    await post(150);
    await until(() => shows(before + 150), 30_000);

    await page.context().setOffline(true);
    await page.locator("#live[data-live=trouble]").waitFor();
    await post(250);
    await until(async () => (await total()) === before + 400, 30_000);
    await page.context().setOffline(false);
    await page.locator("#live[data-live=live]").waitFor();
    await until(() => shows(200));
    while (await page.locator("#older").isVisible()) {
      const shown = await rows.count();
      await page.locator("#older").click();
      await until(async () => (await rows.count()) > shown);
    }
    assert.equal(await rows.count(), before + 400);
    await close();
  });
});
