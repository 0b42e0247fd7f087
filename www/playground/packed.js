// Text that fits a link: deflated, in base64url.

/** As much as the core reads of a status. A few bytes could unpack to any number. */
const MOST = 1024 * 1024;

/** @param {string} text */
export async function pack(text) {
  const bytes = await collected(new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw")));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The text, or null where nobody packed this. @param {string} packed */
export async function unpack(packed) {
  try {
    const binary = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return new TextDecoder("utf-8", { fatal: true }).decode(await collected(stream));
  } catch {
    return null;
  }
}

/** @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream */
async function collected(stream) {
  const chunks = [];
  let size = 0;
  const reader = stream.getReader();
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    if (value === undefined) break;
    size += value.length;
    if (size > MOST) throw new RangeError("too large");
    chunks.push(value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
