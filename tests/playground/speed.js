// How soon each view can be used and has an answer, on slower lines and a slower machine. It is told, not judged: the
// machine that runs this is as quick as it is. That the answer comes is asserted.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

/** Kilobits a second, milliseconds for a round trip, and how many times slower the processor is. */
export const PROFILES = {
  "as it is": null,
  "fast 4G, processor ×4": { kilobits: 9000, latency: 60, slower: 4 },
  "slow 4G, processor ×4": { kilobits: 1600, latency: 150, slower: 4 },
};
const VIEWS = ["#status", "#delivery?sample=body", "#document"];

export function speed(given) {
  describe("the playground's speed", () => {
    for (const [profile, limits] of Object.entries(PROFILES)) {
      test(`is told: ${profile}`, async (context) => {
        for (const hash of VIEWS) {
          const { shown, answered, files, bytes } = await visit(given, hash, limits);
          context.diagnostic(
            `${hash}: fields after ${shown} ms, answer after ${answered} ms; ${files} files, ${bytes} bytes`,
          );
          assert.ok(answered >= shown);
        }
      });
    }
  });
}

async function visit({ browser, compressed }, hash, limits) {
  const context = await browser.newContext();
  const page = await context.newPage();
  if (limits !== null) await slowDown(await context.newCDPSession(page), limits);
  await page.addInitScript(watch);
  await page.goto(compressed.url + hash, { waitUntil: "commit" });
  await page.waitForFunction(() => globalThis.times?.answered);
  const times = await page.evaluate(() => {
    const loaded = performance.getEntriesByType("resource");
    const bytes = loaded.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
    return { ...globalThis.times, files: loaded.length, bytes };
  });
  await context.close();
  return times;
}

export async function slowDown(session, { kilobits, latency, slower }) {
  const bytes = (kilobits * 1000) / 8;
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency,
    downloadThroughput: bytes,
    uploadThroughput: bytes,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
}

/** Runs in the page: notes when the view is there, and when its answer is. */
function watch() {
  globalThis.times = {};
  const isThere = (selector) => document.querySelector(selector)?.checkVisibility();
  const look = () => {
    const now = Math.round(performance.now());
    if (isThere(".bench:not([hidden])")) globalThis.times.shown ??= now;
    if (isThere("#status-result:not([hidden]), #delivery-result h3, #document-result h3"))
      globalThis.times.answered ??= now;
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
