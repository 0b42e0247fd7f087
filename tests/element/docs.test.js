// docs/element.md: its recipes are the files that are tested, and it names everything there is.

import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { ROOT } from "../../scripts/lib/paths.mjs";

const read = (path) => readFileSync(join(ROOT, path), "utf8");
const DOCS = read("docs/element.md");
/** Everything of that form in a text, once. */
const all = (text, form) => [...new Set([...text.matchAll(form)].map(([, name]) => name))];
const code = (directory) =>
  readdirSync(join(ROOT, directory), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"))
    .map((name) => read(join(directory, name)))
    .join("\n");

describe("docs/element.md", () => {
  test("every recipe is a file, and every file is a recipe", () => {
    const shown = [...DOCS.matchAll(/\[`(examples\/element\/[^`]+)`\]\([^)]+\)\n\n```\w+\n(.*?)```/gs)];
    for (const [, path, text] of shown) assert.equal(text, read(path), path);
    const files = readdirSync(join(ROOT, "examples/element"), { recursive: true, encoding: "utf8" })
      .map((name) => join("examples/element", name))
      .filter((path) => statSync(join(ROOT, path)).isFile());
    assert.deepEqual(shown.map(([, path]) => path).sort(), files.sort());
  });

  test("names every part", () => {
    const parts = all(code("pkg/element"), /part: "([a-z -]+)"/g).flatMap((part) => part.split(" "));
    assert.ok(parts.length > 15);
    for (const part of parts) assert.ok(DOCS.includes(`\`${part}\``), part);
  });

  test("names every custom property", () => {
    const properties = all(read("pkg/element/style.css"), /var\((--compliance-[a-z-]+)/g);
    assert.ok(properties.length > 8);
    for (const property of properties) assert.ok(DOCS.includes(`\`${property}\``), property);
  });

  test("names every property, attribute, event and screen", () => {
    const types = read("pkg/element.d.ts");
    const [members] = types.match(/export declare class .*?\n}/s);
    const names = [
      ...all(members, /^ {2}(?:readonly )?([a-z]\w+)(?:\(\))?:/gm),
      ...all(types, /^ {2}([a-z]+): (?:CustomEvent|UploadEvent)/gm),
      ...all(types.match(/type Screen =.*?;/s)[0], /"([a-z]+)"/g),
      "credentials",
      "heading-level",
    ];
    assert.ok(names.length > 18, `${names}`);
    for (const name of names) assert.match(DOCS, new RegExp(`\`${name}(\\(\\))?\``), name);
  });

  test("has a picture that is small enough to load", () => {
    assert.ok(DOCS.includes("](element.webp)"));
    assert.ok(statSync(join(ROOT, "docs/element.webp")).size <= 60 * 1024);
  });
});
