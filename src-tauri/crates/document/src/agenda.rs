//! The shared agenda's two addresses: the page people look at and the feed they subscribe to.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use deroule_plan::Message;
use deroule_plan::draft::Draft;

use crate::inline::Inline;
use crate::ledger::Ledger;
use crate::leftover::left_over;
use crate::words::{has_word, words};

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
    if !paragraph.keeps_lines(lines) {
        return false;
    }
    let about_agenda = under_agenda || has_word(&paragraph.text, &AGENDA);
    let (kept, left): (Vec<_>, Vec<_>) =
        addresses(paragraph)
            .into_iter()
            .partition(|address| match what(address) {
                Some(Address::Feed) => true,
                Some(Address::Page) => about_agenda,
                None => false,
            });
    let mut lines_kept = BTreeSet::new();
    for address in &kept {
        for line in lines.0..=lines.1 {
            if ledger.line(line).contains(address.as_str()) {
                ledger.take(line);
                lines_kept.insert(line);
            }
        }
        keep(address, lines.0, draft, ledger);
    }
    for line in lines_kept {
        remark_on_words(line, &kept, ledger);
    }
    for address in left.into_iter().filter(|_| !kept.is_empty()) {
        let message = Message::new("remark-link").text("address", address);
        ledger.remark(lines.0, message);
    }
    !kept.is_empty()
}

/// Says what a line tells beside its addresses and the words that lead to each of them.
fn remark_on_words(line: u32, addresses: &[String], ledger: &mut Ledger<'_>) {
    let mut rest = ledger.line(line);
    let mut is_first = true;
    loop {
        let next = addresses
            .iter()
            .filter_map(|address| Some((rest.find(address.as_str())?, address.len())))
            .min_by_key(|(at, length)| (*at, Reverse(*length)));
        let Some((at, length)) = next else {
            break;
        };
        let lead = rest.get(..at).unwrap_or_default();
        // The last clause leads to the address; so do others that speak of an agenda.
        let mut sentences = clauses(lead);
        let last = sentences.pop().unwrap_or_default();
        let label = last.rsplit_once('[').map_or(last, |(before, _)| before);
        if !label.trim_end_matches(['<', ' ', '*', '_']).ends_with(':') {
            sentences.push(last);
        }
        for sentence in sentences {
            let leads = is_first && words(sentence).iter().any(|word| is_about_agenda(word));
            if !leads {
                ledger.remark_on_words(line, left_over(sentence, is_about_agenda));
            }
        }
        is_first = false;
        rest = rest.get(at + length..).unwrap_or_default();
        // Its words may be the address once more.
        rest = rest.strip_prefix("](").unwrap_or(rest);
    }
    ledger.remark_on_words(line, left_over(rest, is_about_agenda));
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
    let mut addresses = paragraph.links.clone();
    let written = paragraph
        .text
        .split(|letter: char| letter.is_whitespace() || "<>()[]«»\"".contains(letter))
        .map(|word| word.trim_end_matches(['.', ',', ';', ':']))
        .filter(|word| what(word).is_some());
    for address in written {
        if !addresses.iter().any(|known| known == address) {
            addresses.push(address.to_owned());
        }
    }
    addresses
}
