// Delivery: what verifies and what does not, in both dialects, and where a secret is never found.

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { describe, test } from "node:test";
import { SAMPLES } from "../../www/playground/samples.js";

const SECRET = "a-secret-that-is-nowhere-else-5f1c";
const EVENT = { event: "Transaction.Captured", data: { transaction: { id: "67a", status: "CAPTURED" } } };

/** Signed by node:crypto, as the provider's own sample does. */
const mac = (text, secret = SECRET) => createHmac("sha256", secret).update(text).digest("hex");
const signed = JSON.stringify({ ...EVENT, signature: mac(JSON.stringify(EVENT)) });

/** What each sample of the page is there to show. */
const VERIFIED = {
  body: ["body", "whole-body", "wire", "current"],
  header: ["header", "raw", "wire", "current"],
  uncovered: ["body", "event-data", "wire", "current"],
  reserialized: ["body", "whole-body", "reserialized", "current"],
  rotation: ["body", "whole-body", "wire", "previous"],
  unknown: ["body", "whole-body", "wire", "current"],
};
const REFUSED = {
  "wrong-secret": "wrong_key_or_altered",
  altered: "wrong_key_or_altered",
  newline: "secret_whitespace",
  prefix: "not_64_hex",
  reencoded: "reencoded",
  "not-accepted": "not_allowed",
  unsigned: "no_signature",
  twice: "unreadable",
  "no-json": "unreadable",
};

/** Bodies that cannot be read, and what is to be done about each, as the README's table of codes says. */
const UNREADABLE = [
  [Buffer.from([]), "body_empty", "See whether something read the body"],
  [Buffer.from([0x7b, 0xff, 0x7d]), "body_not_utf8", "Hand the verifier the bytes"],
  [Buffer.from("x"), "body_not_json", "Hand the verifier the raw body"],
  [Buffer.from("[]"), "body_not_object", "Hand the verifier the raw body"],
  [Buffer.from(`{"a":${"[".repeat(128)}${"]".repeat(128)}}`), "body_too_deep", "See what sent it"],
  [Buffer.from(JSON.stringify({ a: Array(20_001).fill(0) })), "body_too_wide", "See what sent it"],
  [Buffer.from(`{"a":"${"x".repeat(256 * 1024)}"}`), "body_too_large", "Raise maxBodyBytes"],
  [Buffer.from('{"a":1,"a":2}'), "duplicate_member", "See what sent it, and act on none of the values."],
];

