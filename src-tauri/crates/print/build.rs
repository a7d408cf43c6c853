//! Looks that the typeface is there: it comes with the window's npm packages.

#[expect(clippy::panic, reason = "a build script's way to say no")]
fn main() {
    let font = "../../../ui/node_modules/@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf";
    println!("cargo:rerun-if-changed={font}");
    if !std::path::Path::new(font).exists() {
        panic!("the typeface is missing: run script/setup, or `npm ci --prefix ui`");
    }
}
