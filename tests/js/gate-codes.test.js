// The gate's codes are those that its README documents, no more and no fewer.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const at = (path) => new URL(`../../worker/${path}`, import.meta.url);
const readme = readFileSync(at("README.md"), "utf8");
const sources = readdirSync(at("src/")).map((name) => readFileSync(at(`src/${name}`), "utf8"));

test("the table has every problem's code and status", () => {
  const [, statuses] = /const STATUS[^=]+= \{([^}]+)\}/.exec(readFileSync(at("src/problem.ts"), "utf8"));
  const coded = [...statuses.matchAll(/(\w+): (\d+)/g)].map(([, code, status]) => `${code} ${status}`);
  const listed = [...readme.matchAll(/^\| `(\w+)` \| (\d+) \|/gm)].map(
    ([, code, status]) => `${code} ${status}`,
  );
  assert.ok(coded.length > 5);
  assert.deepEqual(listed.sort(), coded.sort());
});

test("what the log alone says is named", () => {
  const logged = sources.flatMap((source) =>
    [...source.matchAll(/(?:\{ code: |refuse\(\s*)"(\w+)"/g)].map(([, code]) => code),
  );
  assert.ok(logged.length > 8);
  for (const code of logged) assert.ok(readme.includes(`\`${code}\``), code);
});
