//! Imports a page.

use deroule_app::edit::Resolution;
use deroule_app::edit::report::RowReport;
use deroule_app::export::temporary_folder;
use deroule_app::model::Message;
use deroule_app::{App, ImportPreview, ImportRequest, PreparedImport, Problem, Scope, Target};
use serde_json::{Value, json};

use crate::arguments::Import;
use crate::output::{Output, internal};
use crate::resolve;

/// How an import ended.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum MergeEnd {
    /// Everything was merged.
    Clean,
    /// The programme's values were kept in conflicts with the page.
    Conflicts,
}

/// Merges a page, unless this is a dry run, and reports the result. A page that `dry_run` prepared is not read
/// again.
pub fn run(
    app: &App,
    call: &Import,
    programme: Option<&str>,
    dry_run: Option<PreparedImport>,
    output: &Output,
) -> Result<MergeEnd, Problem> {
    let request = request(call, target(app, call, programme)?)?;
    let preview = match dry_run {
        _ if call.dry_run => app.preview_import(&request)?,
        Some(prepared) => app.import_prepared(prepared, &request, Scope::default())?.1,
        None => app.import(&request, Scope::default())?.1,
    };
    if !call.dry_run {
        output.done();
    }
    report(&preview, call, output)
}

/// Prepares an import into a temporary store, which is then deleted.
pub fn dry_run(call: &Import, programme: Option<&str>) -> Result<PreparedImport, Problem> {
    let folder = temporary_folder().map_err(|error| internal(&error))?;
    let app = App::open(&folder.path().join("rehearsal.deroule"), chrono::Utc::now)?;
    app.prepare_import(&request(call, target(&app, call, programme)?)?)
}

/// Prints the report of an import.
pub fn report(
    preview: &ImportPreview,
    call: &Import,
    output: &Output,
) -> Result<MergeEnd, Problem> {
    if call.json {
        output.json(&report_json(preview, output))?;
    } else {
        list(preview, output)?;
    }
    let is_kept = preview.conflicts.iter().any(|conflict| !conflict.is_theirs);
    Ok(if is_kept {
        MergeEnd::Conflicts
    } else {
        MergeEnd::Clean
    })
}

fn target(app: &App, call: &Import, programme: Option<&str>) -> Result<Target, Problem> {
    Ok(match programme {
        Some(name) => Target::Programme(resolve::programme(app, Some(name))?),
        None if call.new => Target::New,
        None => Target::Matching,
    })
}

fn request(call: &Import, target: Target) -> Result<ImportRequest, Problem> {
    Ok(ImportRequest {
        page: App::read_page(&call.page)?,
        path: std::path::absolute(&call.page).ok(),
        year: call.year,
        target,
        resolution: if call.theirs {
            Resolution::Theirs
        } else {
            Resolution::Ours
        },
    })
}

fn report_json(preview: &ImportPreview, output: &Output) -> Value {
    let format =
        |message: &Option<Message>| message.as_ref().map(|one| output.messages.format(one));
    let findings = remarks(preview).map(|(line, message)| {
        json!({
            "line": line,
            "code": message.code,
            "message": output.messages.format(&message),
        })
    });
    let rows = preview.rows.iter().map(|row| {
        let fields = row.fields.iter().map(|report| {
            json!({
                "field": report.field,
                "before": format(&report.before),
                "after": format(&report.after),
            })
        });
        json!({
            "action": row.action,
            "row": row.row,
            "title": row.title,
            "of": row.of,
            "at": row.line,
            "fields": fields.collect::<Vec<_>>(),
        })
    });
    let conflicts = preview.conflicts.iter().map(|conflict| {
        json!({
            "key": conflict.key,
            "line": conflict.line,
            "title": conflict.title,
            "of": conflict.of,
            "field": conflict.field,
            "base": format(&conflict.base),
            "ours": format(&conflict.ours),
            "theirs": format(&conflict.theirs),
            "taken": if conflict.is_theirs { "theirs" } else { "ours" },
        })
    });
    let unread = preview.unread.iter();
    json!({
        "programme": preview.programme,
        "title": preview.title,
        "new": preview.is_new,
        "sessions": preview.counts.sessions,
        "slots": preview.counts.slots,
        "ideas": preview.counts.ideas,
        "created": preview.counts.created,
        "changed": preview.counts.changed,
        "deleted": preview.counts.deleted,
        "rows": rows.collect::<Vec<_>>(),
        "conflicts": conflicts.collect::<Vec<_>>(),
        "findings": findings.collect::<Vec<_>>(),
        "unread": unread
            .map(|unread| json!({ "line": unread.line, "text": unread.text }))
            .collect::<Vec<_>>(),
    })
}

