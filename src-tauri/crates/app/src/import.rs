//! Reading a page into a programme: first looked at, then merged in one edit.

mod fresh;

use std::path::Path;

use chrono::{Datelike, NaiveDate};
use deroule_document::{LARGEST_PAGE, Lines, Reading, Remark};
use deroule_plan::draft::{Draft, DraftSlot};
use deroule_plan::{
    Change, Edit, Message, Plan, Planned, Programme, ProgrammeId, Sketch, TrackSketch,
};
use uuid::Uuid;

use crate::files::{self, ReadError};
use crate::running::App;
use crate::view;
use crate::wire::{ImportCounts, ImportPreview, Problem, ReadLines};

/// The remark that a page's time zone was guessed.
const TIMEZONE_INFERRED: &str = "remark-timezone-inferred";

/// The programme a page goes into.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Target {
    /// The one of the same title, else a new one; for a page without a title the one that has most of
    /// what it tells.
    #[default]
    SameTitle,
    /// This one, whatever the page's title.
    Programme(ProgrammeId),
}

impl App {
    /// Reads a page and tells what merging it would do. Nothing is written; the preview's edit does
    /// it. `year` is the year of dates that tell none.
    ///
    /// # Errors
    /// A [`Problem`] when the page can't be read or merged, or tells nothing of a programme.
    pub fn preview_import(
        &self,
        page: &str,
        year: Option<i32>,
        target: Target,
    ) -> Result<ImportPreview, Problem> {
        let today = self.now().date_naive();
        let mut options = deroule_document::Options {
            year,
            today: Some(today),
            known: Vec::new(),
        };
        let mut reading = deroule_document::read(page, &options)?;
        if reading.is_empty() {
            return Err(Problem::new(Message::new("problem-page-empty")));
        }
        self.look(|plan, _, _| {
            let programme = match target {
                Target::Programme(id) => id,
                Target::SameTitle => {
                    let draft = &reading.draft;
                    spoken_of(plan, draft).unwrap_or_else(|| fresh::programme_id(plan, draft))
                }
            };
            // A guess is only for dates that the programme does not have yet: by now the next time
            // they come may be a year later.
            if was_guessed(&reading) {
                options.known = dates(plan, programme);
                reading = deroule_document::read(page, &options)?;
            }
            if plan.programme(programme).is_some() {
                // It keeps its own time zone, so there is nothing to say of a guess.
                reading
                    .remarks
                    .retain(|remark| remark.message.code != TIMEZONE_INFERRED);
            }
            keep_title(plan, programme, page, &mut reading);
            let edit = Edit::MergeDraft {
                programme,
                draft: reading.draft.clone(),
            };
            let planned = deroule_plan::plan(plan, &edit, &mut Uuid::now_v7)?;
            remark_on_what_stays(&planned, &mut reading.remarks);
            preview(plan, programme, edit, &planned, reading)
        })
    }

    /// Reads pasted lines such as `- 9h30 - 10h : Accueil` as slots. Nothing is written.
    ///
    /// # Errors
    /// A [`Problem`] when it is too much text, or none.
    pub fn read_lines(text: &str) -> Result<ReadLines, Problem> {
        let Lines {
            slots,
            start,
            remarks,
            unread,
        } = deroule_document::read_lines(text)?;
        let sketch = |slot: &DraftSlot| Sketch {
            pin: slot.pin,
            tracks: vec![TrackSketch::default(); slot.tracks as usize],
            ..Sketch::plain(&slot.title, slot.kind, slot.minutes)
        };
        Ok(ReadLines {
            slots: slots.iter().map(sketch).collect(),
            start,
            remarks,
            unread,
        })
    }

