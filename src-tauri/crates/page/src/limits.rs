//! How much of a page is read, so that any page is read in time and memory that grow no faster than
//! its text.

use std::borrow::Cow;

use crate::{Counted, PageError};

/// The longest line that is looked into, in bytes.
const LONGEST_LINE: usize = 16 * 1024;
/// The most bars of a table's row that is looked into.
const MOST_BARS: usize = 100;
/// The deepest quotes and lists that are looked into.
const DEEPEST: usize = 32;

/// The most sessions a page may announce, headings with a date among them: one a day for 27 years.
pub(crate) const MOST_SESSIONS: usize = 10_000;
/// The most days, hours of audiences, lines of running orders or ideas a page may have, and the most of all
/// of them with the sessions: reading and merging so many takes less than two seconds.
pub(crate) const MOST_ROWS: usize = 40_000;
pub(crate) const MOST_AUDIENCES: usize = 100;

/// Refuses more of something than a page may have.
pub(crate) fn check(what: Counted, count: usize) -> Result<(), PageError> {
    let limit = match what {
        Counted::Sessions => MOST_SESSIONS,
        Counted::Days | Counted::Attendances | Counted::Slots | Counted::Ideas | Counted::Rows => {
            MOST_ROWS
        }
        Counted::Audiences => MOST_AUDIENCES,
        Counted::Lines => MOST_LINES,
        Counted::Marks => MOST_MARKS,
    };
    match count > limit {
        true => Err(PageError::TooMany { what, limit }),
        false => Ok(()),
    }
}

/// The most lines and marks of Markdown a page may have. Each may cost many times its own memory to
/// parse.
pub(crate) const MOST_LINES: usize = 250_000;
pub(crate) const MOST_MARKS: usize = 800_000;

/// How many lines a page has.
pub(crate) fn lines(page: &str) -> usize {
    page.bytes().map(|byte| usize::from(byte == b'\n')).sum()
}

/// How many marks of Markdown a page has.
pub(crate) fn marks(page: &str) -> usize {
    let is_mark = |byte: u8| {
        matches!(
            byte,
            b'|' | b'*' | b'_' | b'~' | b'[' | b']' | b'<' | b'>' | b'`' | b'!' | b'&' | b'\\'
        )
    };
    page.bytes().map(|byte| usize::from(is_mark(byte))).sum()
}

/// The page with its endless, deeply nested and widest lines blanked out: no one wrote them by hand,
/// and they stay unread.
pub(crate) fn readable(page: &str) -> Cow<'_, str> {
    if page.split('\n').all(is_readable) {
        return Cow::Borrowed(page);
    }
    let lines = page.split('\n');
    let lines = lines.map(|line| if is_readable(line) { line } else { "" });
    Cow::Owned(lines.collect::<Vec<_>>().join("\n"))
}

fn is_readable(line: &str) -> bool {
    line.len() <= LONGEST_LINE
        && line.bytes().filter(|byte| *byte == b'|').count() <= MOST_BARS
        && depth(line) <= DEEPEST
}

/// How deep quotes and lists may be nested where a line stands, told from its indentation and marks.
fn depth(line: &str) -> usize {
    let (mut marks, mut spaces) = (0, 0);
    let mut rest = line.as_bytes();
    let ends = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_whitespace);
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
            [b'-' | b'*' | b'+', after @ ..] if ends(after.first()) => {
                marks += 1;
                1
            }
            [b'0'..=b'9', ..] => {
                let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
                let is_mark = matches!(rest.get(digits), Some(b'.' | b')'));
                if !is_mark || !ends(rest.get(digits + 1)) {
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
    fn lines_that_no_one_wrote_by_hand_are_blanked_out() {
        for line in [
            "a".repeat(LONGEST_LINE + 1),
            "| a ".repeat(MOST_BARS + 1),
            "> ".repeat(DEEPEST + 1),
            "- ".repeat(DEEPEST + 1),
            "1. ".repeat(DEEPEST + 1),
            " ".repeat(DEEPEST * 2 + 2) + "- a",
        ] {
            assert_eq!(readable(&format!("a\n{line}\nb")), "a\n\nb");
        }
        let table = format!("| a |\n| {} |\n  - 2019-2020 > a", "-".repeat(500));
        assert_eq!(readable(&table), table);
    }
}
