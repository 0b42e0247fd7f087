// What a Worker's bundler makes of an imported wasm file; pkg/workerd.js imports one.

declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}
