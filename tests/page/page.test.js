// The page in a real browser, against a gate started by `npm start`.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startGate, stateDirectory, until } from "../end-to-end/running.js";
import { assertAccessible, assertFits, launch, NARROW } from "./browser.js";
import { names } from "./names.js";
import { opener, post, postMany, press, see } from "./opener.js";
import { reading } from "./reading.js";
import { tokens } from "./tokens.js";

const state = stateDirectory();
/** What the tests use; it is there once they run. */
const given = {};
let gate;

before(async () => {
  const [started, browser] = await Promise.all([startGate({ state: state.path }), launch()]);
  gate = started;
  Object.assign(given, { gate, browser, open: opener(browser, gate.page) });
});
after(async () => {
  await given.browser?.close();
  await gate?.stop();
  state.remove();
});

const open = (options) => given.open(options);

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
    await post(gate, { event: evil, data: { transaction: { id: evil, status: evil } } });
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
    const { page, rows, live, close } = await open();
    await live();
    const before = await rows.count();
    const shows = async (count) => (await rows.count()) === count;
    await postMany(gate, 150);
    await until(() => shows(before + 150), 30_000);

    await page.context().setOffline(true);
    await page.locator("#live[data-live=trouble]").waitFor();
    await postMany(gate, 250);
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

tokens(given);
names(given);
reading(given);
