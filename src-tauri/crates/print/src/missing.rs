//! Characters that no font has a glyph for. The pages show a box in their place and their text reads
//! as if nothing were wrong, so the glyphs themselves are looked at.

use deroule_model::Message;
use serde_json::Value;
use typst::layout::{Frame, FrameItem};
use typst::text::is_default_ignorable;
use typst_layout::Page;

/// How many characters are named one by one.
const MOST_NAMED: usize = 20;

/// The characters of a document that no font has, each once, in the order of the pages.
#[derive(Default)]
pub(crate) struct MissingGlyphs(Vec<Missing>);

/// A character that no font has.
struct Missing {
    letters: String,
    /// The first page it stands on.
    page: usize,
    /// The text it stands in.
    text: String,
}

impl MissingGlyphs {
    /// Whether every character has a glyph.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Looks through pages that come after `before` others; `data` is their JSON.
    pub(crate) fn find(&mut self, pages: &[Page], before: usize, data: &str) {
        let mut found = Vec::new();
        for (page, number) in pages.iter().zip(before + 1..) {
            look(&page.frame, number, &mut found);
        }
        if found.is_empty() {
            return;
        }
        let data = serde_json::from_str(data).unwrap_or_default();
        let mut texts = Vec::new();
        collect(&data, &mut texts);
        for (letters, page) in found {
            if self.0.iter().any(|known| known.letters == letters) {
                continue;
            }
            let text = texts.iter().find(|text| text.contains(letters.as_str()));
            let text = text.copied().unwrap_or_default().to_owned();
            self.0.push(Missing {
                letters,
                page,
                text,
            });
        }
    }

    /// A remark for each of the first, and one for the others.
    pub(crate) fn remarks(&self) -> Vec<Message> {
        let named = self.0.iter().take(MOST_NAMED).map(|one| {
            Message::new("print-no-glyph")
                .text("letter", &one.letters)
                .text("code", codes(&one.letters))
                .text("text", &one.text)
                .number("page", one.page)
        });
        let mut remarks: Vec<Message> = named.collect();
        if let Some(more) = self.0.get(MOST_NAMED..).filter(|more| !more.is_empty()) {
            let letters: Vec<&str> = more.iter().map(|one| one.letters.as_str()).collect();
            let message = Message::new("print-no-glyph-more").number("count", letters.len());
            remarks.push(message.text("letters", letters.concat()));
        }
        remarks
    }
}

/// Each character without a glyph, once, with the first page it stands on.
fn look(frame: &Frame, page: usize, missing: &mut Vec<(String, usize)>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => look(&group.frame, page, missing),
            FrameItem::Text(run) => {
                for glyph in run.glyphs.iter().filter(|glyph| glyph.id == 0) {
                    let letters = run.text.get(glyph.range()).unwrap_or_default();
                    let letters = letters.trim_matches(is_default_ignorable);
                    if !missing.iter().any(|(known, _)| known == letters) {
                        missing.push((letters.to_owned(), page));
                    }
                }
            }
            _ => {}
        }
    }
}

fn collect<'a>(value: &'a Value, texts: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => texts.push(text),
        Value::Array(values) => values.iter().for_each(|value| collect(value, texts)),
        Value::Object(fields) => fields.values().for_each(|value| collect(value, texts)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// `U+1F389`, for what can't be shown on the screen either.
fn codes(letters: &str) -> String {
    let codes = letters
        .chars()
        .map(|letter| format!("U+{:04X}", u32::from(letter)));
    codes.collect::<Vec<_>>().join(" ")
}
