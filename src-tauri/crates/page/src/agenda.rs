//! Reads the two addresses of the shared agenda: its page and its feed.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Range;

use deroule_edit::draft::Draft;
use deroule_model::Message;

use crate::inline::Inline;
use crate::normalize::{each_word, has_word};
use crate::report::Report;
use crate::unused_words::unused_words;

/// The words for an agenda.
const AGENDA: [&str; 5] = ["agenda", "agendas", "calendrier", "calendar", "calendars"];

/// The most addresses of a paragraph that can be the agenda's. Lines with others are unread.
const MAX_ADDRESSES: usize = 5;

/// What an address can be used for.
enum AddressKind {
    Feed,
    Page,
}

/// Whether a heading is about the shared agenda.
pub(crate) fn is_agenda_heading(heading: &str) -> bool {
    has_word(heading, &AGENDA)
}

/// Reads the agenda's addresses in a paragraph. Returns whether there are any.
pub(crate) fn read_agenda_addresses(
    paragraph: &Inline,
    lines: (u32, u32),
    is_below_agenda_heading: bool,
    draft: &mut Draft,
    report: &mut Report<'_>,
) -> bool {
    let may_have_address = !paragraph.links.is_empty() || paragraph.text.contains("://");
    // Code that runs over several lines can look like an address, or hide one.
    if !may_have_address || !paragraph.matches_source_lines(lines) {
        return false;
    }
    let is_about_agenda = is_below_agenda_heading || has_word(&paragraph.text, &AGENDA);
    let (mut used, unused): (Vec<_>, Vec<_>) =
        addresses(paragraph)
            .into_iter()
            .partition(|address| match address_kind(address) {
                Some(AddressKind::Feed) => true,
                Some(AddressKind::Page) => is_about_agenda,
                None => false,
            });
    used.truncate(MAX_ADDRESSES);
    for address in &used {
        set_address(address, lines.0, draft, report);
    }
    for line in lines.0..=lines.1 {
        let is_on_line = |address: &String| report.line(line).contains(address.as_str());
        if used.iter().any(is_on_line) {
            report.mark_read(line);
            remark_words_around(line, &used, report);
        }
    }
    for address in unused.into_iter().filter(|_| !used.is_empty()) {
        let message = Message::new("remark-link").text("address", address);
        report.remark(lines.0, message);
    }
    !used.is_empty()
}

/// Remarks on the words of a line besides the addresses and their labels.
fn remark_words_around(line: u32, addresses: &[String], report: &mut Report<'_>) {
    let text = report.line(line);
    let (mut from, mut is_first) = (0, true);
    for span in address_spans(text, addresses) {
        let before = text.get(from..span.start).unwrap_or_default();
        // The last clause can be the address's label: `Voir l'agenda : https://…`.
        let mut clauses = clauses(before);
        let last = clauses.pop().unwrap_or_default();
        let label = last.rsplit_once('[').map_or(last, |(before, _)| before);
        if !label.trim_end_matches(['<', ' ', '*', '_']).ends_with(':') {
            clauses.push(last);
        }
        for clause in clauses {
            let is_introduction = is_first && each_word(clause).any(|word| is_agenda_word(&word));
            if !is_introduction {
                report.remark_unused_words(line, unused_words(clause, is_agenda_word));
            }
        }
        is_first = false;
        // The text of a link can be the same address again.
        let rest = text.get(span.end..).unwrap_or_default();
        from = span.end + if rest.starts_with("](") { 2 } else { 0 };
    }
    let rest = text.get(from..).unwrap_or_default();
    report.remark_unused_words(line, unused_words(rest, is_agenda_word));
}

/// The spans of addresses in a text, without overlaps. The longest one at a position wins.
fn address_spans(text: &str, addresses: &[String]) -> Vec<Range<usize>> {
    let matches = |address: &String| {
        let length = address.len();
        let starts = text.match_indices(address.as_str());
        starts
            .map(move |(at, _)| at..at + length)
            .collect::<Vec<_>>()
    };
    let mut all: Vec<_> = addresses.iter().flat_map(matches).collect();
    all.sort_by_key(|span| (span.start, Reverse(span.end)));
    let mut spans: Vec<Range<usize>> = Vec::new();
    for span in all {
        if spans.last().is_none_or(|last| last.end <= span.start) {
            spans.push(span);
        }
    }
    spans
}

/// Splits a text after each punctuation mark that a space follows.
fn clauses(text: &str) -> Vec<&str> {
    let marks = ['.', ',', ';', '!', '?', '–', '—'];
    let mut clauses = Vec::new();
    let mut from = 0;
    for (space, _) in text.match_indices(char::is_whitespace) {
        let clause = text.get(from..space).unwrap_or_default();
        if clause.ends_with(marks) {
            clauses.push(clause);
            from = space;
        }
    }
    clauses.push(text.get(from..).unwrap_or_default());
    clauses
}

/// Whether a folded word introduces an agenda's address.
pub(crate) fn is_agenda_word(word: &str) -> bool {
    AGENDA.contains(&word)
        || ["partag", "shar", "abonn", "subscri", "public", "synchron"]
            .iter()
            .any(|root| word.starts_with(root))
        || matches!(
            word,
            "url"
                | "urls"
                | "lien"
                | "link"
                | "adresse"
                | "address"
                | "page"
                | "flux"
                | "feed"
                | "ici"
                | "here"
                | "ical"
                | "ics"
                | "webcal"
                | "online"
                | "ligne"
        )
}

/// Sets an address of the draft's agenda, or remarks that it has another one.
fn set_address(address: &str, line: u32, draft: &mut Draft, report: &mut Report<'_>) {
    let field = match address_kind(address) {
        Some(AddressKind::Feed) => &mut draft.agenda_feed_url,
        _ => &mut draft.agenda_page_url,
    };
    let existing = field.get_or_insert_with(|| address.to_owned());
    if existing != address {
        let message = Message::new("remark-agenda-again").text("address", address);
        report.remark(line, message);
    }
}

/// The kind of an address; `None` if it is neither of the web nor a calendar.
fn address_kind(address: &str) -> Option<AddressKind> {
    let (scheme, rest) = address.split_once("://")?;
    let scheme = scheme.to_ascii_lowercase();
    let path = rest.split(['?', '#']).next().unwrap_or(rest);
    match scheme.as_str() {
        "webcal" | "webcals" => Some(AddressKind::Feed),
        "http" | "https" if path.to_ascii_lowercase().ends_with(".ics") => Some(AddressKind::Feed),
        "http" | "https" if rest.ends_with("?export") => Some(AddressKind::Feed),
        "http" | "https" => Some(AddressKind::Page),
        _ => None,
    }
}

/// The links of a paragraph, and the addresses written out in it.
fn addresses(paragraph: &Inline) -> Vec<String> {
    let written = paragraph
        .text
        .split(|letter: char| letter.is_whitespace() || "<>()[]«»\"".contains(letter))
        .map(|word| word.trim_end_matches(['.', ',', ';', ':']))
        .filter(|word| address_kind(word).is_some());
    let links = paragraph.links.iter().map(String::as_str);
    let mut seen = BTreeSet::new();
    let all = links.chain(written).filter(|address| seen.insert(*address));
    all.map(str::to_owned).collect()
}
