// Objects in braces, as JSON, Python and Node's inspect print them: where one ends, and what its members are.

/**
 * @typedef {object} Outline
 * @property {number} end
 * @property {Record<string, object | string>} [members] of what is not in JSON's quotes: an object for what is in
 * brackets, a text for anything else
 * @property {string} [content] what it is without the quotes that it is in
 * @property {string} [note]
 */

/**
 * The object that starts there; nothing where something else is in braces. One that never ends, ends with the text.
 * @param {string} text @param {number} start @returns {Outline | undefined}
 */
export function outline(text, start) {
  BEGIN.lastIndex = start;
  const begin = BEGIN.exec(text);
  if (begin === null) return undefined;
  /** @type {Record<string, object | string>} */
  const members = {};
  let [name, quote, at] = ["", "", start];
  let [depth, slashes, escapes] = [0, 0, 0];
  do {
    const character = text[at];
    if (quote !== "") {
      // Each level of text in text doubles the backslashes before a quote, and adds one.
      if (character === quote && slashes % (2 * escapes + 2) === escapes) quote = "";
    } else if (QUOTES.includes(character)) [quote, escapes] = [character, slashes];
    else if (character === "}") depth -= 1;
    else if ("{[".includes(character)) {
      if (depth === 1) members[name] = {};
      if (character === "{") depth += 1;
    } else if (depth === 1 && ":=".includes(character)) {
      name = NAME.exec(text.slice(Math.max(start, at - LONGEST), at))?.[1] ?? name;
      members[name] ??= "";
    }
    slashes = character === "\\" ? slashes + 1 : 0;
    at += 1;
  } while (depth > 0 && at < text.length);
  // Beside a signature, any other member of a delivery makes one of what is cut off.
  if (depth > 0) members.signature = "";
  return { end: at, members: begin[1] ? undefined : members };
}

/** A first name, in whatever quotes; white space may be escaped, as in a text. */
const BEGIN = /\{(?:\s|\\+[nrt])*\\*(?:(")|[\w$'`:])/y;
const NAME = /[\s{,:"'`]([\w$]+)\W*$/;
const QUOTES = "\"'`";
/** More than a name that is looked for, with what is around it. */
const LONGEST = 32;
