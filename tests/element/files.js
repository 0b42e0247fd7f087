// Files as a customer has them: what a playwright page is given to choose.

const PDF = "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";
const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");

export const FILES = {
  pdf: { name: "payslip-march.pdf", mimeType: "application/pdf", buffer: Buffer.from(PDF, "latin1") },
  png: { name: "w8ben.png", mimeType: "image/png", buffer: PNG },
  /** A picture that calls itself a PDF. */
  disguised: { name: "statement.pdf", mimeType: "application/pdf", buffer: PNG },
  empty: { name: "empty.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(0) },
  text: { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("only words") },
  /** An image of a kind that is not told by its first bytes. */
  odd: { name: "drawing.svg", mimeType: "image/svg+xml", buffer: Buffer.from("<svg xmlns='x'></svg>") },
  large: {
    name: "scan-of-everything.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.concat([Buffer.from(PDF), Buffer.alloc(3e6)]),
  },
};
