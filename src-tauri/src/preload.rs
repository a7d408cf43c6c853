//! Puts the first view into the page while the webview starts. Where it is not ready in time, the page
//! requests it and waits for the answer.

use std::thread;

use deroule_app::{Snapshot, ignore_failure};
use serde::Serialize;
use tauri::WebviewWindow;
use webkit2gtk::{
    UserContentInjectedFrames, UserContentManagerExt, UserScript, UserScriptInjectionTime,
    WebViewExt,
};

use crate::commands::window::Environment;
use crate::startup::Startup;

#[derive(Serialize)]
struct Preload {
    snapshot: Snapshot,
    environment: Environment,
}

/// Adds the first view to the page as soon as it is ready, unless the page requested it before.
pub fn preload(window: WebviewWindow, startup: &Startup) {
    let startup = startup.clone();
    thread::spawn(move || {
        if startup.app().is_ok()
            && let Some(Ok(script)) = startup.take_first().map(script)
        {
            add(&window, script);
        }
    });
}

/// Runs a script before all others of the page.
fn add(window: &WebviewWindow, script: String) {
    let added = window.with_webview(move |webview| {
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
        added.map_err(|_| "the window is gone"),
        "preload the first view",
    );
}

/// A script that puts `snapshot` where the page looks for it (`ui/src/bootstrap/preload.ts`).
fn script(snapshot: Snapshot) -> serde_json::Result<String> {
    let preload = Preload {
        snapshot,
        environment: Environment::here(),
    };
    // The JSON is a string within the script, so that no title can be code.
    let text = serde_json::to_string(&serde_json::to_string(&preload)?)?;
    Ok(format!("window.deroule = JSON.parse({text})"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails loudly")]

    use deroule_app::edit::{Edit, ProgrammeField};
    use deroule_app::{App, Scope};

    #[test]
    fn a_title_in_the_preload_script_is_never_code() {
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
        let preload: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(preload["snapshot"]["open"]["programme"]["title"], *title);
    }
}
