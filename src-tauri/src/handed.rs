//! What the page shows first, handed to it along with itself while the webview starts. Where it is not ready
//! in time the page asks for it, and has to wait for the answer.

use std::thread;

use deroule_app::{Snapshot, ignore_failure};
use serde::Serialize;
use tauri::WebviewWindow;
use webkit2gtk::{
    UserContentInjectedFrames, UserContentManagerExt, UserScript, UserScriptInjectionTime,
    WebViewExt,
};

use crate::commands::window::Surroundings;
use crate::opened::Opened;

#[derive(Serialize)]
struct Handed {
    snapshot: Snapshot,
    surroundings: Surroundings,
}

/// Hands over what is made ready as soon as it is, if nobody asked for it by then.
pub fn hand_over(window: WebviewWindow, opened: &Opened) {
    let opened = opened.clone();
    thread::spawn(move || {
        if opened.app().is_ok()
            && let Some(Ok(script)) = opened.made_ready().map(script)
        {
            add(&window, script);
        }
    });
}

/// Lets the page begin with a script.
fn add(window: &WebviewWindow, script: String) {
    let handed = window.with_webview(move |webview| {
        let Some(content) = webview.inner().user_content_manager() else {
            return;
        };
        content.add_script(&UserScript::new(
            &script,
            UserContentInjectedFrames::TopFrame,
            UserScriptInjectionTime::Start,
            &[],
            &[],
        ));
    });
    ignore_failure(
        handed.map_err(|_| "the window is gone"),
        "hand over the first view",
    );
}

/// A script that puts `snapshot` where the page looks for it (`ui/src/bootstrap/preload.ts`).
fn script(snapshot: Snapshot) -> serde_json::Result<String> {
    let handed = Handed {
        snapshot,
        surroundings: Surroundings::here(),
    };
    // A text within the script: whatever it says, it is no code.
    let text = serde_json::to_string(&serde_json::to_string(&handed)?)?;
    Ok(format!("window.deroule = JSON.parse({text})"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails loudly")]

    use deroule_app::edit::{Edit, ProgrammeField};
    use deroule_app::{App, Scope};

    #[test]
    fn what_a_title_says_is_no_code() {
        let folder = tempfile::tempdir().unwrap();
        let app = App::open(&folder.path().join("store.deroule"), chrono::Utc::now).unwrap();
        app.add_sample(deroule_app::Language::Fr).unwrap();
        let programme = app.current_programme().unwrap().unwrap();
        let title = "\"); alert('\u{2028}</script>\\".to_owned();
        let field = ProgrammeField::Title(title.clone());
        let edit = Edit::SetProgramme { programme, field };
        app.apply(&edit, Scope::default()).unwrap();

        let script = super::script(app.snapshot(Scope::default()).unwrap()).unwrap();
        let text = script.strip_prefix("window.deroule = JSON.parse(").unwrap();
        let text: String = serde_json::from_str(text.strip_suffix(')').unwrap()).unwrap();
        let handed: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(handed["snapshot"]["open"]["programme"]["title"], *title);
    }
}
