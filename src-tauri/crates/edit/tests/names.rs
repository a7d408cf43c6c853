//! Which names of a programme's rows count as the same.
#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

use deroule_edit::{Edit, Refusal, prepare};
use deroule_model::{Language, ProgrammeId, State};
use uuid::Uuid;

const PROGRAMME: ProgrammeId = ProgrammeId(Uuid::from_u128(1));

fn applied(state: &State, edit: &Edit) -> Result<State, Refusal> {
    prepare(state, edit, &mut Uuid::now_v7).map(|planned| planned.after)
}

fn programme() -> State {
    let edit = Edit::AddProgramme {
        id: PROGRAMME,
        title: "Rencontres".to_owned(),
        timezone: "Europe/Paris".to_owned(),
        language: Language::Fr,
    };
    applied(&State::default(), &edit).unwrap()
}

fn room(number: u128, name: &str) -> Edit {
    Edit::AddRoom {
        id: Uuid::from_u128(number).into(),
        programme: PROGRAMME,
        name: name.to_owned(),
    }
}

fn audience(number: u128, name: &str) -> Edit {
    Edit::AddAudience {
        id: Uuid::from_u128(number).into(),
        programme: PROGRAMME,
        name: name.to_owned(),
    }
}

#[test]
fn a_name_that_differs_only_in_case_accents_spacing_or_apostrophe_is_taken() {
    for add in [room, audience] {
        let state = applied(&programme(), &add(2, "Salle de l’Été")).unwrap();
        for name in [
            "SALLE DE L'ETE",
            "salle  de l’été",
            "Salle de l'e\u{301}te\u{301}",
        ] {
            let refused = applied(&state, &add(3, name)).unwrap_err();
            assert!(matches!(refused, Refusal::NameTaken { .. }), "{refused:?}");
        }
        assert!(applied(&state, &add(3, "Salle d’été")).is_ok());
    }
}
