// The commands, each loaded when it is asked for: half of them need one wasm only.

export const COMMANDS = {
  verify: {
    summary: "whether a delivery is genuine",
    load: async () => (await import("./verify.js")).verify,
  },
  explain: { summary: "why a delivery is refused", load: async () => (await import("./explain.js")).explain },
  sign: { summary: "make a delivery to test with", load: async () => (await import("./sign.js")).sign },
  key: { summary: "the idempotency key of a payload", load: async () => (await import("./key.js")).key },
  status: {
    summary: "what a compliance status asks for next",
    load: async () => (await import("./status.js")).status,
  },
  document: {
    summary: "whether a file would do",
    load: async () => (await import("./document.js")).document,
  },
};
