//! Finds characters that no font has. Typst prints a box for them without an error, and the text layer still
//! looks right, so this reads the glyphs of the pages.

use deroule_model::Message;
use serde_json::Value;
use typst::layout::{Frame, FrameItem};
use typst::text::is_default_ignorable;
use typst_layout::Page;

/// The maximum of characters with a remark of their own.
const MAX_NAMED: usize = 20;

/// The characters of a document that no font has. Each is listed once, in the order of the pages.
#[derive(Default)]
pub(crate) struct MissingGlyphs(Vec<Missing>);

/// A character that no font has.
struct Missing {
    letters: String,
    /// The first page that has it.
    page: usize,
    /// The text that contains it.
    text: String,
}

impl MissingGlyphs {
    /// Whether every character has a glyph.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds the missing characters of `pages`, which follow `before` other pages; `data` is their JSON.
    pub(crate) fn find(&mut self, pages: &[Page], before: usize, data: &str) {
        let mut found = Vec::new();
        for (page, number) in pages.iter().zip(before + 1..) {
            find_in_frame(&page.frame, number, &mut found);
        }
        if found.is_empty() {
            return;
        }
        let data = serde_json::from_str(data).unwrap_or_default();
        let mut texts = Vec::new();
        collect_texts(&data, &mut texts);
        for (letters, page) in found {
            if self.0.iter().any(|earlier| earlier.letters == letters) {
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

    /// A remark for each of the first [`MAX_NAMED`] characters, and one for all others.
    pub(crate) fn remarks(&self) -> Vec<Message> {
        let named = self.0.iter().take(MAX_NAMED).map(|one| {
            Message::new("print-no-glyph")
                .text("letter", &one.letters)
                .text("code", codes(&one.letters))
                .text("text", &one.text)
                .number("page", one.page)
        });
        let mut remarks: Vec<Message> = named.collect();
        if let Some(more) = self.0.get(MAX_NAMED..).filter(|more| !more.is_empty()) {
            let letters: Vec<&str> = more.iter().map(|one| one.letters.as_str()).collect();
            let message = Message::new("print-no-glyph-more").number("count", letters.len());
            remarks.push(message.text("letters", letters.concat()));
        }
        remarks
    }
}

/// Adds each character without a glyph once, with its first page.
fn find_in_frame(frame: &Frame, page: usize, missing: &mut Vec<(String, usize)>) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => find_in_frame(&group.frame, page, missing),
            FrameItem::Text(run) => {
                for glyph in run.glyphs.iter().filter(|glyph| glyph.id == 0) {
                    let letters = run.text.get(glyph.range()).unwrap_or_default();
                    let letters = letters.trim_matches(is_default_ignorable);
                    if !missing.iter().any(|(earlier, _)| earlier == letters) {
                        missing.push((letters.to_owned(), page));
                    }
                }
            }
            _ => {}
        }
    }
}

fn collect_texts<'a>(value: &'a Value, texts: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => texts.push(text),
        Value::Array(values) => values.iter().for_each(|value| collect_texts(value, texts)),
        Value::Object(fields) => fields
            .values()
            .for_each(|value| collect_texts(value, texts)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Code points such as `U+1F389`: the screen may lack the glyph too.
fn codes(letters: &str) -> String {
    let codes = letters
        .chars()
        .map(|letter| format!("U+{:04X}", u32::from(letter)));
    codes.collect::<Vec<_>>().join(" ")
}
