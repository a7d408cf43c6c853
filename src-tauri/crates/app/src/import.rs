//! Imports a page into a programme: first a preview, then a merge as one edit.

mod base;
mod programme_id;
mod target;

use std::collections::BTreeSet;
use std::path::Path;

use chrono::NaiveDate;
use deroule_edit::draft::{Draft, DraftSlot};
use deroule_edit::{Edit, PreparedEdit, report};
use deroule_model::normalize::is_same_name;
use deroule_model::{
    Change, Entity, Message, Programme, ProgrammeId, SlotSpec, SourcePage, State, TrackSpec,
};
use deroule_page::{MAX_PAGE_BYTES, ParsedLines, ParsedPage, Remark};
use uuid::Uuid;

use crate::app::App;
use crate::files::ReadError;
use crate::wire::{
    EditResult, ImportCounts, ImportPreview, ImportRequest, More, Problem, ReadLines, Scope,
};
use crate::{files, view};

/// The code of the refusal when the page was imported by another process after the merge was prepared.
const READ_MEANWHILE: &str = "problem-read-meanwhile";

/// The remark that a page's time zone was guessed.
const TIMEZONE_INFERRED: &str = "remark-timezone-inferred";

/// A prepared import: the edit and its preview.
pub struct PreparedImport {
    /// The edit.
    pub edit: Edit,
    /// The preview of the edit.
    pub preview: ImportPreview,
}

/// The number of times an import is prepared again because another process imported the page meanwhile.
const ATTEMPTS: usize = 8;

impl App {
    /// Parses a page and previews its merge. Nothing is written.
    ///
    /// # Errors
    /// A [`Problem`] when the page can't be read or merged, or has no content of a programme.
    pub fn preview_import(&self, request: &ImportRequest) -> Result<ImportPreview, Problem> {
        Ok(self.prepare_import(request)?.preview)
    }

    /// Imports a page and remembers its programme as the open one.
    ///
    /// # Errors
    /// A [`Problem`] when the page can't be read, merged or written; nothing has changed then.
    pub fn import(
        &self,
        request: &ImportRequest,
        scope: Scope,
    ) -> Result<(EditResult, ImportPreview), Problem> {
        let prepared = self.prepare_import(request)?;
        self.import_prepared(prepared, request, scope)
    }

    /// Applies a prepared import. Prepares it again if another process imported the page meanwhile.
    ///
    /// # Errors
    /// As [`App::import`].
    pub fn import_prepared(
        &self,
        mut prepared: PreparedImport,
        request: &ImportRequest,
        scope: Scope,
    ) -> Result<(EditResult, ImportPreview), Problem> {
        for _ in 0..ATTEMPTS {
            match self.apply(&prepared.edit, scope) {
                Err(problem) if problem.code == READ_MEANWHILE => {
                    prepared = self.prepare_import(request)?;
                }
                applied => {
                    let outcome = applied?;
                    self.remember_open(prepared.preview.programme)?;
                    return Ok((outcome, prepared.preview));
                }
            }
        }
        Err(Problem::busy())
    }

