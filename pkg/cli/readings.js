// What a pasted text may be: a delivery as it was posted, or one in a log line. Every reading says what was cut for it;
// which of them holds is for the core to decide, never for a guess.

/**
 * @typedef {object} Reading
 * @property {Uint8Array | string} body
 * @property {string[]} cut what was cut or undone, in words; empty for the bytes as they are
 */

/** Beyond these, a text is no log line. */
const MAX_READINGS = 64;
const MAX_STARTS = 200;
const MAX_LENGTH = 2 * 1024 * 1024;
const MAX_DEPTH = 4;
/** Members of what the commands read. */
const NAMES = [
  "event",
  "eventType",
  "type",
  "signature",
  "isCompliant",
  "nextAction",
  "onboardingStatus",
  "checks",
];

/** The bytes as they are first. @param {Uint8Array} bytes @returns {Reading[]} */
export function readings(bytes) {
  /** @type {Reading[]} */
  const found = [{ body: bytes, cut: [] }];
  const text = decoded(bytes);
  if (text === undefined || text.length > MAX_LENGTH) return found;
  const trimmed = text.trim();
  if (trimmed.length < text.length) found.push({ body: trimmed, cut: [aroundIt(text)] });
  if (isObject(trimmed)) inside(JSON.parse(trimmed), "", [], found, 0);
  else search(trimmed, [], found, 0);
  return found.slice(0, MAX_READINGS);
}

/** Objects in a text, plain or escaped as a string's content is. */
function search(text, cut, found, depth) {
  let from = 0;
  for (let starts = 0; starts < MAX_STARTS && found.length < MAX_READINGS; starts += 1) {
    const start = text.indexOf("{", from);
    if (start === -1) return;
    const escaped = /^\{\s*\\+"/.test(text.slice(start, start + 64));
    const end = escaped ? endOfString(text, start) : endOfObject(text, start);
    const part = text.slice(start, end);
    const given = escaped ? unescaped(part) : part;
    from = start + 1;
    if (given === undefined || (!escaped && !isObject(given))) continue;
    const notes = [...cut, ...outside(text, start, end)];
    if (escaped) within(given, [...notes, "undid the escapes of a string"], found, depth);
    else {
      found.push({ body: given, cut: notes });
      inside(JSON.parse(given), "", notes, found, depth);
    }
    from = end;
  }
}

/** A string that may hold a delivery: an object, or one more level of text around it. */
function within(text, cut, found, depth) {
  if (depth >= MAX_DEPTH) return;
  if (isObject(text)) {
    found.push({ body: text, cut });
    inside(JSON.parse(text), "", cut, found, depth + 1);
  } else search(text, cut, found, depth + 1);
}

/** The strings with JSON in them, and the objects that may be deliveries or statuses, in a log record. */
function inside(value, path, cut, found, depth) {
  if (depth >= MAX_DEPTH || found.length >= MAX_READINGS || isSigned(value)) return;
  for (const [name, member] of Object.entries(value)) {
    const place = Array.isArray(value) ? `${path}[${name}]` : `${path}.${name}`;
    if (typeof member === "string" && member.includes("{")) {
      within(member, [...cut, `took the string at ${place}`], found, depth);
    } else if (typeof member === "object" && member !== null) {
      if (!Array.isArray(member) && NAMES.some((name) => Object.hasOwn(member, name))) {
        found.push({ body: JSON.stringify(member), cut: [...cut, `printed the object at ${place} again`] });
      }
      inside(member, place, cut, found, depth + 1);
    }
  }
}

/** A delivery is no log record: a genuine one inside an altered one makes nothing of it genuine. */
function isSigned({ signature, data }) {
  return typeof signature === "string" && typeof data === "object" && data !== null;
}

function outside(text, start, end) {
  const notes = [];
  if (start > 0) notes.push(`cut ${counted(start)} before the JSON: ${shown(text.slice(0, start), -40)}`);
  const rest = text.length - end;
  if (rest > 0) notes.push(`cut ${counted(rest)} behind the JSON: ${shown(text.slice(end), 40)}`);
  return notes;
}

function aroundIt(text) {
  const [before, after] = [text.length - text.trimStart().length, text.length - text.trimEnd().length];
  if (before === 0 && /^\r?\n$/.test(text.slice(-after))) return "cut the newline at the end";
  return `cut the white space around it (${before} before, ${after} behind)`;
}

/** Where the object that starts there ends; behind `start` where it does not. */
function endOfObject(text, start) {
  let depth = 0;
  let inString = false;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (inString) {
      if (character === "\\") at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "{") depth += 1;
    else if (character === "}") {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return start + 1;
}

/** Where the string around an escaped object ends: at a quote that no backslash precedes, or with the line. */
function endOfString(text, start) {
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === '"' || text[at] === "\n") return at;
  }
  return text.length;
}

function unescaped(part) {
  try {
    return JSON.parse(`"${part}"`);
  } catch {
    return undefined;
  }
}

function isObject(text) {
  if (!text.startsWith("{")) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function counted(count) {
  return count === 1 ? "1 character" : `${count} characters`;
}

/** The part that is next to the JSON. */
function shown(text, length) {
  if (text.length <= Math.abs(length)) return JSON.stringify(text);
  return length < 0 ? `…${JSON.stringify(text.slice(length))}` : `${JSON.stringify(text.slice(0, length))}…`;
}
