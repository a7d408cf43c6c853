//! The id of a programme that a page begins. It follows from the page, so that the same page read
//! by two processes at once makes one programme: the second to write finds the first one's.

use deroule_edit::draft::Draft;
use deroule_model::{ProgrammeId, State};

/// The id for the programme of a draft, which no programme of the plan has.
pub(super) fn programme_id(state: &State, draft: &Draft) -> ProgrammeId {
    let seed = match &draft.title {
        Some(title) => title.clone(),
        // Pages without a title are told apart by what they tell.
        None => format!("{:?}{:?}", draft.sessions, draft.ideas),
    };
    let mut id = derived(&seed, 0);
    let mut count = 0u64;
    // A programme that began with this page may have another title by now.
    while state.programme(id).is_some() {
        count += 1;
        id = derived(&seed, count);
    }
    id
}

/// A UUID of the kind for ids of one's own making, from a 128-bit FNV-1a hash: nobody gains by making
/// two titles meet, as a store belongs to one organiser.
fn derived(seed: &str, count: u64) -> ProgrammeId {
    const START: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let count = count.to_be_bytes();
    let bytes = seed.bytes().chain(count);
    let hash = bytes.fold(START, |hash, byte| {
        (hash ^ u128::from(byte)).wrapping_mul(PRIME)
    });
    ProgrammeId(uuid::Builder::from_custom_bytes(hash.to_be_bytes()).into_uuid())
}
