//! Makes sure that the folder of bundled files is there, and that a new bundle is taken in.

use std::{fs, io};

/// Where the bundler writes; empty until it has run, and the program says so then.
const SITE: &str = "../target/site";

fn main() -> io::Result<()> {
    fs::create_dir_all(SITE)?;
    for folder in [SITE, "../data/catalogue", "../data/bundled"] {
        println!("cargo::rerun-if-changed={folder}");
    }
    Ok(())
}
