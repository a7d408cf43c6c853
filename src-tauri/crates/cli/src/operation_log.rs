//! The operation log.

use deroule_app::model::Message;
use deroule_app::{App, LogEntry, LogEntryKind, Problem};
use serde_json::{Value, json};

use crate::output::Output;

/// Lists the last `limit` entries, newest first.
pub fn list(app: &App, limit: usize, is_json: bool, output: &Output) -> Result<(), Problem> {
    let entries = app.log(None, limit)?;
    if is_json {
        let entries: Vec<Value> = entries.iter().map(|entry| as_json(entry, output)).collect();
        return output.json(&Value::from(entries));
    }
    for entry in &entries {
        let label = output.messages.format(&entry.label);
        let text = match entry.kind {
            LogEntryKind::Edit => label,
            LogEntryKind::Undo => output
                .messages
                .format(&Message::new("log-undo").text("label", label)),
            LogEntryKind::Redo => output
                .messages
                .format(&Message::new("log-redo").text("label", label)),
        };
        output.line(&format!("{:>6}  {}  {text}", entry.number, entry.at))?;
    }
    Ok(())
}

fn as_json(entry: &LogEntry, output: &Output) -> Value {
    json!({
        "number": entry.number,
        "at": entry.at,
        "kind": entry.kind,
        "label": output.messages.format(&entry.label),
    })
}
