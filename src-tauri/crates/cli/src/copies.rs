//! Lists and restores the copies of the store.

use std::path::Path;

use deroule_app::model::Message;
use deroule_app::{App, CopyInfo, Problem, Scope};
use serde_json::{Value, json};

use crate::output::Output;

/// Lists the copies of the store at `path`, which may be missing.
pub fn list(path: &Path, is_json: bool, output: &Output) -> Result<(), Problem> {
    let copies = deroule_app::copies_of(path)?;
    if is_json {
        return output.json(&Value::Array(copies.iter().map(copy_json).collect()));
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

/// Replaces all rows by those of the copy called `name`.
pub fn restore(app: &App, name: &str, is_json: bool, output: &Output) -> Result<(), Problem> {
    let outcome = app.restore_copy(name, Scope::default())?;
    output.done();
    if is_json {
        let result = json!({ "revision": outcome.revision, "changed": outcome.changed });
        return output.json(&result);
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

/// The message that the store at `path` is missing but has copies. `None` if it has none.
pub fn missing_store_message(path: &Path) -> Option<Message> {
    let copies = deroule_app::copies_of(path).ok()?;
    let sound = copies
        .iter()
        .find(|copy| copy.is_sound && copy.revision > 0)?;
    let message = Message::new("problem-store-gone")
        .text("file", path.display().to_string())
        .text("copy", &sound.name);
    Some(message)
}

fn copy_json(copy: &CopyInfo) -> Value {
    let if_sound = |number: u64| copy.is_sound.then_some(number);
    json!({
        "name": copy.name,
        "path": copy.path,
        "at": copy.at,
        "rescue": copy.is_rescue,
        "sound": copy.is_sound,
        "revision": if_sound(copy.revision),
        "programmes": if_sound(copy.programmes),
        "sessions": if_sound(copy.sessions),
    })
}
