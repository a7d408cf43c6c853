//! The copies of the store.

use std::path::Path;

use deroule_app::model::Message;
use deroule_app::{App, CopyInfo, Problem, Scope};
use serde_json::{Value, json};

use crate::output::Output;

/// Lists the copies of the store at `path`, which need not be there any more.
pub fn list(path: &Path, is_json: bool, output: &Output) -> Result<(), Problem> {
    let copies = deroule_app::copies_of(path)?;
    if is_json {
        return output.json(&Value::Array(copies.iter().map(told).collect()));
    }
    if copies.is_empty() {
        return output.line(&output.messages.format(&Message::new("copy-none")));
    }
    for copy in &copies {
        let code = if copy.is_sound {
            "copy-sound"
        } else {
            "copy-damaged"
        };
        let message = Message::new(code)
            .text("name", &copy.name)
            .text("revision", copy.revision.to_string())
            .number(
                "sessions",
                usize::try_from(copy.sessions).unwrap_or(usize::MAX),
            );
        output.line(&output.messages.format(&message))?;
    }
    Ok(())
}

/// Makes everything what it is in the copy called `name`.
pub fn restore(app: &App, name: &str, is_json: bool, output: &Output) -> Result<(), Problem> {
    let outcome = app.restore_copy(name, Scope::default())?;
    output.done();
    if is_json {
        let told = json!({ "revision": outcome.revision, "changed": outcome.changed });
        return output.json(&told);
    }
    let code = if outcome.changed > 0 {
        "copy-restored"
    } else {
        "copy-is-current"
    };
    output.line(
        &output
            .messages
            .format(&Message::new(code).text("name", name)),
    )
}

/// That the store at `path` is gone and there are copies of it; `None` where there are none.
pub fn left_of(path: &Path) -> Option<Message> {
    let copies = deroule_app::copies_of(path).ok()?;
    let sound = copies
        .iter()
        .find(|copy| copy.is_sound && copy.revision > 0)?;
    let message = Message::new("problem-store-gone")
        .text("file", path.display().to_string())
        .text("copy", &sound.name);
    Some(message)
}

fn told(copy: &CopyInfo) -> Value {
    let known = |number: u64| copy.is_sound.then_some(number);
    json!({
        "name": copy.name,
        "path": copy.path,
        "at": copy.at,
        "rescue": copy.is_rescue,
        "sound": copy.is_sound,
        "revision": known(copy.revision),
        "programmes": known(copy.programmes),
        "sessions": known(copy.sessions),
    })
}
