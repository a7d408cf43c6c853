//! Writes the day sheet of a small day to a file: `cargo run --example sheet -- out.pdf [en]`.

#![allow(clippy::unwrap_used, reason = "an example")]

#[path = "../tests/sheet/day.rs"]
#[allow(dead_code, reason = "the tests use the rest")]
mod day;

use deroule_print::{Language, Options, pdf};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let out = arguments.next().unwrap_or_else(|| "sheet.pdf".to_owned());
    let language = match arguments.next().as_deref() {
        Some("en") => Language::En,
        _ => Language::Fr,
    };
    let building = day::august();
    let options = Options {
        language,
        data_date: day::date(28),
    };
    let bytes = pdf(&building.plan, &[building.session()], &options).unwrap();
    std::fs::write(out, bytes).unwrap();
}