    /// Parses a page and prepares the edit that merges it.
    ///
    /// # Errors
    /// As [`App::preview_import`].
    pub fn prepare_import(&self, request: &ImportRequest) -> Result<PreparedImport, Problem> {
        let today = self.now().date_naive();
        let exported = self.exported()?;
        let mut options = deroule_page::Options {
            year: request.year,
            today: Some(today),
            existing_dates: Vec::new(),
        };
        let mut reading = deroule_page::parse(&request.page, &options)?;
        if reading.is_empty() {
            return Err(Problem::new(Message::new("problem-page-empty")));
        }
        // Parsing and preparing take time, so they work on a snapshot, without the lock.
        let state = self.read(|state, _, _| Ok(state.clone()))?;
        let matched = target::find(&state, &reading.draft, request)?;
        let programme = matched.programme;
        // Years are guessed only for dates that the programme does not have yet. Otherwise a known date could
        // be read as one of the next year.
        if was_guessed(&reading) {
            options.existing_dates = dates(&state, programme);
            let sources = state.sources(programme);
            options
                .existing_dates
                .extend(sources.flat_map(|row| &row.page.dates));
            reading = deroule_page::parse(&request.page, &options)?;
        }
        if state.programme(programme).is_some() {
            // An existing programme keeps its time zone, so a guess is not reported.
            reading
                .remarks
                .retain(|remark| remark.message.code != TIMEZONE_INFERRED);
        }
        reject_taken_title(&state, programme, &request.page, &mut reading);
        let page = SourcePage {
            path: request
                .path
                .as_deref()
                .map(|path| path.display().to_string()),
            text: request.page.clone(),
            year: request.year,
            read_on: today,
            dates: dates_of(&reading.draft),
        };
        let edit = Edit::ImportDraft {
            programme,
            draft: Box::new(reading.draft.clone()),
            base: base::of(&state, programme, &reading.draft, request)?.map(Box::new),
            sources: state.sources(programme).map(|row| row.id).collect(),
            page: Some(Box::new(page)),
            resolution: request.resolution.clone(),
            exported,
        };
        let prepared = deroule_edit::prepare(&state, &edit, &mut Uuid::now_v7)?;
        report_divergences(&prepared, &mut reading.remarks);
        let text = &request.page;
        let preview = preview(
            &state,
            programme,
            text,
            matched.recognised,
            &prepared,
            reading,
        )?;
        Ok(PreparedImport { edit, preview })
    }

    /// Parses pasted lines such as `- 9h30 - 10h : Accueil` as slots. Nothing is written.
    ///
    /// # Errors
    /// A [`Problem`] when the text is too long or has no slots.
    pub fn read_lines(text: &str) -> Result<ReadLines, Problem> {
        let ParsedLines {
            slots,
            start,
            remarks,
            unread,
        } = deroule_page::parse_lines(text)?;
        let spec = |slot: &DraftSlot| SlotSpec {
            pin: slot.pin,
            tracks: vec![TrackSpec::default(); slot.tracks as usize],
            ..SlotSpec::plain(&slot.title, slot.kind, slot.minutes)
        };
        Ok(ReadLines {
            slots: slots.iter().map(spec).collect(),
            start,
            remarks,
            unread,
        })
    }

    /// Reads the text of the page at `path`.
    ///
    /// # Errors
    /// A [`Problem`] when the file does not exist, can't be read, is too large, or is not text.
    pub fn read_page(path: &Path) -> Result<String, Problem> {
        let file = path.display().to_string();
        let problem = |code: &str| Problem::new(Message::new(code).text("file", &file));
        let bytes = files::read(path, MAX_PAGE_BYTES).map_err(|error| match error {
            ReadError::Unreadable(error) => problem("problem-file-unreadable").with_reason(&error),
            ReadError::IsStore => problem("problem-page-is-store"),
            ReadError::NoFile => problem("problem-page-no-file"),
            ReadError::TooLarge => problem("problem-page-too-large"),
        })?;
        String::from_utf8(bytes).map_err(|error| {
            let read = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let line = 1 + read.iter().filter(|byte| **byte == b'\n').count();
            let message = Message::new("problem-page-not-text").text("file", &file);
            Problem::new(message.number("line", line))
        })
    }
}

impl Problem {
    pub(crate) fn with_reason(mut self, reason: &dyn std::fmt::Display) -> Self {
        self.message = self.message.text("reason", reason.to_string());
        self
    }
}

/// Drops the title of a page if another programme has it: two programmes of one title could not be
/// distinguished.
fn reject_taken_title(state: &State, programme: ProgrammeId, page: &str, reading: &mut ParsedPage) {
    let Some(title) = reading.draft.title.take() else {
        return;
    };
    let programmes = state.programmes();
    let is_other = |row: &&Programme| {
        row.id != programme && is_same_name(&row.title, &title) && !row.is_sample
    };
    if state.programme(programme).is_none() || !programmes.into_iter().any(|row| is_other(&row)) {
        reading.draft.title = Some(title);
        return;
    }
    let is_title = |line: &str| line.starts_with('#') && line.contains(&title);
    let above = page.lines().take_while(|line| !is_title(line)).count();
    let line = if above < page.lines().count() {
        above + 1
    } else {
        1
    };
    reading.remarks.push(Remark {
        line: length(line),
        message: Message::new("import-title-kept").text("title", title),
    });
    reading.remarks.sort_by_key(|remark| remark.line);
}

