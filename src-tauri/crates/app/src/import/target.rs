//! Finds the programme that a page belongs to.

use std::collections::BTreeSet;

use deroule_edit::draft::Draft;
use deroule_model::normalize::{is_same_name, name_key};
use deroule_model::{Message, Programme, ProgrammeId, State};

use super::base::{Key, day_of_year, is_file_of, keys, length};
use super::programme_id::programme_id;
use crate::wire::{ImportRequest, Problem, Target};

/// The programme of a page.
pub(super) struct Match {
    pub(super) programme: ProgrammeId,
    /// Its title, if it was not found by the page's title.
    pub(super) recognised: Option<String>,
}

/// Finds the programme of a page, or the id of a new one.
///
/// # Errors
/// A [`Problem`] when the requested programme does not exist.
pub(super) fn find(
    state: &State,
    draft: &Draft,
    request: &ImportRequest,
) -> Result<Match, Problem> {
    let exact = |programme| Match {
        programme,
        recognised: None,
    };
    let recognised = |row: &Programme| Match {
        programme: row.id,
        recognised: draft.title.is_some().then(|| row.title.clone()),
    };
    let new = || exact(programme_id(state, draft));
    match request.target {
        Target::New => return Ok(new()),
        Target::Programme(id) if state.programme(id).is_some() => return Ok(exact(id)),
        Target::Programme(_) => return Err(Problem::new(Message::new("problem-missing"))),
        Target::Matching => {}
    }
    // No page belongs to the sample.
    let programmes = || state.programmes().into_iter().filter(|row| !row.is_sample);
    if let Some(title) = &draft.title
        && let Some(row) = programmes().find(|row| is_same_name(&row.title, title))
    {
        return Ok(exact(row.id));
    }
    let is_its_page = |row: &&Programme| {
        let mut sources = state.sources(row.id);
        sources.any(|source| is_file_of(request, source))
    };
    // The same file means the same programme if they have a session or idea in common.
    let same_file = programmes().find(is_its_page);
    if let Some(row) = same_file.filter(|row| overlap(state, row.id, draft) > 0) {
        return Ok(recognised(row));
    }
    let nearest = programmes()
        .map(|row| (row, overlap(state, row.id, draft)))
        .filter(|(_, common)| *common > 0 && common * 2 >= length(draft))
        // `max_by_key` returns the last maximum, so the order is reversed to get the first.
        .rev()
        .max_by_key(|(_, common)| *common);
    Ok(nearest.map_or_else(new, |(row, _)| recognised(row)))
}

/// The number of a draft's sessions and ideas that a programme has. Years are ignored, because a page may have
/// none.
fn overlap(state: &State, programme: ProgrammeId, draft: &Draft) -> usize {
    let sessions = state.sessions(programme).into_iter();
    let sessions =
        sessions.map(|row| (name_key(&row.title), day_of_year(state.first_date(row.id))));
    let ideas = state.ideas(programme).into_iter();
    let ideas = ideas.map(|row| (name_key(&row.title), None));
    let existing: BTreeSet<Key> = sessions.chain(ideas).collect();
    keys(draft).intersection(&existing).count()
}
