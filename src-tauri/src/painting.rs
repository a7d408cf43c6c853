//! How the window is painted where there is no graphics card.

use std::ffi::OsString;
use std::path::Path;

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

/// Makes WebKit paint without OpenGL. Told by the environment, before anything else: a webview that is told
/// so once it is there begins anew, which costs a tenth of the start. Nobody else reads the environment
/// meanwhile, as there is no other thread yet.
pub fn paint_plainly() {
    // Fails only where a name is no name.
    let _set = gtk::glib::setenv("WEBKIT_DISABLE_COMPOSITING_MODE", "1", true);
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
