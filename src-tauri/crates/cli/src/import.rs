//! Importing a page.

use deroule_app::outside::temporary_folder;
use deroule_app::{App, ImportPreview, Problem, Target, Watch};
use serde_json::{Value, json};

use crate::answer::{Answer, internal};
use crate::arguments::Import;
use crate::locate;

/// Merges what the page tells, unless this is a dry run, and tells what it found. What was rehearsed is not
/// read again.
pub fn run(
    app: &App,
    call: &Import,
    programme: Option<&str>,
    rehearsed: Option<ImportPreview>,
    answer: &Answer,
) -> Result<(), Problem> {
    let preview = match rehearsed {
        Some(preview) => preview,
        None => preview(app, call, programme)?,
    };
    if !call.dry_run {
        app.apply(&preview.edit, Watch::default())?;
        answer.done();
        app.remember_open(preview.programme)?;
    }
    report(&preview, call, answer)
}

/// What importing would do to a store that is yet to be made; nothing of it stays.
pub fn rehearse(call: &Import, programme: Option<&str>) -> Result<ImportPreview, Problem> {
    let folder = temporary_folder().map_err(|error| internal(&error))?;
    let app = App::open(&folder.path().join("rehearsal.deroule"), chrono::Utc::now)?;
    preview(&app, call, programme)
}

/// Tells what was found.
pub fn report(preview: &ImportPreview, call: &Import, answer: &Answer) -> Result<(), Problem> {
    if call.json {
        answer.json(&told(preview, answer))
    } else {
        list(preview, answer)
    }
}

fn preview(app: &App, call: &Import, programme: Option<&str>) -> Result<ImportPreview, Problem> {
    let page = App::read_page(&call.page)?;
    let target = match programme {
        Some(name) => Target::Programme(locate::programme(app, Some(name))?),
        None => Target::SameTitle,
    };
    app.preview_import(&page, call.year, target)
}

fn told(preview: &ImportPreview, answer: &Answer) -> Value {
    let findings = preview.remarks.iter().map(|remark| {
        json!({
            "line": remark.line,
            "code": remark.message.code,
            "message": answer.words.say(&remark.message),
        })
    });
    let unread = preview.unread.iter();
    json!({
        "sessions": preview.counts.sessions,
        "slots": preview.counts.slots,
        "ideas": preview.counts.ideas,
        "created": preview.counts.created,
        "changed": preview.counts.changed,
        "deleted": preview.counts.deleted,
        "findings": findings.collect::<Vec<_>>(),
        "unread": unread
            .map(|unread| json!({ "line": unread.line, "text": unread.text }))
            .collect::<Vec<_>>(),
    })
}

fn list(preview: &ImportPreview, answer: &Answer) -> Result<(), Problem> {
    let counts = preview.counts;
    let summary = deroule_app::plan::Message::new("import-summary")
        .text("title", &preview.title)
        .number("sessions", counts.sessions as usize)
        .number("slots", counts.slots as usize)
        .number("ideas", counts.ideas as usize);
    answer.line(&answer.words.say(&summary))?;
    let effect = deroule_app::plan::Message::new("import-rows")
        .number("created", counts.created as usize)
        .number("changed", counts.changed as usize)
        .number("deleted", counts.deleted as usize);
    answer.line(&answer.words.say(&effect))?;
    for remark in &preview.remarks {
        answer.line(&format!(
            "{:>5}  {}",
            remark.line,
            answer.words.say(&remark.message)
        ))?;
    }
    for unread in &preview.unread {
        let message = deroule_app::plan::Message::new("import-unread").text("text", &unread.text);
        answer.line(&format!(
            "{:>5}  {}",
            unread.line,
            answer.words.say(&message)
        ))?;
    }
    Ok(())
}
