//! How the window is painted where there is no graphics card.

use std::ffi::OsString;
use std::path::Path;

use tauri::webview::PlatformWebview;
use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};

/// Where Linux puts graphics cards.
const CARDS: &str = "/dev/dri";

/// Whether WebKit should paint without OpenGL: as the environment asks, else where there is no card.
/// Its emulation (on a virtual machine, over a remote desktop) takes several times as long as
/// WebKit's own painting.
pub fn is_plain(asked: Option<OsString>) -> bool {
    match asked.as_ref().and_then(|text| text.to_str()) {
        Some("plain") => true,
        Some("opengl") => false,
        _ => !Path::new(CARDS).exists(),
    }
}

/// Keeps GTK from loading OpenGL to find out what its windows could be drawn with: the emulation brings a
/// compiler along. To be called before anything else, as long as no other thread may read the environment.
pub fn load_no_opengl() {
    // Fails only where a name is no name. There is no log yet.
    let _set = gtk::glib::setenv("GDK_GL", "disable", true);
}

/// Makes WebKit paint without OpenGL.
pub fn paint_plainly(webview: &PlatformWebview) {
    if let Some(settings) = WebViewExt::settings(&webview.inner()) {
        settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
    }
}

#[cfg(test)]
mod tests {
    use super::is_plain;

    #[test]
    fn what_the_environment_asks_for_comes_first() {
        assert!(is_plain(Some("plain".into())));
        assert!(!is_plain(Some("opengl".into())));
        assert_eq!(is_plain(None), is_plain(Some("whatever".into())));
    }
}
