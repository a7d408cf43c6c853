//! The shared agenda's two addresses: the page people look at and the feed they subscribe to.

use deroule_plan::Message;
use deroule_plan::draft::Draft;

use crate::inline::Inline;
use crate::ledger::Ledger;
use crate::words::has_word;

/// The words that announce an agenda.
const AGENDA: [&str; 5] = ["agenda", "agendas", "calendrier", "calendar", "calendars"];

/// Whether a heading is about the shared agenda.
pub(crate) fn announces_agenda(heading: &str) -> bool {
    has_word(heading, &AGENDA)
}

/// Keeps the agenda's addresses a paragraph gives; tells whether there were any.
pub(crate) fn read_addresses(
    paragraph: &Inline,
    under_agenda: bool,
    line: u32,
    draft: &mut Draft,
    ledger: &mut Ledger<'_>,
) -> bool {
    let about_agenda = under_agenda || has_word(&paragraph.text, &AGENDA);
    let mut found = false;
    for address in addresses(paragraph) {
        let place = match what(&address) {
            Some(Address::Feed) => &mut draft.agenda_feed_url,
            Some(Address::Page) if about_agenda => &mut draft.agenda_page_url,
            _ => continue,
        };
        found = true;
        match place {
            None => *place = Some(address),
            Some(known) if *known == address => {}
            Some(_) => {
                let message = Message::new("remark-agenda-again").text("address", address);
                ledger.remark(line, message);
            }
        }
    }
    found
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
