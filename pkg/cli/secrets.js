// Keys, from variables and files. Never from an argument: that stays in the shell's history.
import { fileBytes } from "./input.js";
import { UsageError } from "./usage-error.js";

const DEFAULT = "CONOMY_WEBHOOK_SECRET";
const NEWLINE = 10;
const RETURN = 13;

/** The keys, with ids that say where they come from, and notes on what was cut. */
export async function secrets(values) {
  const named = values["secret-env"] ?? [];
  const files = values["secret-file"] ?? [];
  const names = named.length + files.length === 0 ? [DEFAULT] : named;
  const keys = names.map(fromEnvironment);
  const notes = [];
  for (const path of files) {
    const bytes = await fileBytes(path, "the secret file");
    const secret = withoutNewline(bytes);
    if (secret.length === 0) throw new UsageError("the secret file is empty");
    if (secret.length < bytes.length) {
      notes.push(`cut the newline at the end of the secret file; a service that keeps it has another secret`);
    }
    keys.push({ id: path, secret });
  }
  return { keys, notes };
}

/** What was given is not repeated: it may be the secret, put where its name belongs. */
function fromEnvironment(id) {
  const secret = process.env[id];
  if (secret) return { id, secret };
  const name = id === DEFAULT ? `the variable ${id}` : "a variable that --secret-env names";
  if (secret === "") throw new UsageError(`${name} is empty`);
  throw new UsageError(`${name} is not set; export the webhook's secret in it, or name another one with \
--secret-env NAME, or a file with --secret-file PATH`);
}

/** Editors and `echo` put one there. */
function withoutNewline(bytes) {
  if (bytes.at(-1) !== NEWLINE) return bytes;
  return bytes.subarray(0, bytes.at(-2) === RETURN ? -2 : -1);
}
