// What bundlers make of an imported wasm file: pkg/workerd.js and pkg/edge-light.js import one.

declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}

declare module "*.wasm?module" {
  const module: WebAssembly.Module;
  export default module;
}
