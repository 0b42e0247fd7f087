//! A module uses lower layers only, and what is JavaScript's stays in the bindings.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; clippy allows it in test functions only, not in what they call"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// Every module of `src/lib.rs` and its layer. Modules of one layer do not use each other.
const LAYERS: [(&str, u8); 21] = [
    ("message", 0),
    ("sort", 0),
    ("time", 0),
    ("wire", 0),
    ("json", 1),
    ("step", 1),
    ("body", 1),
    ("idempotency", 1),
    ("retry", 1),
    ("signature", 1),
    ("checklist", 2),
    ("options", 2),
    ("document", 3),
    ("payment", 3),
    ("problem", 3),
    ("kyc", 4),
    ("envelope", 5),
    ("delivery", 6),
    ("diagnosis", 7),
    ("error", 8),
    ("bindings", 9),
];

const JAVASCRIPT: [&str; 3] = ["wasm_bindgen", "js_sys", "serde_wasm_bindgen"];

#[test]
fn every_module_has_a_layer() {
    let library = fs::read_to_string(source().join("lib.rs")).expect("src/lib.rs");
    let words: Vec<&str> = library.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
    let mut declared: Vec<&str> =
        words.windows(2).filter(|pair| pair[0] == "mod").map(|pair| pair[1]).collect();
    let mut listed: Vec<&str> = LAYERS.iter().map(|(module, _)| *module).collect();
    declared.sort_unstable();
    listed.sort_unstable();
    assert_eq!(declared, listed);
}

#[test]
fn a_module_uses_lower_layers_only() {
    let mut uses = 0;
    for (module, file, code) in modules() {
        for used in crate_paths(&code).iter().filter(|used| **used != module) {
            uses += 1;
            assert!(layer(used) < layer(&module), "{file}: {module} uses crate::{used}");
        }
        let reaches_out = "super::".repeat(file.split('/').count());
        assert!(!code.contains(&reaches_out), "{file}: {reaches_out} leaves the module");
    }
    assert!(uses > 20, "expected to find the crate's own paths, found {uses}");
}

#[test]
fn only_the_bindings_know_javascript() {
    for (module, file, code) in modules().into_iter().filter(|(module, ..)| module != "bindings") {
        for name in JAVASCRIPT {
            assert!(!code.contains(name), "{file}: {module} names {name}");
        }
    }
    let bindings = modules().into_iter().filter(|(module, ..)| module == "bindings");
    assert!(bindings.into_iter().any(|(.., code)| code.contains(JAVASCRIPT[0])), "the check sees nothing");
}

#[test]
fn there_is_no_unsafe_code() {
    for (_, file, code) in modules() {
        let words = code.split(|c: char| !c.is_alphanumeric() && c != '_');
        assert!(!words.into_iter().any(|word| word == "unsafe"), "{file}");
    }
}

#[test]
fn paths_are_found_however_they_are_written() {
    let code = "use crate::body; use crate::{\n  wire::open_enum,\n  payment::event::{Event, Other},\n};\n\
                fn f() -> crate::error::Error {}";
    assert_eq!(crate_paths(code), ["body", "wire", "payment", "error"]);
}

/// Each source file's module, name and code, without comments and unit tests.
fn modules() -> Vec<(String, String, String)> {
    let mut files = Vec::new();
    collect(&source(), &mut files);
    let modules = files.into_iter().map(|path| {
        let name = path.strip_prefix(source()).expect("inside src").display().to_string().replace('\\', "/");
        let module = name.split(['/', '.']).next().unwrap_or_default().to_owned();
        let text = fs::read_to_string(&path).expect("a source file");
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        let code = text.lines().map(|line| line.split("//").next().unwrap_or_default());
        (module, name, code.collect::<Vec<_>>().join("\n"))
    });
    let modules: Vec<_> = modules.filter(|(module, ..)| module != "lib").collect();
    assert!(modules.len() > 15, "expected the crate's sources, found {} files", modules.len());
    modules
}

fn collect(directory: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(directory).expect("a directory") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// The modules behind `crate::`, also those in `crate::{…}`.
fn crate_paths(code: &str) -> Vec<String> {
    code.split("crate::").skip(1).flat_map(behind_crate).collect()
}

fn behind_crate(rest: &str) -> Vec<String> {
    let Some(group) = rest.strip_prefix('{') else { return vec![first_word(rest)] };
    let mut depth = 0;
    let mut names = vec![first_word(group)];
    for (at, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(first_word(group.get(at + 1..).unwrap_or_default())),
            _ => {}
        }
    }
    names.into_iter().filter(|name| !name.is_empty()).collect()
}

fn first_word(text: &str) -> String {
    text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

fn layer(module: &str) -> u8 {
    let known = LAYERS.iter().find(|(name, _)| *name == module);
    known.unwrap_or_else(|| panic!("{module} has no layer")).1
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}
