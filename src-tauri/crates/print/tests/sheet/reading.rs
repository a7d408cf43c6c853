//! What poppler reads in a PDF.

use std::io::Write;
use std::process::{Command, Stdio};

/// The text of a PDF, pages apart by form feeds.
pub fn text(pdf: &[u8]) -> String {
    // Poppler tells some spaces that don't break as plain ones.
    poppler("-layout", pdf).replace(['\u{a0}', '\u{202f}'], " ")
}

/// How many pages a [`text`] has.
pub fn pages(text: &str) -> usize {
    text.matches('\u{c}').count()
}

/// How far to the right the words of a PDF reach, in points.
pub fn right_edge(pdf: &[u8]) -> f64 {
    let words = poppler("-bbox", pdf);
    let edge = |word: &str| word.split_once('"')?.0.parse::<f64>().ok();
    words.split("xMax=\"").filter_map(edge).fold(0.0, f64::max)
}

fn poppler(way: &str, pdf: &[u8]) -> String {
    let mut reader = Command::new("pdftotext")
        .args([way, "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pdftotext is missing: run script/setup");
    reader.stdin.take().unwrap().write_all(pdf).unwrap();
    String::from_utf8(reader.wait_with_output().unwrap().stdout).unwrap()
}
