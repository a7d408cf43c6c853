//! Lines that begin with a time, such as `9h30 - 10h : Accueil`.

use crate::blocks::Item;
use crate::hours::{Hours, leading_hours};
use crate::inline::Inline;
use crate::normalize::single_line;

/// A time, and what happens then.
pub(crate) struct TimedLine {
    pub(crate) hours: Hours,
    pub(crate) title: String,
    pub(crate) line: u32,
    /// A Markdown mark without effect, such as `**` in `9h** : accueil`.
    pub(crate) stray_mark: Option<&'static str>,
    /// The struck words besides the title.
    pub(crate) struck: String,
    /// The addresses that the title links to.
    pub(crate) links: Vec<String>,
}

/// A timed line, with the first and last line it takes up on the page.
pub(crate) type LocatedTimedLine = (TimedLine, (u32, u32));

/// Parses a line that begins with a time and has a title.
pub(crate) fn timed_line(inline: &Inline, line: u32) -> Option<TimedLine> {
    if inline.is_all_struck {
        return None;
    }
    let text = inline.text.trim_start_matches(['•', '·', ' ', '\t']);
    let stray_mark = ["**", "__", "~~"]
        .into_iter()
        .find(|mark| text.contains(mark));
    let text = stray_mark.map_or_else(|| text.to_owned(), |mark| text.replace(mark, ""));
    let (hours, rest) = leading_hours(&text)?;
    let title = single_line(rest.trim_start_matches(|letter: char| {
        letter.is_whitespace() || ":-–—|,.=>→".contains(letter)
    }));
    let has_title = title.chars().any(char::is_alphanumeric);
    has_title.then(|| TimedLine {
        hours,
        title,
        line,
        stray_mark,
        struck: single_line(&inline.struck),
        links: inline.links.clone(),
    })
}

/// Parses a list item that begins with a time.
pub(crate) fn timed_item(item: &Item) -> Option<LocatedTimedLine> {
    Some((timed_line(&item.text, item.lines.0)?, item.lines))
}

/// Parses the lines of a paragraph that begin with a time.
pub(crate) fn timed_paragraph(text: &Inline, lines: (u32, u32)) -> Vec<LocatedTimedLine> {
    let texts: Vec<_> = text.text.split('\n').collect();
    // A `<br>` is a line break, but no line end of the source. Then lines have no certain number.
    let breaks = u32::try_from(texts.len() - 1).unwrap_or(u32::MAX);
    let has_certain_lines =
        text.matches_source_lines(lines) && lines.0.saturating_add(breaks) == lines.1;
    if !has_certain_lines || text.is_all_struck {
        return Vec::new();
    }
    (lines.0..)
        .zip(texts)
        .filter_map(|(line, text)| {
            let inline = Inline {
                text: text.to_owned(),
                ..Inline::default()
            };
            Some((timed_line(&inline, line)?, (line, line)))
        })
        .collect()
}