fn was_guessed(reading: &ParsedPage) -> bool {
    let mut remarks = reading.remarks.iter();
    remarks.any(|remark| remark.message.code == "remark-year-guessed")
}

/// All dates of a programme's sessions.
fn dates(state: &State, programme: ProgrammeId) -> Vec<NaiveDate> {
    let sessions = state.sessions(programme).into_iter();
    let days = sessions.flat_map(|session| state.days(session.id));
    days.filter_map(|day| day.date).collect()
}

/// All dates in a draft.
fn dates_of(draft: &Draft) -> Vec<NaiveDate> {
    let days = draft.sessions.iter().flat_map(|session| &session.days);
    let dates: BTreeSet<NaiveDate> = days.filter_map(|day| day.date).collect();
    dates.into_iter().collect()
}

/// Reports rows that are not on the page and stay, because it is unknown whether the page ever had them.
fn report_divergences(prepared: &PreparedEdit, remarks: &mut Vec<Remark>) {
    remarks.extend(prepared.kept.iter().map(|divergence| Remark {
        line: divergence.line,
        message: divergence.message.clone(),
    }));
    remarks.sort_by_key(|remark| remark.line);
}

fn preview(
    before: &State,
    programme: ProgrammeId,
    page: &str,
    recognised: Option<String>,
    prepared: &PreparedEdit,
    mut reading: ParsedPage,
) -> Result<ImportPreview, Problem> {
    let after = view::programme(&prepared.after, programme)
        .ok_or_else(|| Problem::new(Message::new("problem-missing")))?;
    let is_new = before.programme(programme).is_none();
    if is_new {
        report_assumed_timezone(&after.programme.timezone, &mut reading);
    }
    let is_source = |row: Option<&Entity>| matches!(row, Some(Entity::Source(_)));
    let changes = prepared
        .changes
        .iter()
        .filter(|change| !is_source(change.row()));
    let count =
        |is: fn(&Change) -> bool| length(changes.clone().filter(|change| is(change)).count());
    let days = reading
        .draft
        .sessions
        .iter()
        .flat_map(|session| &session.days);
    let counts = ImportCounts {
        sessions: length(reading.draft.sessions.len()),
        slots: length(days.map(|day| day.slots.len()).sum()),
        ideas: length(reading.draft.ideas.len()),
        created: count(|change| change.before.is_none()),
        changed: count(|change| change.before.is_some() && change.after.is_some()),
        deleted: count(|change| change.after.is_none()),
    };
    let mut sources = prepared.after.sources(programme);
    let source = sources.find(|source| source.page.text == page);
    let anchors = source.map(|source| &source.anchors);
    let rows = report::rows(before, &prepared.after, &prepared.changes, anchors);
    Ok(ImportPreview {
        programme,
        title: after.programme.title.clone(),
        is_new,
        recognised,
        is_change: !prepared.changes.is_empty(),
        counts,
        rows,
        more: More::default(),
        conflicts: prepared.conflicts.clone(),
        after,
        remarks: reading.remarks,
        unread: reading.unread,
    })
}

/// Reports the assumed time zone of a new programme whose page neither names one nor implies one.
fn report_assumed_timezone(timezone: &str, reading: &mut ParsedPage) {
    let is_inferred = |remark: &Remark| remark.message.code == TIMEZONE_INFERRED;
    if reading.draft.timezone.is_some() || reading.remarks.iter().any(is_inferred) {
        return;
    }
    let message = Message::new("import-timezone-assumed").text("timezone", timezone);
    reading.remarks.insert(0, Remark { line: 1, message });
}

fn length(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
