// `src`: asked again by the guidance's own back-off, not while nobody looks, and tried again after errors.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { shows, stage } from "./browser.js";
import { FILES } from "./files.js";
import { json } from "./serve.js";
import { SITUATIONS, statusOf } from "./situations.js";

const at = stage();
const BODY = '<compliance-next-action src="/api/next"></compliance-next-action>';

/** A page whose clock the test moves, and what its `src` was asked and answers. */
async function open(answer, { body = BODY, ignored, ...rest } = {}) {
  const requests = [];
  const state = { answer };
  at.server.answer("/api/next", (request, response) => {
    requests.push(request);
    const [given, status = 200, headers = {}] = [state.answer].flat();
    json(response, given, status, headers);
  });
  at.server.page("/page", body, rest);
  let ended = 0;
  const prepare = (page) => {
    for (const end of ["requestfinished", "requestfailed"])
      page.on(end, (request) => {
        if (request.url().endsWith("/api/next")) ended += 1;
      });
    return page.clock.install();
  };
  const opened = await at.open("/page", { ignored, prepare });
  const { page } = opened;
  return {
    ...opened,
    requests,
    answers: (...next) => (state.answer = next),
    /** Lets time pass, and what it starts come to an end. */
    async pass(seconds, expected) {
      await page.clock.runFor(seconds * 1_000);
      await page.waitForLoadState("networkidle");
      await until(page, () => requests.length >= expected && ended >= requests.length);
      assert.equal(requests.length, expected, `after ${seconds} s more`);
      // The page has the answer; it reads it in turns of its own.
      for (let turn = 0; turn < 5; turn += 1) await page.evaluate(() => 0);
    },
  };
}

/** Turns of the page until it is so; the test's own limit ends it otherwise. */
async function until(page, isSo) {
  for (let turn = 0; turn < 200 && !isSo(); turn += 1) await page.evaluate(() => 0);
}

/** A browser without a screen never hides a tab, so the page is told what a browser with one would tell it. */
async function turn(page, visibilityState) {
  await page.evaluate((visibilityState) => {
    const told = { visibilityState, hidden: visibilityState === "hidden" };
    for (const [name, value] of Object.entries(told)) {
      Object.defineProperty(document, name, { configurable: true, value });
    }
    document.dispatchEvent(new Event("visibilitychange"));
  }, visibilityState);
}

describe("by the guidance's own back-off", () => {
  test("ready guidance: twice as long after each answer that says the same", async () => {
    const { page, requests, pass, close } = await open(SITUATIONS.waiting.guidance);
    await shows(page, "waiting");
    await page.getByText("This page updates by itself in 15 seconds.").waitFor();
    await pass(14, 1);
    await pass(1, 2);
    await page.getByText("This page updates by itself in 30 seconds.").waitFor();
    await pass(29, 2);
    await pass(1, 3);
    await page.getByText("This page updates by itself in 1 minute.").waitFor();
    await pass(60, 4);
    assert.equal(requests[0].headers.accept, "application/json");
    await close();
  });

  test("a status: the interpreter counts", async () => {
    const status = statusOf("under review, then approved");
    const { page, pass, close } = await open(status, { wasm: true });
    await page.getByText("This page updates by itself in 5 minutes.").waitFor();
    await pass(299, 1);
    await pass(1, 2);
    await page.getByText("This page updates by itself in 10 minutes.").waitFor();
    await close();
  });

  test("another answer begins anew, and a final one ends it", async () => {
    const { page, answers, pass, close } = await open(SITUATIONS.waiting.guidance);
    await shows(page, "waiting");
    await pass(15, 2);
    answers({ ...SITUATIONS.waiting.guidance, contradictions: [{ code: "event_named_twice", message: "" }] });
    await pass(30, 3);
    await page.getByText("This page updates by itself in 15 seconds.").waitFor();
    answers(SITUATIONS.approved.guidance);
    await pass(15, 4);
    await shows(page, "approved");
    await pass(100_000, 4);
    await close();
  });

  test("what waits for the customer is not asked again, until the customer has sent something", async () => {
    const { page, element, pass, close } = await open(SITUATIONS.address.guidance, { wasm: true });
    await shows(page, "due");
    await pass(100_000, 1);
    await element.evaluate((element) =>
      element.addEventListener("upload", (event) => event.waitUntil(Promise.resolve())),
    );
    await page.locator("input[type=file]").setInputFiles(FILES.pdf);
    await page.getByRole("button", { name: "Send" }).click();
    await page.locator("[data-stage=sent]").waitFor();
    await pass(1, 2);
    await pass(30, 3);
    await close();
  });

  test("who is told to wait beside what is due is asked for all the same", async () => {
    const due = [{ check: "DOC_FATCA", action: "UPLOAD_DOCUMENT", documents: { anyOf: ["W9"] } }];
    const waiting = { ...SITUATIONS.waiting.guidance, currentlyDue: due, poll: null };
    const { page, answers, pass, close } = await open(waiting);
    await shows(page, "waiting");
    await pass(15, 2);
    await pass(29, 2);
    await pass(1, 3);
    answers(SITUATIONS.approved.guidance);
    await pass(60, 4);
    await shows(page, "approved");
    await close();
  });

  test("a wait that is longer than any timer is kept", async () => {
    const { page, pass, close } = await open({ ...SITUATIONS.waiting.guidance, poll: { afterSeconds: 3e6 } });
    await shows(page, "waiting");
    await pass(3e6 - 1, 1);
    await pass(1, 2);
    await close();
  });

  for (const afterSeconds of [0, -1, "soon"]) {
    test(`a wait of ${JSON.stringify(afterSeconds)} is none`, async () => {
      const { page, pass, close } = await open({ ...SITUATIONS.waiting.guidance, poll: { afterSeconds } });
      await shows(page, "waiting");
      await pass(3_600, 1);
      await close();
    });
  }

  test("refresh asks now", async () => {
    const { page, element, answers, requests, close } = await open(SITUATIONS.identity.guidance);
    await shows(page, "due");
    answers(SITUATIONS.waiting.guidance);
    await element.evaluate((element) => element.refresh());
    await shows(page, "waiting");
    assert.equal(requests.length, 2);
    await close();
  });
});

