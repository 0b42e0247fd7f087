// What a command reads: a file, or standard input.
import { createReadStream, fstatSync, statSync } from "node:fs";
import { GateError } from "../inline.js";
import { UsageError } from "./usage-error.js";

/** More than any log line, and little enough to hold several times. */
const LIMIT = 64 * 1024 * 1024;

/** The bytes of a file, or of standard input for "-". */
export async function input(file) {
  return (await head(file)).bytes;
}

/** The first bytes of it, as many at least as are wanted, and how many there are in all. */
export function head(file, wanted) {
  if (file !== "-") return read(file, `the file ${JSON.stringify(file)}`, wanted);
  if (process.stdin.isTTY) process.stderr.write("reading standard input; end it with Ctrl-D\n");
  return read(undefined, "standard input", wanted);
}

/** `what` is how an error calls it. */
export async function fileBytes(path, what) {
  return (await read(path, what)).bytes;
}

async function read(path, what, wanted) {
  const chunks = [];
  let size = 0;
  try {
    const isInput = path === undefined;
    const stat = isInput ? fstatSync(process.stdin.fd) : statSync(path);
    if (stat.isDirectory()) throw { code: "EISDIR" };
    // What standard input has left of a file is not the file's size.
    const isKnown = wanted && !isInput && stat.isFile();
    for await (const chunk of isInput ? process.stdin : createReadStream(path, { highWaterMark: 1 << 20 })) {
      if (!(size > wanted)) chunks.push(chunk);
      size += chunk.length;
      if (isKnown || (!wanted && size > LIMIT)) break;
    }
    if (isKnown) size = stat.size;
  } catch (error) {
    throw new UsageError(`cannot read ${what}: ${REASONS[error.code] ?? error.code}`);
  }
  if (!wanted && size > LIMIT)
    throw new UsageError(`${what} is larger than ${LIMIT >> 20} MB; cut out the line you mean`);
  return { bytes: Buffer.concat(chunks), size };
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
