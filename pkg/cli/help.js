// What --help prints.
import { COMMON } from "./arguments.js";
import { COMMANDS } from "./commands.js";
import { wrapped } from "./paper.js";
import { version } from "./version.js";

const WIDTH = 80;

export function help() {
  const names = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(9)} ${summary}`);
  return `compliance-gate ${version()}: webhooks of Conomy, compliance statuses of Connect Financial

usage: compliance-gate COMMAND [options] [FILE]

${names.join("\n")}

  The input is FILE, or standard input where there is none or where it is "-". It may
  be pasted from a log: what stands around the JSON is cut, and what was cut is said.

  read -rs CONOMY_WEBHOOK_SECRET; export CONOMY_WEBHOOK_SECRET
  compliance-gate verify delivery.json
  grep Transaction app.log | tail -1 | compliance-gate explain
  curl -s "$STATUS_URL" | compliance-gate status --nationality US

exit codes: 0 good, 1 refused, 2 usage
compliance-gate COMMAND --help says more. Colour: only on a terminal, and not under NO_COLOR.
`;
}

export function commandHelp({ name, about, input = "[FILE]", examples, options }) {
  const rows = Object.entries({ ...options, ...COMMON }).map(([option, { short, value, help: text }]) => [
    `${short ? `-${short}, ` : ""}--${option}${value ? ` ${value}` : ""}`,
    text,
  ]);
  const width = Math.max(...rows.map(([left]) => left.length));
  const indent = " ".repeat(width + 4);
  const lines = rows.map(
    ([left, text]) => `  ${left.padEnd(width)}  ${wrapped(text, WIDTH - width - 4).join(`\n${indent}`)}`,
  );
  return `usage: compliance-gate ${name} [options] ${input}

${wrapped(about, WIDTH).join("\n")}

${lines.join("\n")}

examples:
${examples.map((example) => `  ${example.replaceAll("\n", "\n  ")}`).join("\n\n")}
`;
}
