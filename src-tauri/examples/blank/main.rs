//! A Tauri window with nothing in it: what `script/bench` measures the app's start against.

fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!("examples/blank/tauri.conf.json"))
}
