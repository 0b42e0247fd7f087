//! Generates the JavaScript glue of a wasm: `bindgen glue INPUT.wasm OUTPUT-DIRECTORY`; and compresses one, to raw DEFLATE:
//! `bindgen deflate INPUT OUTPUT`.
//!
//! It is the library behind `wasm-bindgen`'s command line and nothing else, because that command also carries an
//! HTTP server and TLS for its test runner, which take minutes to compile and which starting the gate never needs.
//! zopfli takes seconds to find a twentieth less than zlib does, which every browser then does not download.

use std::error::Error;
use std::fs::File;
use std::{env, fs, process};

use wasm_bindgen_cli_support::Bindgen;
use zopfli::{Format, Options, compress};

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["glue", input, output] => generate(input, output),
        ["deflate", input, output] => deflate(input, output),
        _ => {
            eprintln!("usage: bindgen glue INPUT.wasm OUTPUT-DIRECTORY, bindgen deflate INPUT OUTPUT");
            process::exit(2);
        }
    };
    if let Err(error) = done {
        eprintln!("bindgen: {error}");
        process::exit(1);
    }
}

fn deflate(input: &str, output: &str) -> Result<(), Box<dyn Error>> {
    compress(Options::default(), Format::Deflate, fs::read(input)?.as_slice(), File::create(output)?)?;
    Ok(())
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
