//! Where the webview may go: to the app, and nowhere else.

use tauri::webview::NewWindowResponse;
use tauri::{App, Url, WebviewWindow, WebviewWindowBuilder};

/// Opens the window. A link or a script that leads elsewhere leads nowhere, nor does one that asks for a window.
pub fn open_window(app: &App) -> tauri::Result<Option<WebviewWindow>> {
    let Some(config) = app.config().app.windows.first() else {
        return Ok(None);
    };
    WebviewWindowBuilder::from_config(app, config)?
        .on_navigation(is_own)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()
        .map(Some)
}

/// Whether an address is the app's own: its scheme, or on Windows and Android its host.
fn is_own(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => {
            cfg!(any(windows, target_os = "android"))
                && url.host_str() == Some("tauri.localhost")
                && url.port().is_none()
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "the addresses are valid")]

    use super::is_own;

    #[test]
    fn only_the_apps_own_address_is_gone_to() {
        let goes = |address: &str| is_own(&address.parse().unwrap());
        assert!(goes("tauri://localhost"));
        assert!(goes("tauri://localhost/index.html?a#b"));
        for elsewhere in [
            "https://127.0.0.1/",
            "http://localhost:8000/",
            "https://tauri.localhost:8443/",
            "https://tauri.localhost.example/",
            "tauri://elsewhere/",
            "file:///etc/passwd",
            "data:text/html,hello",
            "about:blank",
            "blob:tauri://localhost/0",
            "javascript:alert(1)",
        ] {
            assert!(!goes(elsewhere), "{elsewhere}");
        }
    }
}
