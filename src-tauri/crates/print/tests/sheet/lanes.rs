//! Words in narrow lanes: their positions on the page.

use std::collections::BTreeMap;

use deroule_edit::{Edit, TrackField};
use deroule_model::{Kind, Minutes, Parent, SlotId};

use crate::day::Building;
use crate::reading::{Word, words};
use crate::{FR, pdf, slots};

/// The letters of eight tracks. None is a word elsewhere on the sheet.
const LETTERS: std::ops::RangeInclusive<char> = 'k'..='r';

/// A block of `tracks` tracks. The words of each consist of one letter.
fn block(tracks: u32, length: usize) -> Building {
    let mut building = Building::of("Session", &[("0", Kind::Workshop, 90, tracks)]);
    let block = slots(&building)[0];
    let ids: Vec<_> = building.plan.tracks(block).map(|track| track.id).collect();
    for (id, letter) in ids.into_iter().zip(LETTERS) {
        let long = letter.to_string().repeat(length);
        let title = TrackField::Title(Some(format!("{long} {letter} {long}")));
        building.edit(Edit::SetTrack {
            track: id,
            field: title,
        });
        let add = Edit::AddSlot {
            id: SlotId(building.id()),
            parent: Parent::Track(id),
            before: None,
            title: long,
            kind: Kind::Activity,
            minutes: Minutes(30),
            pin: None,
        };
        building.edit(add);
    }
    building
}

/// The left, right and top edge of the words of each letter.
fn reaches(words: &[Word]) -> BTreeMap<char, (f64, f64, f64)> {
    let mut reaches = BTreeMap::new();
    for word in words {
        let mut letters = word.text.chars();
        let Some(letter) = letters.next().filter(|letter| LETTERS.contains(letter)) else {
            continue;
        };
        if letters.any(|other| other != letter) {
            continue;
        }
        let (left, right, top) = reaches
            .entry(letter)
            .or_insert((f64::MAX, f64::MIN, f64::MAX));
        *left = word.left.min(*left);
        *right = word.right.max(*right);
        *top = word.top.min(*top);
    }
    reaches
}

#[test]
fn words_never_leave_their_lane() {
    for tracks in 2..=8 {
        for length in [12, 40] {
            let found = words(&pdf(&block(tracks, length), &FR));
            let reaches = reaches(&found);
            assert_eq!(
                reaches.len(),
                tracks as usize,
                "{tracks} × {length}: {found:?}"
            );
            let lanes: Vec<_> = reaches.values().collect();
            for pair in lanes.windows(2) {
                let ((_, right, above), (left, _, below)) = (pair[0], pair[1]);
                let is_next_row = (above - below).abs() > 1.0;
                // Between two lanes are the inset of one, the gap, and the inset of the other.
                assert!(
                    is_next_row || left - right >= 16.0,
                    "{tracks} × {length}: {lanes:?}"
                );
            }
            // A4 is 595 points wide; the margin is 17 mm.
            let edge = lanes.iter().map(|lane| lane.1).fold(0.0, f64::max);
            assert!(edge < 548.0, "{tracks} × {length}: {edge}");
        }
    }
}

#[test]
fn an_ordinary_word_is_not_broken_in_a_lane() {
    for tracks in 1..=8 {
        let mut building = Building::of("Session", &[("0", Kind::Workshop, 90, tracks)]);
        let block = slots(&building)[0];
        let ids: Vec<_> = building.plan.tracks(block).map(|track| track.id).collect();
        for track in ids {
            let field = TrackField::Title(Some("Récapitulatif stratégique".into()));
            building.edit(Edit::SetTrack { track, field });
        }
        let words = words(&pdf(&building, &FR));
        for whole in ["Récapitulatif", "stratégique"] {
            let count = words.iter().filter(|word| word.text == whole).count();
            assert_eq!(count, tracks as usize, "{tracks}: {words:?}");
        }
    }
}
