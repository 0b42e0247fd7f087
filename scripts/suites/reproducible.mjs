// Suite `reproducible`: what is published can be made again. A copy of the sources, in another directory and with
// nothing compiled before, has to give the same bytes.

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { environment, nodeBinary } from "../lib/environment.mjs";
import { fromRoot, ROOT, TOOLS } from "../lib/paths.mjs";
import { run, stream } from "../lib/run.mjs";
import { suite } from "../lib/suite.mjs";

const MADE = ["pkg/wasm", "pkg/esm", "pkg/cjs"];

await suite(() => [sameAgain]);

async function sameAgain() {
  const copy = mkdtempSync(join(tmpdir(), "compliance-gate-"));
  try {
    const sources = (await run("git", ["ls-files", "-z"])).split("\0").filter((path) => path !== "");
    for (const path of sources) cpSync(fromRoot(path), join(copy, path));
    symlinkSync(fromRoot("node_modules"), join(copy, "node_modules"), "junction");
    const env = environment({ set: { COMPLIANCE_GATE_TOOLS: TOOLS } });
    const code = await stream(nodeBinary(), [join(copy, "scripts", "build.mjs")], { cwd: copy, env });
    if (code !== 0) throw new Error("the copy does not build");
    const names = MADE.flatMap(filesOf);
    const different = names.filter((name) => !bytes(ROOT, name).equals(bytes(copy, name)));
    if (different.length > 0) throw new Error(`Another directory gives another ${different.join(", ")}.`);
    console.log(`${names.length} files are the same again`);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** @param {string} directory */
function filesOf(directory) {
  const names = readdirSync(fromRoot(directory)).filter((name) => !name.startsWith("."));
  return names.map((name) => `${directory}/${name}`);
}

/** @param {string} root @param {string} name */
function bytes(root, name) {
  return readFileSync(join(root, name));
}
