//! Generates the JavaScript glue of a wasm: `bindgen INPUT.wasm OUTPUT-DIRECTORY`.
//!
//! It is the library behind `wasm-bindgen`'s command line and nothing else, because that command also carries an
//! HTTP server and TLS for its test runner, which take minutes to compile and which starting the gate never needs.

use std::error::Error;
use std::{env, process};

use wasm_bindgen_cli_support::Bindgen;

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [input, output] = arguments.as_slice() else {
        eprintln!("usage: bindgen INPUT.wasm OUTPUT-DIRECTORY");
        process::exit(2);
    };
    if let Err(error) = generate(input, output) {
        eprintln!("bindgen: {error}");
        process::exit(1);
    }
}

fn generate(input: &str, output: &str) -> Result<(), Box<dyn Error>> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(input).out_name("compliance_gate").web(true)?;
    // No `new URL(…, import.meta.url)`: a bundler that saw it would copy the wasm a second time.
    bindgen.omit_default_module_path(true);
    // After a trap the instance is replaced: see pkg/lib/core.js.
    bindgen.reset_state_function(true);
    // pkg/index.d.ts is written by hand.
    bindgen.typescript(false);
    bindgen.debug(false).keep_debug(false);
    bindgen.remove_name_section(true).remove_producers_section(true);
    bindgen.generate(output)?;
    Ok(())
}
