/** A compiled wasm; any object, where the configured `lib` and `types` have no `WebAssembly`. */
type Compiled = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } }
  ? Module
  : object;

/** A wasm file of this package, as bundlers for Workers hand it over. Others give an URL or bytes: see their documentation. */
declare const module: Compiled;
export default module;
