//! The id of a programme that a page creates. It is derived from the page, so that two processes that read the
//! page at once create one programme: the second to write finds that of the first.

use deroule_edit::draft::Draft;
use deroule_model::normalize::name_key;
use deroule_model::{ProgrammeId, State, derive_id};
use uuid::Uuid;

/// The UUID namespace of programmes that a page creates.
const NAMESPACE: Uuid = Uuid::from_u128(0x6f0c_3d5e_2b1a_4c87_9d5f_e1a7_4b60_82c3);

/// The id for the programme of a draft; unused in the state.
pub(super) fn programme_id(state: &State, draft: &Draft) -> ProgrammeId {
    let name = match &draft.title {
        Some(title) => name_key(title),
        // Pages without a title are distinguished by their sessions and ideas.
        None => contents(draft),
    };
    // The programme that this page created may have another title by now.
    let is_free = |id| state.programme(ProgrammeId(id)).is_none();
    ProgrammeId(derive_id(
        NAMESPACE,
        |nth| format!("{name}\n{nth}"),
        is_free,
    ))
}

fn contents(draft: &Draft) -> String {
    let mut lines = Vec::new();
    for session in &draft.sessions {
        lines.push(name_key(&session.title));
        let dates = session.days.iter().filter_map(|day| day.date);
        lines.extend(dates.map(|date| date.to_string()));
    }
    lines.extend(draft.ideas.iter().map(|idea| name_key(&idea.title)));
    lines.join("\n")
}
