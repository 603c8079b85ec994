//! Checks that the bundled files are there, and that a new bundle is taken in.

use std::{path::Path, process};

/// Where the bundler writes.
const SITE: &str = "../target/site";

fn main() {
    for folder in [SITE, "../data/catalogue", "../data/bundled"] {
        println!("cargo::rerun-if-changed={folder}");
    }
    if !Path::new(SITE).join("manifest.txt").exists() {
        eprintln!("target/site has no bundled styles, fonts and wasm; run `make build` first");
        process::exit(1);
    }
    fold_identical_functions();
}

/// Thousands of functions of generic views come out byte for byte alike; the linker keeps one of each. Only for
/// the released program, and where rustc brings the linker that knows how (rust-lld, since Rust 1.90).
fn fold_identical_functions() {
    let is = |name: &str, value: &str| std::env::var(name).is_ok_and(|found| found == value);
    if is("PROFILE", "release") && is("TARGET", "x86_64-unknown-linux-gnu") {
        println!("cargo::rustc-link-arg-bins=-Wl,--icf=all");
    }
}
