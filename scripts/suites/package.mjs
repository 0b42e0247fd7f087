// Suite `package`: what npm would publish, installed into an empty project. Tests read the repository, users read this.

import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nodeBinary } from "../lib/environment.mjs";
import { fromRoot, LOCAL } from "../lib/paths.mjs";
import { run } from "../lib/run.mjs";
import { suite } from "../lib/suite.mjs";

/** Beside the modules of pkg/lib/. */
const CONTENTS = [
  "CHANGELOG.md",
  "DESIGN.md",
  "LICENSE-APACHE",
  "LICENSE-MIT",
  "README.md",
  "SECURITY.md",
  "package.json",
  "pkg/guidance-inline.js",
  "pkg/guidance-node.js",
  "pkg/guidance-workerd.js",
  "pkg/guidance.d.ts",
  "pkg/index.d.ts",
  "pkg/inline.js",
  "pkg/node.js",
  "pkg/wasm/compliance_gate.js",
  "pkg/wasm/compliance_gate_bg.wasm",
  "pkg/wasm/compliance_gate_inline.js",
  "pkg/wasm/guidance.js",
  "pkg/wasm/guidance_bg.wasm",
  "pkg/wasm/guidance_inline.js",
  "pkg/workerd.js",
];

/** Signs and verifies one delivery, under whatever condition Node was started with. */
const USE = `
  import { createVerifier, sign } from "compliance-gate";
  const { body, headers } = sign({ event: "ping" }, "secret");
  const { event } = createVerifier({ keys: "secret" }).verify(body, headers);
  if (event !== "ping") throw new Error("verified " + event);
  import { interpretStatus } from "compliance-gate/guidance";
  const { actor } = interpretStatus({ isCompliant: false, nextAction: "WAIT", checks: [] });
  if (actor !== "provider") throw new Error("waits for " + actor);
`;

await suite(() => [contentsAreRight, installedPackageWorks]);

async function contentsAreRight() {
  const [{ files, size }] = JSON.parse(await npm(["pack", "--dry-run", "--json"]));
  const packed = new Set(files.map((/** @type {{ path: string }} */ file) => file.path));
  const modules = readdirSync(fromRoot("pkg", "lib"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"))
    .map((name) => name.replaceAll("\\", "/"));
  const expected = new Set([...CONTENTS, ...modules.map((name) => `pkg/lib/${name}`)]);
  const missing = [...expected].filter((path) => !packed.has(path));
  const unexpected = [...packed].filter((path) => !expected.has(path));
  if (missing.length + unexpected.length > 0) {
    throw new Error(`The package lacks [${missing.join(", ")}] and has [${unexpected.join(", ")}] too much.`);
  }
  console.log(`${packed.size} files, ${size} bytes packed`);
}

async function installedPackageWorks() {
  const project = join(LOCAL, "package");
  rmSync(project, { recursive: true, force: true });
  mkdirSync(project, { recursive: true });
  const [{ filename }] = JSON.parse(await npm(["pack", "--json", "--pack-destination", project]));
  writeFileSync(join(project, "package.json"), '{ "private": true, "type": "module" }\n');
  writeFileSync(join(project, "use.js"), USE);
  await npm(["install", "--offline", "--no-audit", "--no-fund", join(project, filename)], project);
  // Node's own entries, then those for every other runtime.
  await run(nodeBinary(), ["use.js"], { cwd: project });
  const inline = "./node_modules/compliance-gate/pkg";
  const others = `import { sign } from "${inline}/inline.js";
    import { interpretStatus } from "${inline}/guidance-inline.js";
    sign({}, "secret");
    interpretStatus({ isCompliant: true });`;
  await run(nodeBinary(), ["--input-type=module", "-e", others], { cwd: project });
  console.log("installs, imports, signs, verifies and interprets");
}

/** The suite \`build\` has built already; npm's own notes go elsewhere. @param {string[]} args @param {string} [cwd] */
function npm(args, cwd) {
  return run("npm", [...args, "--ignore-scripts", "--silent"], { cwd });
}
