//! Characters that Inter lacks: another font has them, or a remark names them. The text layer looks right in both
//! cases, so these tests compare pixels.

use std::path::PathBuf;

use deroule_model::{Argument, Kind, Message};
use deroule_print::{Fonts, Printed};

use crate::day::Building;
use crate::reading::pixels;
use crate::{BUILT_IN, FR};

/// A character that no font has: the end of the last private plane.
const NOBODYS: &str = "\u{10fffd}";

/// DejaVu, which `script/setup` installs.
fn dejavu() -> Fonts {
    let folder = PathBuf::from("/usr/share/fonts/truetype/dejavu");
    assert!(folder.exists(), "DejaVu is missing: run script/setup");
    Fonts::of_folder(folder)
}

fn printed(title: &str, fonts: &Fonts) -> Printed<Vec<u8>> {
    let building = Building::of("Session", &[(title, Kind::Plenary, 30, 0)]);
    deroule_print::pdf(&building.plan, &[building.session()], &FR, fonts).unwrap()
}

fn missing(printed: &Printed<Vec<u8>>) -> Vec<&str> {
    let named = |remark: &&Message| remark.args.contains_key("letter");
    let remarks = printed.remarks.iter().filter(named);
    remarks
        .map(|remark| match &remark.args["letter"] {
            Argument::Text(letter) => letter.as_str(),
            _ => "",
        })
        .collect()
}

#[test]
fn another_font_has_what_inter_lacks() {
    let fonts = dejavu();
    let with = printed("Café ☕ ﬁn", &fonts);
    assert_eq!(with.remarks, []);
    let without = printed("Café ☕ ﬁn", &BUILT_IN);
    assert_eq!(missing(&without), ["☕", "ﬁ"]);
    assert_ne!(pixels(&with.pages), pixels(&without.pages));
}

#[test]
fn right_to_left_greek_and_cyrillic_are_printed() {
    let fonts = dejavu();
    for title in ["ورشة عمل", "Ελληνικά", "Мастерская", "→ ✓ ★"] {
        assert_eq!(printed(title, &fonts).remarks, [], "{title}");
    }
}

#[test]
fn a_character_without_a_font_is_a_box_and_a_remark_with_its_place() {
    let boxed = printed(&format!("Fête {NOBODYS}"), &BUILT_IN);
    let expected = Message::new("print-no-glyph")
        .text("letter", NOBODYS)
        .text("code", "U+10FFFD")
        .text("text", format!("Fête {NOBODYS}"))
        .number("page", 1);
    assert_eq!(boxed.remarks, [expected]);
    // All missing characters look the same. Only the remark names them.
    let other = printed("Fête 会", &BUILT_IN);
    assert_eq!(pixels(&boxed.pages), pixels(&other.pages));
}

#[test]
fn a_remark_names_the_text_and_its_page() {
    let slots: Vec<_> = (0..60)
        .map(|_| ("Un créneau", Kind::Plenary, 15, 0))
        .collect();
    let mut slots = slots;
    slots.push(("Le dernier 会", Kind::Plenary, 15, 0));
    let building = Building::of("Session", &slots);
    let session = building.session();
    let printed = deroule_print::pdf(&building.plan, &[session], &FR, &BUILT_IN).unwrap();
    let args = &printed.remarks[0].args;
    assert_eq!(args["text"], Argument::Text("Le dernier 会".into()));
    assert!(matches!(args["page"], Argument::Number(page) if page > 1));
}

#[test]
fn a_whole_text_without_a_font_makes_few_remarks() {
    let title: String = ('\u{4e00}'..'\u{4e50}').collect();
    let printed = printed(&title, &BUILT_IN);
    assert_eq!(printed.remarks.len(), 21);
    let last = printed.remarks.last().unwrap();
    assert_eq!(last.code, "print-no-glyph-more");
    assert_eq!(last.args["count"], Argument::Number(60));
}

#[test]
fn more_fonts_do_not_change_what_inter_has() {
    let with = printed("Accueil café – 9h", &dejavu());
    assert_eq!(with.pages, printed("Accueil café – 9h", &BUILT_IN).pages);
}

#[test]
fn the_same_fonts_give_the_same_bytes() {
    let title = "☕ ورشة ✓";
    assert_eq!(
        printed(title, &dejavu()).pages,
        printed(title, &dejavu()).pages
    );
}
