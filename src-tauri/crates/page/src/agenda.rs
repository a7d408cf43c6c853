//! The shared agenda's two addresses: the page people look at and the feed they subscribe to.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Range;

use deroule_edit::draft::Draft;
use deroule_model::Message;

use crate::inline::Inline;
use crate::ledger::Ledger;
use crate::leftover::left_over;
use crate::words::{each_word, has_word};

/// The words that announce an agenda.
const AGENDA: [&str; 5] = ["agenda", "agendas", "calendrier", "calendar", "calendars"];

/// Whether a heading is about the shared agenda.
pub(crate) fn announces_agenda(heading: &str) -> bool {
    has_word(heading, &AGENDA)
}

/// Keeps the agenda's addresses a paragraph gives, and takes the lines they are on; tells whether
/// there were any.
pub(crate) fn read_addresses(
    paragraph: &Inline,
    lines: (u32, u32),
    under_agenda: bool,
    draft: &mut Draft,
    ledger: &mut Ledger<'_>,
) -> bool {
    // What runs on over lines inside of code may be no address, and hide one that is.
    let has_address = !paragraph.links.is_empty() || paragraph.text.contains("://");
    if !has_address || !paragraph.keeps_lines(lines) {
        return false;
    }
    let about_agenda = under_agenda || has_word(&paragraph.text, &AGENDA);
    let (mut kept, left): (Vec<_>, Vec<_>) =
        addresses(paragraph)
            .into_iter()
            .partition(|address| match what(address) {
                Some(Address::Feed) => true,
                Some(Address::Page) => about_agenda,
                None => false,
            });
    kept.truncate(MOST_ADDRESSES);
    for address in &kept {
        keep(address, lines.0, draft, ledger);
    }
    for line in lines.0..=lines.1 {
        let is_kept = |address: &String| ledger.line(line).contains(address.as_str());
        if kept.iter().any(is_kept) {
            ledger.take(line);
            remark_on_words(line, &kept, ledger);
        }
    }
    for address in left.into_iter().filter(|_| !kept.is_empty()) {
        let message = Message::new("remark-link").text("address", address);
        ledger.remark(lines.0, message);
    }
    !kept.is_empty()
}

/// More addresses than this are no longer an agenda's; the lines with others are unread.
const MOST_ADDRESSES: usize = 5;

/// Says what a line tells beside its addresses and the words that lead to each of them.
fn remark_on_words(line: u32, addresses: &[String], ledger: &mut Ledger<'_>) {
    let text = ledger.line(line);
    let (mut from, mut is_first) = (0, true);
    for span in places(text, addresses) {
        let lead = text.get(from..span.start).unwrap_or_default();
        // The last clause leads to the address; so do others that speak of an agenda.
        let mut sentences = clauses(lead);
        let last = sentences.pop().unwrap_or_default();
        let label = last.rsplit_once('[').map_or(last, |(before, _)| before);
        if !label.trim_end_matches(['<', ' ', '*', '_']).ends_with(':') {
            sentences.push(last);
        }
        for sentence in sentences {
            let leads = is_first && each_word(sentence).any(|word| is_about_agenda(&word));
            if !leads {
                ledger.remark_on_words(line, left_over(sentence, is_about_agenda));
            }
        }
        is_first = false;
        // Its words may be the address once more.
        let rest = text.get(span.end..).unwrap_or_default();
        from = span.end + if rest.starts_with("](") { 2 } else { 0 };
    }
    let rest = text.get(from..).unwrap_or_default();
    ledger.remark_on_words(line, left_over(rest, is_about_agenda));
}

/// Where addresses stand in a text, one after the other; of several at one place the longest.
fn places(text: &str, addresses: &[String]) -> Vec<Range<usize>> {
    let matches = |address: &String| {
        let length = address.len();
        let at = text.match_indices(address.as_str());
        at.map(move |(at, _)| at..at + length).collect::<Vec<_>>()
    };
    let mut all: Vec<_> = addresses.iter().flat_map(matches).collect();
    all.sort_by_key(|span| (span.start, Reverse(span.end)));
    let mut places: Vec<Range<usize>> = Vec::new();
    for span in all {
        if places.last().is_none_or(|last| last.end <= span.start) {
            places.push(span);
        }
    }
    places
}

/// The parts of a text that a point, a comma or the like sets apart.
fn clauses(text: &str) -> Vec<&str> {
    let signs = ['.', ',', ';', '!', '?', '–', '—'];
    let mut clauses = Vec::new();
    let mut from = 0;
    for (space, _) in text.match_indices(char::is_whitespace) {
        let clause = text.get(from..space).unwrap_or_default();
        if clause.ends_with(signs) {
            clauses.push(clause);
            from = space;
        }
    }
    clauses.push(text.get(from..).unwrap_or_default());
    clauses
}

/// Whether a folded word is one that leads to an agenda's address.
pub(crate) fn is_about_agenda(word: &str) -> bool {
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

fn keep(address: &str, line: u32, draft: &mut Draft, ledger: &mut Ledger<'_>) {
    let place = match what(address) {
        Some(Address::Feed) => &mut draft.agenda_feed_url,
        _ => &mut draft.agenda_page_url,
    };
    let known = place.get_or_insert_with(|| address.to_owned());
    if known != address {
        let message = Message::new("remark-agenda-again").text("address", address);
        ledger.remark(line, message);
    }
}

enum Address {
    Feed,
    Page,
}

/// What an address is good for; only those of calendars and of the web are kept at all.
fn what(address: &str) -> Option<Address> {
    let (scheme, rest) = address.split_once("://")?;
    let scheme = scheme.to_ascii_lowercase();
    let path = rest.split(['?', '#']).next().unwrap_or(rest);
    match scheme.as_str() {
        "webcal" | "webcals" => Some(Address::Feed),
        "http" | "https" if path.to_ascii_lowercase().ends_with(".ics") => Some(Address::Feed),
        "http" | "https" if rest.ends_with("?export") => Some(Address::Feed),
        "http" | "https" => Some(Address::Page),
        _ => None,
    }
}

/// The links of a paragraph, and the addresses written out in it.
fn addresses(paragraph: &Inline) -> Vec<String> {
    let written = paragraph
        .text
        .split(|letter: char| letter.is_whitespace() || "<>()[]«»\"".contains(letter))
        .map(|word| word.trim_end_matches(['.', ',', ';', ':']))
        .filter(|word| what(word).is_some());
    let links = paragraph.links.iter().map(String::as_str);
    let mut seen = BTreeSet::new();
    let all = links.chain(written).filter(|address| seen.insert(*address));
    all.map(str::to_owned).collect()
}
