//! The desktop shell of Déroulé: the only code that knows Tauri.

fn main() {}
