// What the CommonJS files take from Node in place of globals, which an environment of jsdom lacks.

export { TextDecoder, TextEncoder } from "node:util";
