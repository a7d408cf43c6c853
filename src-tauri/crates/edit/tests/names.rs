//! Which names of a programme's rows count as the same.
#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

use deroule_edit::{Edit, Refusal, Shift, prepare};
use deroule_model::{Colour, Language, ProgrammeId, State};
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

fn colour(number: u128, name: &str, colour: Option<Colour>) -> Edit {
    Edit::SetTagColour {
        id: Uuid::from_u128(number).into(),
        programme: PROGRAMME,
        name: name.to_owned(),
        colour,
    }
}

/// The coloured tags of the programme.
fn tags(state: &State) -> Vec<(&str, Colour)> {
    let tags = state.tags(PROGRAMME);
    tags.map(|row| (row.name.as_str(), row.colour)).collect()
}

#[test]
fn a_tag_has_one_colour_however_its_name_is_written() {
    let state = applied(&programme(), &colour(2, "Écoute", Some(Colour::Teal))).unwrap();
    let state = applied(&state, &colour(3, " ecoute ", Some(Colour::Rose))).unwrap();
    assert_eq!(tags(&state), [("Écoute", Colour::Rose)]);
    let state = applied(&state, &colour(4, "ÉCOUTE", None)).unwrap();
    assert_eq!(tags(&state), []);
    let empty = applied(&state, &colour(5, "  ", Some(Colour::Teal)));
    assert!(matches!(empty, Err(Refusal::Nameless(_))), "{empty:?}");
}

#[test]
fn programmes_colour_a_tag_apart() {
    let other = ProgrammeId(Uuid::from_u128(8));
    let state = applied(&programme(), &colour(2, "budget", Some(Colour::Amber))).unwrap();
    let second = Edit::AddProgramme {
        id: other,
        title: "Autres".to_owned(),
        timezone: "Europe/Paris".to_owned(),
        language: Language::Fr,
    };
    let state = applied(&state, &second).unwrap();
    let taken = Edit::SetTagColour {
        id: Uuid::from_u128(2).into(),
        programme: other,
        name: "budget".to_owned(),
        colour: Some(Colour::Teal),
    };
    assert!(matches!(applied(&state, &taken), Err(Refusal::Exists(_))));
    let Edit::SetTagColour {
        programme,
        name,
        colour,
        ..
    } = taken
    else {
        unreachable!()
    };
    let id = Uuid::from_u128(3).into();
    let edit = Edit::SetTagColour {
        id,
        programme,
        name,
        colour,
    };
    let state = applied(&state, &edit).unwrap();
    assert_eq!(tags(&state), [("budget", Colour::Amber)]);
    assert_eq!(state.tags(other).count(), 1);
}

#[test]
fn the_copy_of_a_programme_has_its_tags_too() {
    let state = applied(&programme(), &colour(2, "budget", Some(Colour::Amber))).unwrap();
    let copy = ProgrammeId(Uuid::from_u128(9));
    let edit = Edit::CopyProgramme {
        programme: PROGRAMME,
        id: copy,
        title: "Rencontres 2".to_owned(),
        dates: Shift::None,
    };
    let state = applied(&state, &edit).unwrap();
    let tags: Vec<_> = state
        .tags(copy)
        .map(|row| (&*row.name, row.colour))
        .collect();
    assert_eq!(tags, [("budget", Colour::Amber)]);
}
