// Runtimes that are a command.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { environment, machineNode } from "../../../scripts/lib/environment.mjs";
import { MATRIX } from "../../../scripts/lib/pack.mjs";
import { run } from "../../../scripts/lib/run.mjs";
import { program } from "../suite.js";
import { versionOf } from "../versions.js";

const print = (outcome) => `${outcome}.then((found) => console.log(JSON.stringify(found)))`;

const IMPORT = { "main.mjs": program(print) };
const REQUIRE = {
  "main.cjs": `
    const gate = require("compliance-gate");
    const guidance = require("compliance-gate/guidance");
    const kyc = require("compliance-gate/kyc");
    import("./suite.mjs").then(({ check }) => ${print("check(gate, guidance, kyc)")});
  `,
};
/** Two libraries, and two GateErrors, would be a trap for who mixes the two. */
const REQUIRE_ONE = {
  "main.cjs": `
    const gate = require("compliance-gate");
    const guidance = require("compliance-gate/guidance");
    const kyc = require("compliance-gate/kyc");
    import("compliance-gate").then(async ({ GateError }) => {
      if (GateError !== gate.GateError) throw new Error("import and require give two libraries");
      const { check } = await import("./suite.mjs");
      ${print("check(gate, guidance, kyc)")}
    });
  `,
};

const WITHOUT = "--no-experimental-require-module";
const DENO = ["run", "--no-prompt"];
const MACHINE = "Node, the machine's (20 or newer)";
const NODE = `Node ${versionOf("node")}`;
const BUN = `Bun ${versionOf("bun")}`;
const DENO_NAME = `Deno ${versionOf("deno")}`;

const JEST = `Jest ${versionOf("jest")}`;
const IN_JEST = {
  "all.test.js": `
    const { writeFileSync } = require("node:fs");
    const gate = require("compliance-gate");
    const guidance = require("compliance-gate/guidance");
    const kyc = require("compliance-gate/kyc");
    const { check } = require("./suite.cjs");
    test("all", async () => {
      writeFileSync("outcome.json", JSON.stringify(await check(gate, guidance, kyc)));
    }, 60_000);
  `,
};

export const rows = [
  row(MACHINE, "`import`", machineNode, IMPORT),
  row(MACHINE, "`require`, one library with `import`", machineNode, REQUIRE_ONE),
  row(MACHINE, "`require` without modules, as before 20.19", machineNode, REQUIRE, [WITHOUT]),
  row(NODE, "`import`", () => tool("node"), IMPORT),
  row(NODE, "`require`, one library with `import`", () => tool("node"), REQUIRE_ONE),
  { runtime: JEST, how: "`require`, as it is without settings", run: inJest },
  row(BUN, "`import`", () => tool("bun"), IMPORT),
  row(BUN, "`require`, one library with `import`", () => tool("bun"), REQUIRE_ONE),
  row(DENO_NAME, "`import`, without any permission", () => tool("deno"), IMPORT, DENO),
  row(DENO_NAME, "`require`, one library with `import`", () => tool("deno"), REQUIRE_ONE, [...DENO, "-R"]),
];

function row(runtime, how, command, files, options = []) {
  return {
    runtime,
    how,
    async run(project) {
      const cwd = await project(files);
      const printed = await run(command(), [...options, Object.keys(files)[0]], { cwd, env: environment() });
      // Also a warning is more than what was asked for.
      return JSON.parse(printed);
    },
  };
}

/** Jest loads no modules unless it is told to, so the suite is there as CommonJS too. */
async function inJest(project) {
  const cwd = await project(IN_JEST, "commonjs");
  await build({ absWorkingDir: cwd, entryPoints: ["suite.mjs"], outfile: "suite.cjs", format: "cjs" });
  await run(tool("jest"), ["--rootDir", cwd], { cwd, env: environment() });
  return JSON.parse(readFileSync(join(cwd, "outcome.json"), "utf8"));
}

function tool(name) {
  return join(MATRIX, "node_modules", ".bin", name);
}
