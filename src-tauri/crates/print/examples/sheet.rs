//! Writes the day sheet of a small day to a file: `cargo run --example sheet -- out.pdf [en] [crew] [notes]`.

#![allow(clippy::unwrap_used, reason = "an example")]

#[path = "../tests/sheet/day.rs"]
#[allow(dead_code, reason = "the tests use the rest")]
mod day;

use deroule_print::{Fonts, Form, Language, Options, pdf};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |wanted: &str| arguments.iter().any(|one| one == wanted);
    let building = day::crewed();
    let options = Options {
        form: if has("crew") {
            Form::Crew
        } else {
            Form::Everyone
        },
        language: if has("en") {
            Language::En
        } else {
            Language::Fr
        },
        notes: has("notes"),
        data_date: day::date(28),
    };
    let fonts = Fonts::of_system();
    let sheet = pdf(&building.plan, &[building.session()], &options, &fonts).unwrap();
    let file = arguments.first().map_or("sheet.pdf", String::as_str);
    std::fs::write(file, sheet.pages).unwrap();
}
