// The Chrome or Chromium of the tests, and the driver that wasm-bindgen's test runner steers it by.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { aptInstall, hasApt } from "./apt.mjs";
import { onPath } from "./environment.mjs";
import { DEBIAN_CHROMIUM } from "./versions.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  join(process.env.PROGRAMFILES ?? "/", "Google", "Chrome", "Application", "chrome.exe"),
];

/** For a browser without a screen, without a sandbox (containers run as root), and without calls of its own. */
export const CHROME_ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** The browser: CHROME_PATH, else one in the usual places; null where there is none. @returns {string | null} */
export function chrome() {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  return first(NAMES.map(onPath)) ?? first(ELSEWHERE.filter(existsSync));
}

/** Its driver: CHROMEDRIVER, else the one on PATH; null where there is none. @returns {string | null} */
export function chromeDriver() {
  return process.env.CHROMEDRIVER || onPath("chromedriver");
}

export function hasBrowser() {
  return chrome() !== null && chromeDriver() !== null;
}

/** @param {import("./step.mjs").Say} say */
export async function installBrowser(say) {
  const found = `Found: Chrome ${chrome() ?? "none"}, its driver ${chromeDriver() ?? "none"}.`;
  const how =
    "The browser tests need Chrome and chromedriver of the same version: put both on PATH, " +
    `or name them in CHROME_PATH and CHROMEDRIVER. ${found}`;
  if (!hasApt()) throw new Error(how);
  say(`apt-get install ${DEBIAN_CHROMIUM.join(" ")}`);
  try {
    await aptInstall(DEBIAN_CHROMIUM, say);
  } catch (error) {
    throw new Error(`${how}\n${/** @type {Error} */ (error).message}`);
  }
}

/** @template T @param {(T | null)[]} candidates @returns {T | null} */
function first(candidates) {
  return candidates.find((candidate) => candidate !== null) ?? null;
}