export function deliveries(given) {
  const verdict = (page, text) => page.locator("#delivery-result h3", { hasText: text }).first().waitFor();
  const fact = (page, term) =>
    page
      .locator("#delivery-result dt", { hasText: new RegExp(`^${term}$`) })
      .locator("+ dd .mono")
      .textContent();
  const paste = async (page, { body, secret = SECRET, header = "" }) => {
    await page.getByLabel("Secret", { exact: true }).fill(secret);
    await page.getByLabel("Body", { exact: true }).fill(body);
    await page.getByLabel("X-Webhook-Signature header").fill(header);
  };

  describe("the playground's deliveries", () => {
    test("begin with nothing, and a sample to look at", async () => {
      const { page, press, look, close } = await given.open("#delivery");
      await page.getByText("Nothing to verify yet").waitFor();
      await look("delivery-empty");
      await press("Fill in a signed sample");
      await verdict(page, "Verified");
      assert.equal(await page.locator("#sample").inputValue(), "body");
      await page.getByLabel("Body", { exact: true }).fill("");
      await page.getByText("The body is still missing.").waitFor();
      await close();
    });

    test("verify or fail as each sample says", async () => {
      const { page, choose, close } = await given.open("#delivery");
      await page.getByText("Nothing to verify yet").waitFor();
      const ids = SAMPLES.flatMap(({ choices }) => choices.map(({ id }) => id));
      assert.deepEqual(ids, [...Object.keys(VERIFIED), ...Object.keys(REFUSED)]);
      for (const [id, how] of Object.entries(VERIFIED)) {
        await choose("A sample, signed in this page", id);
        await verdict(page, /^Verified$/);
        const shown = await Promise.all(
          ["Dialect", "Scope", "Form", "Key id"].map((term) => fact(page, term)),
        );
        assert.deepEqual(shown, how, id);
      }
      for (const [id, cause] of Object.entries(REFUSED)) {
        await choose("A sample, signed in this page", id);
        await verdict(page, /^Not verified$/);
        assert.equal(await page.locator(".causes code").first().textContent(), cause, id);
      }
      await close();
    });

    test("verify what node:crypto signed, in the body and in the header", async () => {
      const { page, close } = await given.open("#delivery");
      await page.getByText("Nothing to verify yet").waitFor();
      await paste(page, { body: signed });
      await verdict(page, /^Verified$/);
      assert.equal(await fact(page, "Event"), "Transaction.Captured");
      assert.equal(await fact(page, "Subject"), "transaction 67a");
      assert.equal(await fact(page, "Idempotency key"), "Transaction.Captured:67a:CAPTURED");
      assert.equal(await fact(page, "Not covered"), "nothing");
      assert.deepEqual(JSON.parse(await page.locator("#delivery-result pre").textContent()), EVENT);

      const raw = '{"eventType":"payment.settled", "transaction":{"id":"1","status":"SETTLED"}}';
      await paste(page, { body: raw, header: mac(raw) });
      await verdict(page, /^Verified$/);
      assert.equal(await fact(page, "Dialect"), "header");
      assert.equal(await fact(page, "Idempotency key"), "payment.settled:1:SETTLED");
      await close();
    });

    test("are refused where they were altered, in either dialect", async () => {
      const { page, close } = await given.open("#delivery");
      await page.getByText("Nothing to verify yet").waitFor();
      await paste(page, { body: signed.replace("67a", "67b") });
      await verdict(page, /^Not verified$/);
      await page.locator("#delivery-result").getByText("signature_mismatch").waitFor();
      const raw = '{"eventType":"payment.settled"}';
      await paste(page, { body: raw, header: mac(`${raw} `) });
      await verdict(page, /^Not verified$/);
      await paste(page, { body: raw, header: mac(raw) });
      await verdict(page, /^Verified$/);
      await close();
    });

    test("are read byte for byte out of a file, which a text field would not do", async () => {
      const { page, close } = await given.open("#delivery");
      await page.getByText("Nothing to verify yet").waitFor();
      const raw = '{\r\n  "eventType": "payment.settled"\r\n}';
      await paste(page, { body: raw, header: mac(raw) });
      await verdict(page, /^Not verified$/);
      await page.locator("#body-file").setInputFiles({
        name: "body.json",
        mimeType: "application/json",
        buffer: Buffer.from(raw),
      });
      await verdict(page, /^Verified$/);
      await page.getByText(`body.json, ${raw.length} bytes, exactly as they are.`).waitFor();
      await close();
    });

    for (const [buffer, code, advice] of UNREADABLE) {
      test(`say what to do where they cannot be read: ${code}`, async () => {
        const { page, close } = await given.open("#delivery");
        await page.getByText("Nothing to verify yet").waitFor();
        await page.getByLabel("Secret", { exact: true }).fill(SECRET);
        await page.locator("#body-file").setInputFiles({ name: "body", mimeType: "text/plain", buffer });
        await verdict(page, /^Not verified$/);
        assert.equal(await page.locator("#delivery-result .code-tag").first().textContent(), code);
        const [said, ...more] = await page.locator(".causes .do").allTextContents();
        assert.ok(said.startsWith(advice), said);
        assert.deepEqual(more, []);
        await close();
      });
    }

    test("have names that are seen and leave what follows them alone", async () => {
      const { page, close } = await given.open("#delivery");
      await page.getByText("Nothing to verify yet").waitFor();
      const odd = { event: "\u202Eevil", data: { transaction: { id: "", status: "" } } };
      await paste(page, { body: JSON.stringify({ ...odd, signature: mac(JSON.stringify(odd)) }) });
      await verdict(page, /^Verified$/);
      assert.equal(await fact(page, "Subject"), 'transaction ""');
      assert.equal(await fact(page, "Status"), '""');
      const [name, note] = await page
        .locator("#delivery-result dd", { hasText: "not one the provider documents" })
        .locator("> *")
        .evaluateAll((parts) => parts.map((part) => part.getClientRects()[0].left));
      assert.ok(name < note);
      await close();
    });

    test("leave the page in no request, and the secret in no place at all", async () => {
      const { page, requests, since, press, clipboard, close } = await given.open("#delivery");
      await page.getByText("Nothing to verify yet").waitFor();
      const loaded = requests.length;
      await paste(page, { body: signed });
      await verdict(page, /^Verified$/);
      await paste(page, { body: signed.replace("67a", "67b") });
      await verdict(page, /^Not verified$/);
      await page.getByText("Key rotation, and what the verifier accepts").click();
      await page.getByLabel("Previous secret, while you rotate").fill(`${SECRET}-previous`);
      await press("Show");
      await press("Copy a link to this");
      await page.getByText("Copied.").waitFor();
      assert.deepEqual(since(loaded), []);

      const places = await page.evaluate(async () => {
        const kept = [location.href, JSON.stringify(history.state), document.cookie, document.title];
        kept.push(JSON.stringify(localStorage), JSON.stringify(sessionStorage));
        kept.push(JSON.stringify(await indexedDB.databases()), JSON.stringify(await caches.keys()));
        return kept;
      });
      places.push(await clipboard());
      for (const request of requests) {
        places.push(request.url(), JSON.stringify(await request.allHeaders()), request.postData() ?? "");
      }
      const hidden = [SECRET, "67b", "Transaction.Captured", mac(JSON.stringify(EVENT))];
      for (const place of places) for (const text of hidden) assert.ok(!place.includes(text), place);
      assert.equal(page.url(), `${given.gate.url}/playground#delivery`);
      assert.deepEqual(places.slice(1, 3), ["null", ""]);
      assert.deepEqual(places.slice(4, 8), ["{}", "{}", "[]", "[]"]);

      await page.reload();
      await page.getByText("Nothing to verify yet").waitFor();
      assert.equal(await page.locator("#secret").inputValue(), "");
      await close();
    });

    test("hide the secret until somebody wants to see it", async () => {
      const { page, press, close } = await given.open("#delivery");
      await page.getByText("Nothing to verify yet").waitFor();
      const masked = () =>
        page.locator("#secret").evaluate((field) => getComputedStyle(field).webkitTextSecurity);
      assert.equal(await masked(), "disc");
      await press("Show");
      assert.equal(await masked(), "none");
      assert.equal(await page.locator("#secret-show").getAttribute("aria-pressed"), "true");
      await page.locator("#secret").pressSequentially("one");
      await page.keyboard.press("Enter");
      assert.equal(await page.locator("#secret").inputValue(), "one");
      await close();
    });

    for (const [name, id] of [
      ["verified", "body"],
      ["uncovered", "uncovered"],
      ["unknown", "unknown"],
      ["rotation", "rotation"],
      ["refused", "newline"],
      ["altered", "altered"],
    ]) {
      test(`look right: ${name}`, async () => {
        const { page, look, close } = await given.open(`#delivery?sample=${id}`);
        await verdict(page, /verified$/i);
        await look(`delivery-${name}`);
        await close();
      });
    }
  });
}
