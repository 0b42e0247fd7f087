#!/usr/bin/env node
// `npx compliance-gate`: a command, and what it answers. Exit codes: 0 good, 1 refused, 2 usage.
import { parseArgs } from "node:util";
import { COMMON, table } from "./arguments.js";
import { COMMANDS } from "./commands.js";
import { commandHelp, help } from "./help.js";
import { plain } from "./paper.js";
import { UsageError, wrongOption } from "./usage-error.js";
import { version } from "./version.js";

const { stdout, stderr } = process;
// `compliance-gate … | head` closes the pipe; that is no failure of ours.
stdout.on("error", (error) => {
  if (error.code === "EPIPE") return;
  stderr.write(`compliance-gate: the answer could not be written: ${error.message}\n`);
  process.exitCode = 1;
});
// Where nobody can be told of a mistake, the exit code still says that it was one.
stderr.on("error", () => {});

process.exitCode = await main(process.argv.slice(2));

async function main(given) {
  try {
    return await dispatch(given);
  } catch (error) {
    const [isUsage, code] = error instanceof UsageError ? [true, 2] : [false, 1];
    // What has a code was refused; anything else is a fault of ours, and its stack is what we want to be sent.
    if (!isUsage && error.code === undefined) throw error;
    if (given.includes("--json")) {
      const told = { code: isUsage ? "usage" : error.code, message: error.message, status: error.status };
      stdout.write(`${JSON.stringify({ ok: false, error: told })}\n`);
    } else {
      stderr.write(`compliance-gate: ${isUsage ? "" : `${error.code}: `}${plain(error.message)}\n`);
    }
    return code;
  }
}

async function dispatch([name, ...rest]) {
  if (name === undefined) {
    stderr.write(help());
    return 2;
  }
  if (name === "help" && Object.hasOwn(COMMANDS, rest[0] ?? ""))
    return print(commandHelp(await COMMANDS[rest[0]].load()));
  if (["--help", "-h"].includes(name) || (name === "help" && (rest[0] ?? "-").startsWith("-")))
    return print(help());
  if (["--version", "-v"].includes(name)) return print(`${version()}\n`);
  if (!Object.hasOwn(COMMANDS, name)) {
    const names = Object.keys(COMMANDS).join(", ");
    throw new UsageError(
      `there is no command ${JSON.stringify(name === "help" ? rest[0] : name)}; there are ${names}`,
    );
  }
  const command = await COMMANDS[name].load();
  const { values, positionals } = parsed(command, rest);
  if (values.help) return print(commandHelp(command));
  if (positionals.length > 1) {
    throw new UsageError(
      `${name} reads one file, and ${positionals.length} were given; quote an argument with spaces`,
    );
  }
  return command.run({ ...values, file: positionals[0] ?? "-" });
}

/** @returns {{ values: Record<string, any>, positionals: string[] }} */
function parsed(command, args) {
  const options = table({ ...command.options, ...COMMON });
  try {
    return /** @type {any} */ (parseArgs({ args, options, allowPositionals: true, strict: true }));
  } catch (error) {
    throw wrongOption(error, command.name, Object.keys(options));
  }
}

function print(text) {
  stdout.write(text);
  return 0;
}
