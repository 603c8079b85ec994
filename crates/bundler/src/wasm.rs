//! Turns the compiler's wasm into what a browser loads: JavaScript glue by wasm-bindgen, a smaller module by wasm-opt.

use crate::error::{BundleError, read};
use std::fs;
use std::path::Path;
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

/// Features that rustc's wasm target enables by default; older versions of wasm-opt need the options.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The output of wasm-bindgen.
pub(crate) struct Islands {
    pub(crate) js: String,
    pub(crate) wasm: Vec<u8>,
    /// Names of the exported islands, without the hash that distinguishes islands of the same name.
    pub(crate) names: Vec<String>,
}

/// Runs wasm-bindgen on a module.
///
/// # Errors
/// If the module cannot be read, is rejected, requires JavaScript snippets or does not export `hydrate`.
pub(crate) fn bindgen(path: &Path) -> Result<Islands, BundleError> {
    let failed = |error: &dyn std::fmt::Display| BundleError::Bindgen {
        path: path.into(),
        message: error.to_string(),
    };
    let mut bindgen = Bindgen::new();
    // `{:#}` below prints the chain of causes of wasm-bindgen's errors.
    bindgen
        .input_bytes("islands", read(path)?)
        .web(true)
        .map_err(|e| failed(&format!("{e:#}")))?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true);
    let mut output = bindgen.generate_output().map_err(|e| failed(&format!("{e:#}")))?;
    let with_files = output.snippets().iter().filter(|(_, files)| !files.is_empty());
    let snippets = with_files.map(|(name, _)| name);
    if let Some(name) = snippets.chain(output.local_modules().keys()).next() {
        return Err(BundleError::Snippets {
            path: path.into(),
            name: name.clone(),
        });
    }
    let js = output.js().to_owned();
    let mut names: Vec<String> = exports(&js).map(str::to_owned).collect();
    let total = names.len();
    names.retain(|name| name != "hydrate");
    if names.len() == total {
        return Err(BundleError::NoHydrate { path: path.into() });
    }
    let names = names
        .iter()
        .filter_map(|name| Some(name.rsplit_once('_')?.0.to_owned()))
        .collect();
    Ok(Islands {
        js,
        wasm: output.wasm_mut().emit_wasm(),
        names,
    })
}

/// Returns the names of the exported functions.
fn exports(js: &str) -> impl Iterator<Item = &str> {
    js.lines()
        .filter_map(|line| line.strip_prefix("export function "))
        .filter_map(|rest| Some(rest.split_once('(')?.0))
}

/// Optimises a module for size with the program at `wasm_opt`, which works only on files.
pub(crate) fn optimise(wasm_opt: &Path, wasm: &[u8]) -> Result<Vec<u8>, BundleError> {
    let folder = std::env::temp_dir().join(format!("thuocdo-bundle-{}", std::process::id()));
    let optimised = optimise_in(&folder, wasm_opt, wasm);
    // A temporary folder that cannot be deleted is harmless.
    let _ = fs::remove_dir_all(&folder);
    optimised
}

fn optimise_in(folder: &Path, wasm_opt: &Path, wasm: &[u8]) -> Result<Vec<u8>, BundleError> {
    let (input, output) = (folder.join("in.wasm"), folder.join("out.wasm"));
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&input, wasm))
        .map_err(|source| BundleError::Write {
            path: input.clone(),
            source,
        })?;
    let result = Command::new(wasm_opt)
        .args(["-Oz", "--strip-debug", "--strip-producers"])
        .args(FEATURES)
        .arg(&input)
        .arg("-o")
        .arg(&output)
        .output()
        .map_err(|source| BundleError::StartWasmOpt {
            path: wasm_opt.into(),
            source,
        })?;
    if !result.status.success() {
        return Err(BundleError::WasmOpt {
            path: wasm_opt.into(),
            stderr: String::from_utf8_lossy(&result.stderr).trim().to_owned(),
        });
    }
    read(&output)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exported_functions_are_found_by_name() {
        let js = "function a() {}\nexport function Search_1(el) {\n}\nexport function hydrate() {\n";
        assert_eq!(exports(js).collect::<Vec<_>>(), ["Search_1", "hydrate"]);
    }

    #[test]
    fn invalid_wasm_is_rejected_with_its_path() {
        let path = std::env::temp_dir().join(format!("no-{}.wasm", std::process::id()));
        fs::write(&path, b"not wasm").unwrap();
        let error = bindgen(&path).err().unwrap().to_string();
        fs::remove_file(&path).unwrap();
        assert!(error.contains("wasm-bindgen refused"), "{error}");
        assert!(error.contains(path.to_str().unwrap()), "{error}");
    }

    #[test]
    fn a_missing_wasm_opt_is_reported_with_its_path() {
        let error = optimise(Path::new("/nowhere/wasm-opt"), b"").unwrap_err();
        assert!(error.to_string().starts_with("cannot start /nowhere/wasm-opt"));
    }
}
