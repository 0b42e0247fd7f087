// Texts in quotes, as JSON, CSV, shells and Python write them.

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

/**
 * An object that starts there in double quotes: where it ends, and what it is without them; nothing where they cannot be undone.
 * @param {string} text @param {number} start @returns {import("./outline.js").Outline | undefined}
 */
export function inQuotes(text, start) {
  const begins = (pattern) => {
    pattern.lastIndex = start;
    return pattern.test(text);
  };
  if (begins(ESCAPED)) {
    const end = endOfString(text, start);
    const content = parsed(`"${text.slice(start, end)}"`);
    if (content !== undefined) return { end, content, note: "undid the escapes of a string" };
  }
  if (begins(DOUBLED)) {
    const cell = upTo(text.slice(start), IN_CSV);
    const content = cell.replaceAll('""', '"');
    return { end: start + cell.length, content, note: "undid the quotes of CSV" };
  }
  return undefined;
}

/** At a quote that no backslash precedes, or with the line. */
function endOfString(text, start) {
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === '"' || text[at] === "\n") return at;
  }
  return text.length;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** White space may be escaped, as the quotes are. */
const ESCAPED = /\{(?:\s|\\+[nrt])*\\+"/y;
const DOUBLED = /\{\s*""\w/y;
const IN_CSV = /^(?:[^"]|"")*/;
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
