//! Makes sure that the folder of bundled files is there, and that a new bundle is taken in.

use std::{fs, io};

/// Where the bundler writes; empty until it has run, and the program says so then.
const SITE: &str = "../target/site";

fn main() -> io::Result<()> {
    fs::create_dir_all(SITE)?;
    for folder in [SITE, "../data/catalogue", "../data/bundled"] {
        println!("cargo::rerun-if-changed={folder}");
    }
    fold_identical_functions();
    Ok(())
}

/// Thousands of functions of generic views come out byte for byte alike; the linker keeps one of each. Only for
/// the released program, and where rustc brings the linker that knows how (rust-lld, since Rust 1.90).
fn fold_identical_functions() {
    let is = |name: &str, value: &str| std::env::var(name).is_ok_and(|found| found == value);
    if is("PROFILE", "release") && is("TARGET", "x86_64-unknown-linux-gnu") {
        println!("cargo::rustc-link-arg-bins=-Wl,--icf=all");
    }
}
