//! How long a title may be.
#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

use deroule_edit::{
    Edit, IdeaField, LONGEST_TITLE, ProgrammeField, Refusal, SessionField, prepare,
};
use deroule_model::{Language, ProgrammeId, State, Subject};
use uuid::Uuid;

const PROGRAMME: ProgrammeId = ProgrammeId(Uuid::from_u128(1));

fn added(title: String) -> Result<State, Refusal> {
    let edit = Edit::AddProgramme {
        id: PROGRAMME,
        title,
        timezone: "Europe/Paris".to_owned(),
        language: Language::Fr,
    };
    prepare(&State::default(), &edit, &mut Uuid::now_v7).map(|planned| planned.after)
}

#[test]
fn a_title_of_the_longest_length_is_kept_and_a_longer_one_refused() {
    // Characters count, not bytes; blanks around them don't.
    let longest = "é".repeat(LONGEST_TITLE);
    let state = added(format!("  {longest} ")).unwrap();
    assert_eq!(state.programme(PROGRAMME).unwrap().title, longest);
    let refused = added("é".repeat(LONGEST_TITLE + 1)).unwrap_err();
    assert_eq!(refused, Refusal::TooLong(Subject::Programme(PROGRAMME)));
}

#[test]
fn the_titles_of_programmes_sessions_and_ideas_have_the_same_limit() {
    let state = added("P".to_owned()).unwrap();
    let long = || "a".repeat(LONGEST_TITLE + 1);
    let (session, day) = (Uuid::from_u128(2).into(), Uuid::from_u128(3).into());
    let idea = Uuid::from_u128(4).into();
    let session_of = |title: String| Edit::AddSession {
        id: session,
        day,
        programme: PROGRAMME,
        title,
        date: None,
    };
    let idea_of = |title: String| Edit::AddIdea {
        id: idea,
        programme: PROGRAMME,
        session: None,
        title,
    };
    let prepared = |state: &State, edit: &Edit| prepare(state, edit, &mut Uuid::now_v7);
    let state = prepared(&state, &session_of("S".to_owned())).unwrap().after;
    let state = prepared(&state, &idea_of("I".to_owned())).unwrap().after;
    let edits = [
        Edit::SetProgramme {
            programme: PROGRAMME,
            field: ProgrammeField::Title(long()),
        },
        Edit::SetSession {
            session,
            field: SessionField::Title(long()),
        },
        Edit::SetIdea {
            idea,
            field: IdeaField::Title(long()),
        },
    ];
    for edit in edits {
        let refused = prepared(&state, &edit).unwrap_err();
        assert!(matches!(refused, Refusal::TooLong(_)), "{refused:?}");
    }
}
