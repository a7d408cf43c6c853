//! Looks that the window's files are there to be built in, then hands over to Tauri.

#[expect(clippy::panic, reason = "a build script's way to say no")]
fn main() {
    println!("cargo:rerun-if-changed=../ui/dist");
    if !std::path::Path::new("../ui/dist/index.html").exists() {
        panic!("ui/dist is missing: run script/setup, or `npm --prefix ui run build`");
    }
    tauri_build::build();
}
