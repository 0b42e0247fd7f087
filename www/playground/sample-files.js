// Files for who has none at hand: the beginning of one is all that is looked at.

const PDF = "%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF\n";
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52];

/** @param {string} kind */
export function sampleFile(kind) {
  return kind === "disguised"
    ? new File([new Uint8Array(PNG)], "scan.pdf", { type: "application/pdf" })
    : new File([PDF], "statement.pdf", { type: "application/pdf" });
}
