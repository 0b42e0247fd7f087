// Chromium, which runs a page and gives what the page's program found.

import { chromium } from "playwright-core";
import { CHROME_ARGUMENTS, chrome } from "../../scripts/lib/browser.mjs";

let browser;

/** Opens a page, and gives what its `globalThis.outcome` comes to. Whatever the page complains about is an error. */
export async function outcomeOf(url) {
  const context = await (await launched()).newContext();
  const page = await context.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  try {
    await page.goto(url);
    await page.waitForFunction(() => "outcome" in globalThis, null, { timeout: 60_000 });
    const outcome = await page.evaluate(() => globalThis.outcome);
    if (complaints.length > 0) throw new Error("the page complains");
    return outcome;
  } catch (error) {
    error.message = [error.message, ...complaints].join("\n");
    throw error;
  } finally {
    await context.close();
  }
}

export async function closeBrowser() {
  await (await browser)?.close();
}

function launched() {
  const executablePath = chrome();
  if (executablePath === null) throw new Error("there is no Chrome or Chromium: npm run setup installs one");
  browser ??= chromium.launch({ executablePath, args: CHROME_ARGUMENTS });
  return browser;
}