describe("while nobody looks", () => {
  test("a hidden tab asks nothing, and asks at once when it is looked at again", async () => {
    const { page, pass, requests, close } = await open(SITUATIONS.waiting.guidance);
    await shows(page, "waiting");
    await turn(page, "hidden");
    await pass(3_600, 1);
    await turn(page, "visible");
    await pass(1, 2);
    assert.equal(requests.length, 2);
    await close();
  });

  test("who comes back from another tab is shown what is so now", async () => {
    const { page, answers, pass, close } = await open(SITUATIONS.identity.guidance);
    await shows(page, "due");
    await turn(page, "hidden");
    answers(SITUATIONS.waiting.guidance);
    await pass(60, 1);
    await turn(page, "visible");
    await pass(1, 2);
    await shows(page, "waiting");
    await close();
  });

  test("an element that is taken away asks nothing, and asks when it is put back", async () => {
    const { page, element, pass, close } = await open(SITUATIONS.waiting.guidance);
    await shows(page, "waiting");
    const handle = await element.elementHandle();
    await handle.evaluate((element) => element.remove());
    await pass(3_600, 1);
    await handle.evaluate((element) => document.querySelector("main").append(element));
    await pass(1, 2);
    await close();
  });
});

describe("errors", () => {
  const ignored = /status of|ERR_/;

  test("a refusal is not repeated, but its button tries again", async () => {
    const { page, answers, pass, close } = await open([{}, 403], { ignored });
    await shows(page, "error");
    await pass(3_600, 1);
    await page.getByRole("button", { name: "Try again" }).click();
    await pass(0, 2);
    await shows(page, "error");
    assert.equal(await page.getByRole("status").textContent(), "We can’t show your next step right now");
    answers(SITUATIONS.approved.guidance);
    await page.getByRole("button", { name: "Try again" }).click();
    await shows(page, "approved");
    await close();
  });

  test("the second try is seen to be one", async () => {
    const { page, close } = await open([{}, 403], { ignored });
    await shows(page, "error");
    let release;
    const released = new Promise((resolve) => (release = resolve));
    await page.route("**/api/next", (route) => released.then(() => route.continue()));
    await page.getByRole("button", { name: "Try again" }).click();
    await shows(page, "loading");
    assert.equal(await page.getByRole("status").textContent(), "Loading your next step…");
    release();
    await shows(page, "error");
    await close();
  });

  test("a server in trouble is asked again, later each time, and never before it says", async () => {
    const { page, answers, pass, close } = await open([{}, 503], { ignored });
    await shows(page, "error");
    await pass(4, 1);
    await pass(1, 2);
    await pass(9, 2);
    await pass(1, 3);
    answers({}, 429, { "retry-after": "90" });
    await pass(20, 4);
    await pass(89, 4);
    answers(SITUATIONS.approved.guidance);
    await pass(1, 5);
    await shows(page, "approved");
    await close();
  });

  for (const [what, after] of [
    ["a month", () => "2592000"],
    ["a date", () => new Date(Date.now() + 2_592_000_000).toUTCString()],
  ]) {
    test(`says ${what}`, async () => {
      const { page, pass, close } = await open([{}, 503, { "retry-after": after() }], { ignored });
      await shows(page, "error");
      await pass(2_592_000 - 30, 1);
      await pass(30, 2);
      await close();
    });
  }

  test("of one address are none of another's", async () => {
    const { page, element, pass, close } = await open([{}, 503], { ignored });
    await shows(page, "error");
    await pass(5, 2);
    await element.evaluate((element) => (element.src = "/api/next?of=/api/next"));
    await pass(0, 3);
    await pass(4, 3);
    await pass(1, 4);
    await close();
  });

  test("what is not implemented stays so", async () => {
    const { page, pass, close } = await open([{}, 501], { ignored });
    await shows(page, "error");
    await pass(3_600, 1);
    await close();
  });

  test("an answer that is neither guidance nor a status", async () => {
    const { page, close } = await open(["<!doctype html>"], { wasm: true, ignored });
    await shows(page, "error");
    await close();
  });

  test("what was known stays, marked as old, until it is known again", async () => {
    const { page, answers, element, close } = await open(SITUATIONS.waiting.guidance, { ignored });
    await shows(page, "waiting");
    answers({}, 500);
    await element.evaluate((element) => element.refresh());
    await page.locator("[part=note]", { hasText: "This may be out of date." }).waitFor();
    await shows(page, "waiting");
    answers(SITUATIONS.approved.guidance);
    await page.getByRole("button", { name: "Try again" }).click();
    await shows(page, "approved");
    assert.equal(await page.locator("[part=note]").count(), 0);
    await close();
  });

  test("a page that prevents the second try makes its own", async () => {
    const { page, element, pass, close } = await open([{}, 403], { ignored });
    await shows(page, "error");
    await element.evaluate((element) =>
      element.addEventListener("action", (event) => event.preventDefault()),
    );
    await page.getByRole("button", { name: "Try again" }).click();
    await pass(60, 1);
    await close();
  });
});

