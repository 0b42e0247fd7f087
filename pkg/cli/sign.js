import { sign as signed } from "../inline.js";
import { oneOf, SECRETS } from "./arguments.js";
import { input, utf8 } from "./input.js";
import { paint, printJson } from "./paper.js";
import { secrets } from "./secrets.js";
import { UsageError } from "./usage-error.js";

export const sign = {
  name: "sign",
  about:
    "Signs a delivery as the provider would, to test a receiver with, and prints the body to post. In the header " +
    "dialect the body stays as it is, and the header is printed to standard error.",
  examples: [
    'echo \'{"event":"Transaction.Captured","data":{}}\' | compliance-gate sign',
    "compliance-gate sign event.json |\n  curl --data-binary @- http://127.0.0.1:8787/webhooks/conomy",
    "compliance-gate sign event.json --dialect header --json | jq -r '.headers[\"X-Webhook-Signature\"]'",
  ],
  options: {
    ...SECRETS,
    dialect: {
      /** @type {"string"} */ type: "string",
      value: "body|header",
      help: "where the signature goes; default body",
    },
  },
  run,
};

async function run(values) {
  const dialect = oneOf(values, "dialect", ["body", "header"]) ?? "body";
  const { keys, notes } = await secrets(values);
  if (keys.length > 1) throw new UsageError(`sign signs with one secret, and ${keys.length} were named`);
  const [text, cut] = unsigned(await input(values.file), dialect);
  const { body, headers } = signed(text, keys[0], { dialect });
  const said = [...notes, ...cut];
  if (values.json) {
    printJson({ ok: true, body, headers, cut: said });
    return 0;
  }
  const { dim } = paint(process.stderr);
  for (const note of said) process.stderr.write(`${dim(note)}\n`);
  for (const [name, value] of Object.entries(headers)) {
    if (name !== "Content-Type") process.stderr.write(`${name}: ${value}\n`);
  }
  // Piped, the body is exactly what is to be posted; a terminal's next prompt wants a line of its own.
  process.stdout.write(process.stdout.isTTY ? `${body}\n` : body);
  return 0;
}

/** The text to sign. A newline at the end would be posted, and signed, without anybody having meant it. */
function unsigned(bytes, dialect) {
  const text = utf8(bytes);
  const kept = text.replace(/\r?\n$/, "");
  const isToSay = kept !== text && dialect === "header";
  return [kept, isToSay ? ["cut the newline at the end; the header signs the body as it is printed"] : []];
}
