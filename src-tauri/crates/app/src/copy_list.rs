//! Lists the copies of a store.

use std::path::Path;

use deroule_store::Copy;

use crate::wire::{CopyInfo, Problem};

/// The copies of the store at `path`, which may be missing.
///
/// # Errors
/// A [`Problem`] when their folder can't be read.
pub fn copies_of(path: &Path) -> Result<Vec<CopyInfo>, Problem> {
    let copies = deroule_store::copies(path)?;
    Ok(copies.into_iter().map(info).collect())
}

fn info(copy: Copy) -> CopyInfo {
    let number = |of: fn(deroule_store::Content) -> u64| copy.content.map_or(0, of);
    CopyInfo {
        at: copy.at.to_rfc3339(),
        is_rescue: copy.is_rescue,
        is_sound: copy.content.is_some(),
        revision: number(|content| content.revision),
        programmes: number(|content| content.programmes),
        sessions: number(|content| content.sessions),
        name: copy.name,
        path: copy.path,
    }
}
