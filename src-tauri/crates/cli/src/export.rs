//! Writing files.

use deroule_app::outside::write_file;
use deroule_app::plan::{Message, ProgrammeId, SessionId};
use deroule_app::{App, CalendarOptions, Problem, SheetForm};

use crate::answer::Answer;
use crate::arguments::{Export, Format};
use crate::locate;

/// Writes what was asked for, whole or not at all.
pub fn run(
    app: &App,
    call: &Export,
    programme: ProgrammeId,
    answer: &Answer,
) -> Result<(), Problem> {
    let (session, audience, all) = app.look(|plan, _, _| {
        let session = call.session.as_deref();
        let session = session
            .map(|name| locate::session(plan, programme, name))
            .transpose()?;
        let audience = call.audience.as_deref();
        let audience = audience
            .map(|name| locate::audience(plan, programme, name))
            .transpose()?;
        let all: Vec<SessionId> = plan
            .sessions(programme)
            .into_iter()
            .map(|row| row.id)
            .collect();
        Ok((session, audience, all))
    })?;
    let language = answer.language;
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
                answer.problem(&Problem::new(warning.clone()));
            }
            calendar.text.into_bytes()
        }
        Format::Pdf => {
            let form = if call.crew {
                SheetForm::Crew
            } else {
                SheetForm::Everyone
            };
            app.sheet_pdf(&session.map_or(all, |one| vec![one]), form, language)?
        }
        Format::Json => {
            format!("{:#}\n", app.export_json(programme, session, language)?).into_bytes()
        }
    };
    write_file(&call.out, &bytes)?;
    let file = call.out.display().to_string();
    answer.line(
        &answer
            .words
            .say(&Message::new("export-done").text("file", file)),
    )
}
