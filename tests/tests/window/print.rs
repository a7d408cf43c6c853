//! The day sheets on the Print screen, compared with those of the export.

use std::process::Command;

use deroule_app::model::SessionId;
use deroule_app::{App, SheetForm, SheetOptions};
use deroule_tests::store::Store;
use deroule_tests::window::{Window, until};
use serde_json::{Value, json};

use crate::support;
use crate::support::select;

const SET_UP: &str = "9h30 – 10h Installation · bilan de l’été";

#[test]
fn the_crew_sheet_shows_set_up_times_and_a_reload_keeps_it() {
    let window = support::day();
    select(&window, "bilan de l’été");
    window.click("details:has([id$='-setup']) > summary");
    window.click("label[for$='-setup']");
    window.shows("return document.activeElement?.id.endsWith('-setup')");
    window.keys(&["Control+a"]);
    window.write("30");
    window.keys(&["Enter"]);
    until("the set-up on the crew's sheet", || {
        pdf_text(&window.store, &["--crew"])
            .contains(SET_UP)
            .then_some(())
    });
    assert!(!pdf_text(&window.store, &[]).contains("Installation"));

    window.keys(&["Alt+5"]);
    expect_pages(&window, SheetForm::Everyone);
    window.click("[data-testid=print] [role=radiogroup] label:last-child");
    expect_pages(&window, SheetForm::Crew);
    window.set("fr", "dark");
    expect_pages(&window, SheetForm::Crew);
}

#[test]
fn a_character_without_a_font_is_reported_above_the_pages() {
    let window = support::day();
    select(&window, "bilan de l’été");
    window.click("label[for$='-notes']");
    window.shows("return document.activeElement?.id.endsWith('-notes')");
    window.write("Clé \u{10fffd}");
    window.keys(&["Tab"]);
    window.keys(&["Alt+5"]);
    expect_pages(&window, SheetForm::Everyone);
    window.shows("return document.querySelector('[data-testid=print-remarks]') === null");
    window.click("[data-testid=print-notes]");
    window.reads("[data-testid=print-remarks]", "U+10FFFD");
    window.photograph("print-remarks-fr-light");
    window.set("en", "dark");
    window.reads("[data-testid=print-remarks]", "No font");
    window.photograph("print-remarks-en-dark");
}

/// Waits until the screen has loaded the pages of a form of the sheet.
fn expect_pages(window: &Window, form: SheetForm) {
    let plan = window.store.plan();
    let session: SessionId = serde_json::from_value(plan["sessions"][0]["id"].clone()).unwrap();
    let app = App::open(&window.store.path(), chrono::Utc::now).unwrap();
    let options = SheetOptions {
        form,
        notes: false,
        language: None,
    };
    let pages = app.sheet_preview(&[session], options).unwrap().pages;
    until(&format!("the pages for {form:?}"), || {
        (loaded_pages(window) == json!(pages)).then_some(())
    });
}

/// The SVG sources of the pages that the screen has loaded.
fn loaded_pages(window: &Window) -> Value {
    window.script(
        "return [...document.querySelectorAll('[data-testid=page]')]
           .filter((one) => one.complete && one.naturalWidth > 0)
           .map((one) => decodeURIComponent(one.src.slice(one.src.indexOf(',') + 1)))",
        &Value::Null,
    )
}

/// The text of the exported sheets, with single spaces between words.
fn pdf_text(store: &Store, words: &[&str]) -> String {
    let file = tempfile::NamedTempFile::new().unwrap();
    let path = file.path().to_str().unwrap();
    store.cli(&[&["export", "pdf", "--out", path], words].concat());
    let read = Command::new("pdftotext")
        .args(["-layout", path, "-"])
        .output()
        .unwrap();
    let text = String::from_utf8(read.stdout).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
