// Texts in single quotes, as shells and Python write them.

/** What one in single quotes is read from, at most: no line that somebody pasted has more. */
const MAX_LENGTH = 256 * 1024;

/**
 * What stands from `start` to the single quote that ends it, in each way of writing in which it is another text.
 * @param {string} text @param {number} start @returns {{ content: string, note: string }[]}
 */
export function quoted(text, start) {
  const rest = text.slice(start, start + MAX_LENGTH);
  const inShell = upTo(rest, IN_SHELL).replaceAll("'\\''", "'");
  const inPython = upTo(rest, IN_PYTHON);
  const isBytes = /b'$/i.test(text.slice(0, start).slice(-2));
  return [
    { content: inShell, note: "undid a shell's quotes" },
    { content: isBytes ? bytesOf(inPython) : unescaped(inPython), note: "undid the escapes of Python" },
  ];
}

const IN_SHELL = /^(?:[^']|'\\'')*/;
const IN_PYTHON = /^(?:[^'\\]|\\.)*/s;

function upTo(text, pattern) {
  return pattern.exec(text)?.[0] ?? "";
}

/** Of `bytes`, whose escapes are bytes of UTF-8. */
function bytesOf(content) {
  return Buffer.from(unescaped(content), "latin1").toString("utf8");
}

function unescaped(content) {
  return content.replaceAll(/\\(x[0-9a-f]{2}|u[0-9a-f]{4}|.)/gis, (_, sequence) => {
    if (sequence.length > 1) return String.fromCharCode(Number.parseInt(sequence.slice(1), 16));
    return NAMED[sequence] ?? sequence;
  });
}

const NAMED = { n: "\n", r: "\r", t: "\t" };
