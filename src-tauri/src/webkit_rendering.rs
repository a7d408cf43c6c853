//! Rendering without a graphics card.

use std::ffi::OsString;
use std::path::Path;

use tauri::webview::PlatformWebview;
use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};

/// The directory of graphics cards on Linux.
const CARDS: &str = "/dev/dri";

/// Whether WebKit should render without OpenGL: as the environment says, else where there is no card.
/// Its emulation (on a virtual machine, over a remote desktop) takes several times as long as
/// WebKit's own rendering.
pub fn software_rendering(asked: Option<OsString>) -> bool {
    match asked.as_ref().and_then(|text| text.to_str()) {
        Some("plain") => true,
        Some("opengl") => false,
        _ => !Path::new(CARDS).exists(),
    }
}

/// Keeps GTK from loading OpenGL, whose emulation loads a compiler. Call it first, while no other
/// thread can read the environment.
pub fn skip_opengl() {
    // Fails only for an invalid name. There is no log yet.
    let _set = gtk::glib::setenv("GDK_GL", "disable", true);
}

/// Makes WebKit render without OpenGL.
pub fn use_software_rendering(webview: &PlatformWebview) {
    if let Some(settings) = WebViewExt::settings(&webview.inner()) {
        settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
    }
}

#[cfg(test)]
mod tests {
    use super::software_rendering;

    #[test]
    fn the_environment_decides_before_the_hardware() {
        assert!(software_rendering(Some("plain".into())));
        assert!(!software_rendering(Some("opengl".into())));
        assert_eq!(
            software_rendering(None),
            software_rendering(Some("whatever".into()))
        );
    }
}
