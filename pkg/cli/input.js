// What a command reads: a file, or standard input.
import { readFile } from "node:fs/promises";
import { GateError } from "../inline.js";
import { UsageError } from "./usage-error.js";

/** More than any log line, and little enough to hold several times. */
const LIMIT = 64 * 1024 * 1024;

/** The bytes of a file, or of standard input for "-". */
export async function input(file) {
  const bytes = file === "-" ? await standardInput() : await fileBytes(file, "the file");
  if (bytes.length > LIMIT)
    throw new UsageError(`the input is larger than ${LIMIT >> 20} MB; cut out the line you mean`);
  return bytes;
}

export async function fileBytes(path, what) {
  try {
    return await readFile(path);
  } catch (error) {
    throw new UsageError(`cannot read ${what} ${JSON.stringify(path)}: ${REASONS[error.code] ?? error.code}`);
  }
}

/** The text that bytes are. */
export function utf8(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new GateError("body_not_utf8", "expected the delivery as UTF-8, found bytes that are not");
  }
}

async function standardInput() {
  if (process.stdin.isTTY) process.stderr.write("reading standard input; end it with Ctrl-D\n");
  const chunks = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > LIMIT) break;
  }
  return Buffer.concat(chunks);
}

const REASONS = {
  ENOENT: "it does not exist",
  EISDIR: "it is a directory",
  EACCES: "reading it is not permitted",
  ERR_FS_FILE_TOO_LARGE: "it is too large",
};
