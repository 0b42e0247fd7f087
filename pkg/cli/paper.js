// How answers are printed for people: aligned rows, colour where a terminal shows it, and nothing that a body could
// steer the terminal with.

/** Paints for a stream: plain text unless it is a terminal and nobody asked for none. */
export function paint(stream) {
  const { NO_COLOR, TERM } = process.env;
  const isOn = stream.isTTY && !NO_COLOR && TERM !== "dumb";
  const style = (code) => (text) => (isOn ? `\x1b[${code}m${text}\x1b[0m` : text);
  return { good: style("32;1"), bad: style("31;1"), note: style("33"), dim: style("2"), strong: style("1") };
}

/** Text from outside, with what a terminal would obey, or a reader could not see, written out. */
export function plain(text) {
  return String(text).replace(UNSEEN, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u${code > 0xffff ? `{${code.toString(16)}}` : code.toString(16).padStart(4, "0")}`;
  });
}

/** Controls, formats (the marks that turn the direction of text among them), separators of lines, lone surrogates. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Rows of name and value; a value of several lines is aligned, a long one wrapped. Rows without a value are left out. */
export function rows(pairs, { dim }) {
  const shown = pairs.filter(([, value]) => value !== undefined && value !== null && value.length !== 0);
  const width = Math.max(0, ...shown.map(([name]) => name.length));
  return shown
    .map(([name, value]) => {
      const lines = [value].flat().map((line) => indented(plain(line), width + 4));
      return `  ${dim(name.padEnd(width))}  ${lines.join(`\n${" ".repeat(width + 4)}`)}\n`;
    })
    .join("");
}

/** Text that goes on under itself. */
export function indented(text, indent) {
  const width = Math.max(40, Math.min(process.stdout.columns ?? 100, 100) - indent);
  return wrapped(text, width).join(`\n${" ".repeat(indent)}`);
}

/** Lines of at most so many characters; a longer word has a line of its own. @returns {string[]} */
export function wrapped(text, width) {
  const lines = [""];
  for (const word of text.split(/(?<=\S) (?=\S)/)) {
    const line = lines.at(-1) ?? "";
    if (line !== "" && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines;
}

/** An answer for machines: one line. */
export function printJson(answer) {
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}

/** Columns of equal width. */
export function columns(table) {
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column].length)));
  return table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join("  ")
      .trimEnd(),
  );
}
