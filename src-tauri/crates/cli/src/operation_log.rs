//! The operation log.

use deroule_app::model::Message;
use deroule_app::{App, LogEntry, LogEntryKind, Problem};
use serde_json::{Value, json};

use crate::answer::Answer;

/// Lists the last `limit` entries, newest first.
pub fn list(app: &App, limit: usize, is_json: bool, answer: &Answer) -> Result<(), Problem> {
    let entries = app.log(None, limit)?;
    if is_json {
        let entries: Vec<Value> = entries.iter().map(|entry| as_json(entry, answer)).collect();
        return answer.json(&Value::from(entries));
    }
    for entry in &entries {
        let label = answer.messages.format(&entry.label);
        let text = match entry.kind {
            LogEntryKind::Edit => label,
            LogEntryKind::Undo => answer
                .messages
                .format(&Message::new("log-undo").text("label", label)),
            LogEntryKind::Redo => answer
                .messages
                .format(&Message::new("log-redo").text("label", label)),
        };
        answer.line(&format!("{:>6}  {}  {text}", entry.number, entry.at))?;
    }
    Ok(())
}

fn as_json(entry: &LogEntry, answer: &Answer) -> Value {
    json!({
        "number": entry.number,
        "at": entry.at,
        "kind": entry.kind,
        "label": answer.messages.format(&entry.label),
    })
}