describe("requests", () => {
  test("carry the cookies of the same origin, unless the page says otherwise", async () => {
    const { page, element, requests, close } = await open(SITUATIONS.identity.guidance);
    await shows(page, "due");
    await page.context().addCookies([{ name: "session", value: "1", url: at.server.url }]);
    await element.evaluate((element) => element.refresh());
    assert.equal(requests[1].headers.cookie, "session=1");
    await element.evaluate((element) => element.setAttribute("credentials", "omit"));
    await until(page, () => requests.length > 2);
    assert.equal(requests[2].headers.cookie, undefined);
    await close();
  });

  test("go to the new src when it changes, and nowhere once it is gone", async () => {
    const { page, element, pass, close } = await open(SITUATIONS.waiting.guidance);
    await shows(page, "waiting");
    at.server.answer("/api/other", (_, response) => json(response, SITUATIONS.review.guidance));
    await element.evaluate((element) => (element.src = "/api/other"));
    await page.getByText("This page updates by itself in 5 minutes.").waitFor();
    await element.evaluate((element) => (element.src = null));
    await page.locator("[part=again]").waitFor({ state: "detached" });
    await pass(3_600, 1);
    await close();
  });

  for (const [what, attribute, again] of [
    ["another address", "src", "/api/other"],
    ["other credentials", "credentials", "omit"],
  ]) {
    test(`with ${what}, nothing of the former customer is on show`, async () => {
      const { page, element, close } = await open(SITUATIONS.identity.guidance, { ignored: /status of 404/ });
      await shows(page, "due");
      const asked = new Promise((resolve) => {
        for (const path of ["/api/next", "/api/other"]) {
          at.server.answer(path, (_, response) => resolve(response));
        }
      });
      await element.evaluate((element, change) => element.setAttribute(...change), [attribute, again]);
      await shows(page, "loading");
      assert.equal(await page.getByRole("button").count(), 0);
      assert.equal(await page.getByRole("status").textContent(), "Loading your next step…");
      assert.equal(await element.evaluate((element) => element.guidance), null);
      json(await asked, {}, 404);
      await shows(page, "error");
      await close();
    });
  }

  test("an element that comes back does not show what another address was given with", async () => {
    const guidance = JSON.stringify(SITUATIONS.identity.guidance).replaceAll('"', "&quot;");
    const body = BODY.replace(" src", ` guidance="${guidance}" src`);
    const { page, element, close } = await open(SITUATIONS.waiting.guidance, { body });
    await shows(page, "waiting");
    at.server.answer("/api/other", () => {});
    await element.evaluate((element) => {
      element.src = "/api/other";
      element.remove();
      document.querySelector("main").append(element);
    });
    await shows(page, "loading");
    await close();
  });

  test("a server's guidance is on show until the first answer comes", async () => {
    const guidance = JSON.stringify(SITUATIONS.identity.guidance).replaceAll('"', "&quot;");
    const body = BODY.replace(" src", ` guidance="${guidance}" src`);
    const { page, element, requests, close } = await open(SITUATIONS.waiting.guidance, { body });
    await page.evaluate(() => document.addEventListener("statuschange", () => 0));
    await shows(page, "waiting");
    assert.equal(requests.length, 1);
    assert.equal(await element.evaluate((element) => element.guidance.nextAction), "WAIT");
    await close();
  });
});
