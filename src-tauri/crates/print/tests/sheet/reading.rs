//! Reads PDFs with poppler.

use std::io::Write;
use std::process::{Command, Stdio};

/// The text of a PDF. Form feeds separate pages.
pub fn text(pdf: &[u8]) -> String {
    // Poppler writes some no-break spaces as ordinary ones.
    poppler("-layout", pdf).replace(['\u{a0}', '\u{202f}'], " ")
}

/// The number of pages of a [`text`].
pub fn pages(text: &str) -> usize {
    text.matches('\u{c}').count()
}

/// The right edge of the words of a PDF, in points.
pub fn right_edge(pdf: &[u8]) -> f64 {
    let words = poppler("-bbox", pdf);
    let edge = |word: &str| word.split_once('"')?.0.parse::<f64>().ok();
    words.split("xMax=\"").filter_map(edge).fold(0.0, f64::max)
}

/// A word and its position, in points.
#[derive(Debug)]
pub struct Word {
    pub text: String,
    pub left: f64,
    pub right: f64,
    pub top: f64,
}

/// The words of a PDF.
pub fn words(pdf: &[u8]) -> Vec<Word> {
    let page = poppler("-bbox", pdf);
    let lines = page.lines().filter(|line| line.contains("<word "));
    let word = |line: &str| {
        let number = |name: &str| {
            let (_, rest) = line.split_once(&format!("{name}=\"")).unwrap();
            rest.split_once('"').unwrap().0.parse::<f64>().unwrap()
        };
        let text = line.split_once('>').unwrap().1;
        Word {
            text: text.split_once('<').unwrap().0.to_owned(),
            left: number("xMin"),
            right: number("xMax"),
            top: number("yMin"),
        }
    };
    lines.map(word).collect()
}

/// The pixels of the first page in grey.
pub fn pixels(pdf: &[u8]) -> Vec<u8> {
    run(
        Command::new("pdftoppm").args(["-gray", "-r", "96", "-f", "1", "-l", "1"]),
        pdf,
    )
}

fn poppler(way: &str, pdf: &[u8]) -> String {
    let text = run(Command::new("pdftotext").args([way, "-", "-"]), pdf);
    String::from_utf8(text).unwrap()
}

fn run(command: &mut Command, pdf: &[u8]) -> Vec<u8> {
    let mut reader = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("poppler is missing: run script/setup");
    // Poppler may write before it has read everything.
    let mut input = reader.stdin.take().unwrap();
    let pdf = pdf.to_owned();
    let writing = std::thread::spawn(move || input.write_all(&pdf).unwrap());
    let answer = reader.wait_with_output().unwrap().stdout;
    writing.join().unwrap();
    answer
}
