// Indents JSON without reading it: every number and string stays as it was signed.

/** JSON text with line breaks and indentation between its tokens. Text that is no JSON comes back much as it was. @param {string} json */
export function pretty(json) {
  const tokens = json.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gs) ?? [];
  let depth = 0;
  let text = "";
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    const line = (/** @type {number} */ level) => `\n${"  ".repeat(Math.min(level, 40))}`;
    if (token === "}" || token === "]") {
      depth -= 1;
      if (tokens[index - 1] !== "{" && tokens[index - 1] !== "[") text += line(depth);
      text += token;
    } else if (token === "{" || token === "[") {
      depth += 1;
      text += token + (next === "}" || next === "]" ? "" : line(depth));
    } else if (token === ",") text += token + line(depth);
    else text += token === ":" ? ": " : token;
  });
  return text;
}
