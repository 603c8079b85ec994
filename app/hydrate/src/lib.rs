//! The wasm bundle: a page's islands and the runtime that hydrates them, nothing else.
//!
//! Each `#[island]` of the crate `islands` exports a function of its own; the loader that the bundler
//! writes calls [`hydrate`] once and then that function for each island of the page.

// Without this mention the linker drops the crate, and every island with it.
use islands as _;
use wasm_bindgen::prelude::wasm_bindgen;

/// Starts the reactive runtime that the islands share.
#[wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
