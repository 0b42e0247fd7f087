/** A wasm file of this package, as bundlers for Workers hand it over. Others give an URL or bytes: see their documentation. */
declare const module: WebAssembly.Module;
export default module;
