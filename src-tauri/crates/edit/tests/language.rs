//! The language of a programme: where it comes from, and that it stays.
#![allow(clippy::unwrap_used, reason = "tests")]

use deroule_edit::draft::Draft;
use deroule_edit::{Edit, ProgrammeField, Shift, prepare};
use deroule_model::{Language, Programme, ProgrammeId, State, inverse};
use uuid::Uuid;

const PROGRAMME: ProgrammeId = ProgrammeId(Uuid::from_u128(1));

fn language(state: &State, id: ProgrammeId) -> Language {
    state.programme(id).unwrap().language
}

fn after(before: &State, edit: &Edit) -> State {
    prepare(before, edit, &mut Uuid::now_v7).unwrap().after
}

fn merge(language: Option<Language>) -> Edit {
    Edit::merge(
        PROGRAMME,
        Draft {
            title: Some("Fellowship".to_owned()),
            language,
            ..Draft::default()
        },
    )
}

fn set(language: Language) -> Edit {
    Edit::SetProgramme {
        programme: PROGRAMME,
        field: ProgrammeField::Language(language),
    }
}

#[test]
fn a_page_begins_a_programme_in_its_language_and_never_changes_it_later() {
    let begun = after(&State::default(), &merge(Some(Language::En)));
    assert_eq!(language(&begun, PROGRAMME), Language::En);
    let again = after(&begun, &merge(Some(Language::Fr)));
    assert_eq!(language(&again, PROGRAMME), Language::En);
}

#[test]
fn setting_the_language_is_undone_by_its_changes_reversed() {
    let mut state = after(&State::default(), &merge(None));
    let planned = prepare(&state, &set(Language::En), &mut Uuid::now_v7).unwrap();
    state = planned.after;
    assert_eq!(language(&state, PROGRAMME), Language::En);
    inverse(&planned.changes)
        .iter()
        .for_each(|change| state.write(change));
    assert_eq!(language(&state, PROGRAMME), Language::Fr);
}

#[test]
fn a_copy_of_a_programme_keeps_its_language() {
    let state = after(&State::default(), &merge(Some(Language::En)));
    let id = ProgrammeId(Uuid::from_u128(2));
    let copy = Edit::CopyProgramme {
        programme: PROGRAMME,
        id,
        title: "Next year".to_owned(),
        dates: Shift::Days(7),
    };
    assert_eq!(language(&after(&state, &copy), id), Language::En);
}

#[test]
fn a_row_of_an_earlier_version_is_french() {
    let row = r#"{"id":"00000000-0000-0000-0000-000000000001","title":"Mentorat","timezone":"UTC",
        "agendaPageUrl":null,"agendaFeedUrl":null,"isSample":false,"rank":"V"}"#;
    let row: Programme = serde_json::from_str(row).unwrap();
    assert_eq!(row.language, Language::Fr);
}
