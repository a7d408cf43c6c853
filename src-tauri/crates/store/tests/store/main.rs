//! The guarantees of the store: rows are read as they were written, no acknowledged commit is lost, foreign
//! files stay unchanged, and copies are kept.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a proof that can not be set up should fail loudly"
)]

mod child;
mod copies;
mod full;
mod history;
mod killed;
mod leftover_log;
mod locks;
mod lost;
mod older;
mod racing;
mod read_only;
mod refusals;
mod rows;
mod settings;

use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};
use deroule_model::{Change, Entity, Language, Message, Programme, ProgrammeId, Rank};
use deroule_store::{Entry, Store};
use tempfile::TempDir;
use uuid::Uuid;

/// Noon of day `number`.
fn day(number: i64) -> DateTime<Utc> {
    let first = DateTime::from_timestamp(1_567_166_400, 0).unwrap();
    first + TimeDelta::days(number)
}

/// A temporary folder and the path of the store in it.
fn temporary_store() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.deroule");
    (folder, path)
}

fn open(path: &Path) -> Store {
    Store::open(path, day(0)).unwrap()
}

/// A change that creates a programme.
fn programme(title: &str) -> Change {
    Change::create(Entity::Programme(Programme {
        id: ProgrammeId(Uuid::now_v7()),
        title: title.to_owned(),
        timezone: "Europe/Paris".to_owned(),
        language: Language::Fr,
        agenda_page_url: None,
        agenda_feed_url: None,
        is_sample: false,
        rank: Rank::between(None, None),
    }))
}

/// Adds a programme to a store that no other process writes to.
fn add(store: &Store, title: &str) -> u64 {
    let expected = store.revision().unwrap();
    let label = Message::new("edit-add-programme");
    let changes = [programme(title)];
    store
        .commit(expected, &Entry::new(&label, &changes), day(0))
        .unwrap()
}

/// The titles of the programmes, sorted.
fn titles(store: &Store) -> Vec<String> {
    let state = store.load().unwrap().state;
    let mut titles: Vec<String> = state
        .programmes()
        .iter()
        .map(|row| row.title.clone())
        .collect();
    titles.sort();
    titles
}
