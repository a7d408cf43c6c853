//! Characters that no font has a glyph for. The pages show a box in their place and their text reads
//! as if nothing were wrong, so the glyphs themselves are looked at.

use deroule_plan::Message;
use serde_json::Value;
use typst::layout::{Frame, FrameItem};
use typst::text::is_default_ignorable;
use typst_layout::PagedDocument;

/// How many characters are named one by one.
const MOST_NAMED: usize = 20;

/// A remark for each character that no font has, in the order of the pages; `data` is what was set.
pub(crate) fn remarks(document: &PagedDocument, data: &Value) -> Vec<Message> {
    let mut missing = Vec::new();
    for (page, number) in document.pages().iter().zip(1..) {
        look(&page.frame, number, &mut missing);
    }
    let mut texts = Vec::new();
    collect(data, &mut texts);
    let named = missing.iter().take(MOST_NAMED).map(|(letters, page)| {
        let text = texts.iter().find(|text| text.contains(letters.as_str()));
        Message::new("print-no-glyph")
            .text("letter", letters)
            .text("code", codes(letters))
            .text("text", text.copied().unwrap_or_default())
            .number("page", *page)
    });
    let mut remarks: Vec<Message> = named.collect();
    if let Some(more) = missing.get(MOST_NAMED..).filter(|more| !more.is_empty()) {
        let letters: Vec<&str> = more.iter().map(|(letters, _)| letters.as_str()).collect();
        let message = Message::new("print-no-glyph-more").number("count", letters.len());
        remarks.push(message.text("letters", letters.concat()));
    }
    remarks
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
