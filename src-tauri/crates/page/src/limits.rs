//! Limits that keep the time and memory of reading proportional to the page's length.

use std::borrow::Cow;

use crate::error::{Counted, PageError};

/// The most slots of one running order: one every three minutes, day and night.
pub const MAX_SLOTS: usize = 480;

/// The longest line that is parsed, in bytes.
const MAX_LINE_BYTES: usize = 16 * 1024;
/// The most cell borders in a line that is parsed.
const MAX_BARS: usize = 100;
/// The deepest nesting of quotes and lists that is parsed.
const MAX_DEPTH: usize = 32;

/// The most sessions, including headings that contain a date: one a day for 27 years.
const MAX_SESSIONS: usize = 10_000;
/// The most days, attendances, slots or ideas, and the most of them together with the sessions.
///
/// Reading and merging so many takes less than two seconds.
const MAX_ROWS: usize = 40_000;
/// The most audiences.
pub(crate) const MAX_AUDIENCES: usize = 100;
/// The most lines. Each can need many times its own memory while it is parsed.
const MAX_LINES: usize = 250_000;
/// The most Markdown marks. Each can need many times its own memory while it is parsed.
const MAX_MARKS: usize = 800_000;

/// Refuses a page that has too many of something.
pub(crate) fn check_count(what: Counted, count: usize) -> Result<(), PageError> {
    let limit = match what {
        Counted::Sessions => MAX_SESSIONS,
        Counted::Days | Counted::Attendances | Counted::Slots | Counted::Ideas | Counted::Rows => {
            MAX_ROWS
        }
        Counted::Audiences => MAX_AUDIENCES,
        Counted::Lines => MAX_LINES,
        Counted::Marks => MAX_MARKS,
    };
    match count > limit {
        true => Err(PageError::TooMany { what, limit }),
        false => Ok(()),
    }
}

/// The number of line ends in a page.
pub(crate) fn count_lines(page: &str) -> usize {
    page.bytes().map(|byte| usize::from(byte == b'\n')).sum()
}

/// The number of Markdown marks in a page.
pub(crate) fn count_marks(page: &str) -> usize {
    let is_mark = |byte: u8| {
        matches!(
            byte,
            b'|' | b'*' | b'_' | b'~' | b'[' | b']' | b'<' | b'>' | b'`' | b'!' | b'&' | b'\\'
        )
    };
    page.bytes().map(|byte| usize::from(is_mark(byte))).sum()
}

/// Blanks the lines that are too long, too deeply nested or too wide to parse.
///
/// Nobody writes such lines by hand. They stay unread.
pub(crate) fn blank_extreme_lines(page: &str) -> Cow<'_, str> {
    if page.split('\n').all(is_parsable) {
        return Cow::Borrowed(page);
    }
    let lines = page.split('\n');
    let lines = lines.map(|line| if is_parsable(line) { line } else { "" });
    Cow::Owned(lines.collect::<Vec<_>>().join("\n"))
}

fn is_parsable(line: &str) -> bool {
    line.len() <= MAX_LINE_BYTES
        && line.bytes().filter(|byte| *byte == b'|').count() <= MAX_BARS
        && nesting(line) <= MAX_DEPTH
}

/// The nesting of quotes and lists in a line, estimated from its indentation and marks.
fn nesting(line: &str) -> usize {
    let (mut marks, mut spaces) = (0, 0);
    let mut rest = line.as_bytes();
    let is_space_or_end = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_whitespace);
    loop {
        let length = match rest {
            [b' ', ..] => {
                spaces += 1;
                1
            }
            [b'\t', ..] => {
                spaces += 4;
                1
            }
            [b'>', ..] => {
                marks += 1;
                1
            }
            [b'-' | b'*' | b'+', after @ ..] if is_space_or_end(after.first()) => {
                marks += 1;
                1
            }
            [b'0'..=b'9', ..] => {
                let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
                let is_mark = matches!(rest.get(digits), Some(b'.' | b')'));
                if !is_mark || !is_space_or_end(rest.get(digits + 1)) {
                    break;
                }
                marks += 1;
                digits + 1
            }
            _ => break,
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    marks + spaces / 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extreme_lines_are_blanked() {
        for line in [
            "a".repeat(MAX_LINE_BYTES + 1),
            "| a ".repeat(MAX_BARS + 1),
            "> ".repeat(MAX_DEPTH + 1),
            "- ".repeat(MAX_DEPTH + 1),
            "1. ".repeat(MAX_DEPTH + 1),
            " ".repeat(MAX_DEPTH * 2 + 2) + "- a",
        ] {
            assert_eq!(blank_extreme_lines(&format!("a\n{line}\nb")), "a\n\nb");
        }
        let table = format!("| a |\n| {} |\n  - 2019-2020 > a", "-".repeat(500));
        assert_eq!(blank_extreme_lines(&table), table);
    }
}
