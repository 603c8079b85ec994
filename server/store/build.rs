//! Migrations are read while the crate is compiled; cargo cannot know of new files by itself.

fn main() {
    println!("cargo::rerun-if-changed=migrations");
}