/// The remarks about the page, by line. The first is the programme that the page was matched with.
fn remarks(preview: &ImportPreview) -> impl Iterator<Item = (u32, Message)> {
    let recognised = preview.recognised.iter();
    let recognised = recognised.map(|title| Message::new("import-recognised").text("title", title));
    let others = preview.remarks.iter();
    recognised
        .map(|message| (1, message))
        .chain(others.map(|remark| (remark.line, remark.message.clone())))
}

/// One line of the report: the line number of the page, if any, and the text.
fn numbered(line: Option<u32>, text: &str) -> String {
    match line {
        Some(line) => format!("{line:>5}  {text}"),
        None => format!("{:>5}  {text}", ""),
    }
}

fn rows(preview: &ImportPreview, output: &Output) -> Result<(), Problem> {
    // In a new programme every row is new, so the counts are enough.
    if preview.is_new {
        return Ok(());
    }
    for row in &preview.rows {
        output.line(&numbered(row.line, &row_text(row, output)))?;
    }
    Ok(())
}

fn row_text(row: &RowReport, output: &Output) -> String {
    let format = |message: &Message| output.messages.format(message);
    let message = row.action.message().text("row", format(&row.row.message()));
    let mut text = format(&message.text("title", &row.title));
    if let Some(of) = &row.of {
        text = format!("{text} ({of})");
    }
    let fields = row.fields.iter().map(|report| {
        let value = |message: &Option<Message>| message.as_ref().map_or("–".to_owned(), format);
        let name = format(&report.field.message());
        match (&report.before, &report.after) {
            (None, Some(after)) => format!("{name} {}", format(after)),
            (before, after) => format!("{name} {} → {}", value(before), value(after)),
        }
    });
    let fields: Vec<String> = fields.collect();
    if fields.is_empty() {
        text
    } else {
        let fields = fields.join(", ");
        format(
            &Message::new("report-fields")
                .text("row", text)
                .text("fields", fields),
        )
    }
}

fn conflicts(preview: &ImportPreview, output: &Output) -> Result<(), Problem> {
    let format = |message: &Message| output.messages.format(message);
    for conflict in &preview.conflicts {
        let absent = Message::new("value-absent");
        let value = |message: &Option<Message>| format(message.as_ref().unwrap_or(&absent));
        let code = if conflict.is_theirs {
            "import-conflict-theirs"
        } else {
            "import-conflict-ours"
        };
        let message = Message::new(code)
            .text("title", &conflict.title)
            .text("field", format(&conflict.field.message()))
            .text("ours", value(&conflict.ours))
            .text("theirs", value(&conflict.theirs));
        output.line(&numbered(conflict.line, &format(&message)))?;
    }
    Ok(())
}

fn list(preview: &ImportPreview, output: &Output) -> Result<(), Problem> {
    let counts = preview.counts;
    let summary = Message::new("import-summary")
        .text("title", &preview.title)
        .number("sessions", counts.sessions as usize)
        .number("slots", counts.slots as usize)
        .number("ideas", counts.ideas as usize);
    output.line(&output.messages.format(&summary))?;
    let effect = Message::new("import-rows")
        .number("created", counts.created as usize)
        .number("changed", counts.changed as usize)
        .number("deleted", counts.deleted as usize);
    output.line(&output.messages.format(&effect))?;
    rows(preview, output)?;
    conflicts(preview, output)?;
    for (line, message) in remarks(preview) {
        output.line(&numbered(Some(line), &output.messages.format(&message)))?;
    }
    for unread in &preview.unread {
        let message = Message::new("import-unread").text("text", &unread.text);
        output.line(&numbered(
            Some(unread.line),
            &output.messages.format(&message),
        ))?;
    }
    Ok(())
}
