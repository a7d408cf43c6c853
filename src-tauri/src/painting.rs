//! How the window is painted where there is no graphics card.

use std::path::Path;

use tauri::webview::PlatformWebview;
use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};

/// Where Linux puts graphics cards.
const CARDS: &str = "/dev/dri";

/// Paints without OpenGL where no graphics card is: its emulation (on a virtual machine, over a
/// remote desktop) takes several times as long as WebKit's own painting.
pub fn suit_machine(webview: &PlatformWebview) {
    if Path::new(CARDS).exists() {
        return;
    }
    if let Some(settings) = WebViewExt::settings(&webview.inner()) {
        settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
    }
}
