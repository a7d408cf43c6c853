//! The base of a page's three-way merge: the page as it was last read.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use deroule_edit::Base;
use deroule_edit::draft::Draft;
use deroule_model::normalize::{is_same_name, name_key};
use deroule_model::{ProgrammeId, Source, State};

use crate::wire::{ImportRequest, Problem};

/// The base of a page in a programme. `None` if the programme has no source page: it is new, or comes from an
/// older store. Empty if it has source pages, but not this one. Two pages are the same if they come from the
/// same file, have the same title, or have half of their sessions and ideas in common.
pub(super) fn of(
    state: &State,
    programme: ProgrammeId,
    draft: &Draft,
    request: &ImportRequest,
) -> Result<Option<Base>, Problem> {
    let mut nearest: Option<(usize, Base)> = None;
    for source in state.sources(programme) {
        let base = parse_again(source)?;
        if is_file_of(request, source) {
            return Ok(Some(base));
        }
        let common = keys(draft).intersection(&keys(&base.draft)).count();
        let shorter = length(draft).min(length(&base.draft));
        let has_same_title = match (&draft.title, &base.draft.title) {
            (Some(one), Some(other)) => is_same_name(one, other),
            _ => false,
        };
        let is_same_page = has_same_title || (common > 0 && 2 * common >= shorter);
        if is_same_page && nearest.as_ref().is_none_or(|(best, _)| common > *best) {
            nearest = Some((common, base));
        }
    }
    let has_sources = state.sources(programme).next().is_some();
    let other = has_sources.then(|| Base {
        source: None,
        draft: Draft::default(),
    });
    Ok(nearest.map(|(_, base)| base).or(other))
}

/// Whether the page comes from the same file as `source`.
pub(super) fn is_file_of(request: &ImportRequest, source: &Source) -> bool {
    let path = request
        .path
        .as_deref()
        .map(|path| path.display().to_string());
    path.is_some() && source.page.path == path
}

/// Parses a stored page with the options of that time.
fn parse_again(source: &Source) -> Result<Base, Problem> {
    let options = deroule_page::Options {
        year: source.page.year,
        today: Some(source.page.read_on),
        existing_dates: source.page.dates.clone(),
    };
    Ok(Base {
        source: Some(source.id),
        draft: deroule_page::parse(&source.page.text, &options)?.draft,
    })
}

/// The key of an idea or session: its title and, for a session, month and day. A page may have no year.
pub(super) type Key = (String, Option<(u32, u32)>);

/// The keys of a draft's sessions and ideas.
pub(super) fn keys(draft: &Draft) -> BTreeSet<Key> {
    let sessions = draft.sessions.iter().map(|session| {
        let first = session.days.iter().filter_map(|day| day.date).min();
        (name_key(&session.title), day_of_year(first))
    });
    let ideas = draft.ideas.iter().map(|idea| (name_key(&idea.title), None));
    sessions.chain(ideas).collect()
}

pub(super) fn day_of_year(date: Option<NaiveDate>) -> Option<(u32, u32)> {
    date.map(|date| (date.month(), date.day()))
}

/// The number of sessions and ideas of a draft.
pub(super) fn length(draft: &Draft) -> usize {
    draft.sessions.len() + draft.ideas.len()
}
