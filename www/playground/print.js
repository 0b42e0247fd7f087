// JSON as a person would lay it out: what fits a line is on one.

/** @param {unknown} value @param {number} [width] @returns {string} */
export function print(value, width = 110) {
  return laid(value, width, "");
}

/** @param {unknown} value @param {number} width @param {string} indent @returns {string} */
function laid(value, width, indent) {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const isArray = Array.isArray(value);
  const parts = (/** @type {string} */ inner) =>
    isArray
      ? value.map((item) => laid(item, width, inner))
      : Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${laid(item, width, inner)}`);
  const flat = parts("").join(", ");
  if (flat === "") return isArray ? "[]" : "{}";
  if (!flat.includes("\n") && flat.length + indent.length < width)
    return isArray ? `[${flat}]` : `{ ${flat} }`;
  const deeper = `${indent}  `;
  const body = parts(deeper)
    .map((part) => deeper + part)
    .join(",\n");
  return isArray ? `[\n${body}\n${indent}]` : `{\n${body}\n${indent}}`;
}
