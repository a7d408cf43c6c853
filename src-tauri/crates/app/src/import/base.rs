//! What a page said when it was last read: the base of its three-way merge.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use deroule_edit::Base;
use deroule_edit::draft::Draft;
use deroule_model::normalize::{is_same_name, name_key};
use deroule_model::{ProgrammeId, Source, State};

use crate::wire::{ImportRequest, Problem};

/// The base of a page in a programme. None where the programme keeps no page: it comes from an older
/// store, or is new. An empty one where it keeps pages, and this is another one. A page is the same when it
/// comes from the same file, has the same title, or says half of the same.
pub(super) fn of(
    state: &State,
    programme: ProgrammeId,
    draft: &Draft,
    request: &ImportRequest,
) -> Result<Option<Base>, Problem> {
    let mut likest: Option<(usize, Base)> = None;
    for source in state.sources(programme) {
        let base = read_again(source)?;
        if is_file_of(request, source) {
            return Ok(Some(base));
        }
        let common = keys(draft).intersection(&keys(&base.draft)).count();
        let shorter = length(draft).min(length(&base.draft));
        let is_titled_so = match (&draft.title, &base.draft.title) {
            (Some(one), Some(other)) => is_same_name(one, other),
            _ => false,
        };
        let is_same_page = is_titled_so || (common > 0 && 2 * common >= shorter);
        if is_same_page && likest.as_ref().is_none_or(|(most, _)| common > *most) {
            likest = Some((common, base));
        }
    }
    let is_known = state.sources(programme).next().is_some();
    let other = is_known.then(|| Base {
        source: None,
        draft: Draft::default(),
    });
    Ok(likest.map(|(_, base)| base).or(other))
}

/// Whether a page was read from the same file.
pub(super) fn is_file_of(request: &ImportRequest, source: &Source) -> bool {
    let path = request
        .path
        .as_deref()
        .map(|path| path.display().to_string());
    path.is_some() && source.page.path == path
}

/// Reads a page again with what its reading depended on then.
fn read_again(source: &Source) -> Result<Base, Problem> {
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

/// The key of a title and, of a session, the day of the year on which it is: a page may name no year.
pub(super) type Key = (String, Option<(u32, u32)>);

/// What the sessions and ideas of a draft are recognised by.
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

/// How many sessions and ideas a draft has.
pub(super) fn length(draft: &Draft) -> usize {
    draft.sessions.len() + draft.ideas.len()
}