    /// The text of the page at `path`.
    ///
    /// # Errors
    /// A [`Problem`] when it is not there, can't be read, is too large, or is not text.
    pub fn read_page(path: &Path) -> Result<String, Problem> {
        let file = path.display().to_string();
        let told = |code: &str| Problem::new(Message::new(code).text("file", &file));
        let bytes = files::read(path, LARGEST_PAGE).map_err(|error| match error {
            ReadError::Unreadable(error) => told("problem-file-unreadable").with_reason(&error),
            ReadError::IsStore => told("problem-page-is-store"),
            ReadError::NoFile => told("problem-page-no-file"),
            ReadError::TooLarge => told("problem-page-too-large"),
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

/// The programme a page speaks of; the sample is nobody's.
fn spoken_of(plan: &Plan, draft: &Draft) -> Option<ProgrammeId> {
    let programmes = plan.programmes().into_iter().filter(|row| !row.is_sample);
    if let Some(title) = &draft.title {
        let mut same = programmes.filter(|row| row.title == *title);
        return same.next().map(|row| row.id);
    }
    let told = draft.sessions.len() + draft.ideas.len();
    programmes
        .map(|row| (row.id, known_of(plan, row.id, draft)))
        .filter(|(_, known)| *known > 0 && known * 2 >= told)
        // The first of those that know most.
        .rev()
        .max_by_key(|(_, known)| *known)
        .map(|(id, _)| id)
}

/// Leaves the title of a page out that another programme bears already: two of one name could not be
/// told apart.
fn keep_title(plan: &Plan, programme: ProgrammeId, page: &str, reading: &mut Reading) {
    let Some(title) = reading.draft.title.take() else {
        return;
    };
    let programmes = plan.programmes();
    let is_other = |row: &&Programme| row.id != programme && row.title == title && !row.is_sample;
    if plan.programme(programme).is_none() || !programmes.into_iter().any(|row| is_other(&row)) {
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

fn was_guessed(reading: &Reading) -> bool {
    let mut remarks = reading.remarks.iter();
    remarks.any(|remark| remark.message.code == "remark-year-guessed")
}

/// Every date of a programme's sessions.
fn dates(plan: &Plan, programme: ProgrammeId) -> Vec<NaiveDate> {
    let sessions = plan.sessions(programme).into_iter();
    let days = sessions.flat_map(|session| plan.days(session.id));
    days.filter_map(|day| day.date).collect()
}

/// How many of a draft's sessions and ideas a programme has. Years are left out of account: a page
/// may have none.
fn known_of(plan: &Plan, programme: ProgrammeId, draft: &Draft) -> usize {
    let day = |date: Option<NaiveDate>| date.map(|date| (date.month(), date.day()));
    let sessions: Vec<_> = plan
        .sessions(programme)
        .into_iter()
        .map(|row| (row.title.as_str(), day(plan.first_date(row.id))))
        .collect();
    let told = draft.sessions.iter().map(|session| {
        let first = session.days.iter().filter_map(|day| day.date).min();
        (session.title.as_str(), day(first))
    });
    let ideas = plan.ideas(programme);
    let idea = |title: &str| ideas.iter().any(|row| row.title == title);
    told.filter(|session| sessions.contains(session)).count()
        + draft.ideas.iter().filter(|told| idea(&told.title)).count()
}

/// Says what the page tells otherwise and stays as it was, each beside its line.
fn remark_on_what_stays(planned: &Planned, remarks: &mut Vec<Remark>) {
    remarks.extend(planned.kept.iter().map(|kept| Remark {
        line: kept.line,
        message: kept.message.clone(),
    }));
    remarks.sort_by_key(|remark| remark.line);
}

fn preview(
    before: &Plan,
    programme: ProgrammeId,
    edit: Edit,
    planned: &Planned,
    mut reading: Reading,
) -> Result<ImportPreview, Problem> {
    let after = view::programme(&planned.after, programme)
        .ok_or_else(|| Problem::new(Message::new("problem-missing")))?;
    let is_new = before.programme(programme).is_none();
    if is_new {
        tell_timezone(&after.programme.timezone, &mut reading);
    }
    let changes = &planned.changes;
    let count =
        |is: fn(&Change) -> bool| length(changes.iter().filter(|change| is(change)).count());
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
    Ok(ImportPreview {
        edit,
        programme,
        title: after.programme.title.clone(),
        is_new,
        counts,
        after,
        remarks: reading.remarks,
        unread: reading.unread,
    })
}

/// Says which time zone a new programme is in, where the page neither told it nor let it be inferred.
fn tell_timezone(timezone: &str, reading: &mut Reading) {
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
