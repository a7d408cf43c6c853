//! Writes exports to files.

use std::ops::ControlFlow;

use deroule_app::export::{is_stream, write_file};
use deroule_app::model::{Message, ProgrammeId, SessionId};
use deroule_app::{App, CalendarOptions, Problem, SheetForm, SheetOptions};

use crate::arguments::{Export, Format};
use crate::ending::Open;
use crate::output::Output;
use crate::{progress, resolve};

/// Writes the requested file, whole or not at all.
pub fn run(
    app: &App,
    call: &Export,
    programme: ProgrammeId,
    open: &Open,
    output: &Output,
) -> Result<(), Problem> {
    let (session, audience, sessions) = app.read(|plan, _, _| {
        let session = call.session.as_deref();
        let session = session
            .map(|name| resolve::session(plan, programme, name))
            .transpose()?;
        let audience = call.audience.as_deref();
        let audience = audience
            .map(|name| resolve::audience(plan, programme, name))
            .transpose()?;
        let all = plan.sessions(programme).into_iter().map(|row| row.id);
        let sessions: Vec<SessionId> = all
            .filter(|id| session.is_none_or(|one| one == *id))
            .filter(|id| audience.is_none_or(|audience| plan.attends(audience, *id)))
            .collect();
        Ok((session, audience, sessions))
    })?;
    let language = call.lang.map(Into::into);
    let bytes = match call.format {
        Format::Ics => {
            let options = CalendarOptions {
                slots: call.slots,
                audience,
                session,
                language,
            };
            let calendar = app.calendar(programme, &options)?;
            for warning in &calendar.warnings {
                output.problem(&Problem::new(warning.clone()));
            }
            calendar.into_file()?.into_bytes()
        }
        Format::Pdf => {
            let form = if call.crew {
                SheetForm::Crew
            } else {
                SheetForm::Everyone
            };
            let options = SheetOptions {
                form,
                notes: call.notes,
                language,
            };
            let sheet = app.sheet_pdf_with_progress(&sessions, options, &mut |done| {
                progress::show(done, output);
                ControlFlow::Continue(())
            });
            progress::clear();
            let sheet = sheet?;
            for remark in &sheet.remarks {
                output.problem(&Problem::new(remark.clone()));
            }
            sheet.pdf
        }
        Format::Json => {
            let document = app.export_json(programme, Some(&sessions), language)?;
            document.to_text()?.into_bytes()
        }
    };
    {
        // A signal ends the process before or after the write, never in the middle.
        let _signals_blocked = open.block_signals();
        write_file(&call.out, &bytes)?;
    }
    output.done();
    if call.format != Format::Json {
        app.note_exported(&sessions)?;
    }
    // A pipe must receive the export only.
    if is_stream(&call.out) {
        return Ok(());
    }
    let file = call.out.display().to_string();
    let done = Message::new("export-done").text("file", file);
    output.line(&output.messages.format(&done))
}
