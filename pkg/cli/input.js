// What a command reads: a file, or standard input.
import { createReadStream, fstatSync } from "node:fs";
import { GateError } from "../inline.js";
import { UsageError } from "./usage-error.js";

/** More than any log line, and little enough to hold several times. */
const LIMIT = 64 * 1024 * 1024;

/** The bytes of a file, or of standard input for "-". */
export async function input(file) {
  if (file !== "-") return fileBytes(file, `the file ${JSON.stringify(file)}`);
  if (process.stdin.isTTY) process.stderr.write("reading standard input; end it with Ctrl-D\n");
  return bytesOf("standard input", () => {
    if (fstatSync(process.stdin.fd).isDirectory()) throw { code: "EISDIR" };
    return process.stdin;
  });
}

/** `what` is how an error calls it. */
export function fileBytes(path, what) {
  return bytesOf(what, () => createReadStream(path, { highWaterMark: 1 << 20 }));
}

async function bytesOf(what, open) {
  const chunks = [];
  let length = 0;
  try {
    for await (const chunk of open()) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > LIMIT) break;
    }
  } catch (error) {
    throw new UsageError(`cannot read ${what}: ${REASONS[error.code] ?? error.code}`);
  }
  if (length > LIMIT)
    throw new UsageError(`${what} is larger than ${LIMIT >> 20} MB; cut out the line you mean`);
  return Buffer.concat(chunks);
}

/** The text that bytes are. */
export function utf8(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new GateError("body_not_utf8", "expected the delivery as UTF-8, found bytes that are not");
  }
}

const REASONS = {
  ENOENT: "it does not exist",
  EISDIR: "it is a directory",
  EACCES: "reading it is not permitted",
};
