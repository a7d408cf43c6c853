//! Any text can be parsed, and nothing in it is lost in silence.

#![allow(clippy::unwrap_used, reason = "a test stops where it can't go on")]

use deroule_page::{MAX_PAGE_BYTES, Options, PageError, dates, hours, kinds, parse, parse_lines};
use proptest::prelude::*;

/// Lines that an organiser may write. `@` stands for a word that must not get lost.
const SHAPES: [&str; 67] = [
    "@",
    "- @",
    "- 9h - 10h : @",
    "- 9h30 : @",
    "- 14h-13h : @",
    "- 23h - 1h : @ **",
    "- 10h : ~~atelier~~ @",
    "- 10h : ~~@~~ pause",
    "- ~~10h : @~~",
    "- 10h : [pause](https://exemple.fr/@)",
    "- [ ] @",
    "* 10h – @ (3 ateliers en parallèle)",
    "1. @",
    "2. 11h @",
    "  - @",
    "    @",
    "9h @",
    "> @",
    "> 9h : @",
    "```",
    "<b>@</b>",
    "10h : <b>@</b>",
    "[page](https://exemple.fr/@)",
    "agenda : https://exemple.fr/@",
    "agenda : webcal://exemple.fr/@",
    "[agenda](mailto:@) webcal://exemple.fr",
    "[repère]: https://exemple.fr/@",
    "[autre]:\nhttps://exemple.fr/@",
    "- [repère]: https://exemple.fr/@",
    "10h : pause<br>@",
    "10h : pause&#10;@",
    "9h : `@",
    "`@`",
    "9h : `@",
    "**Idées :**",
    "## Idées d'ateliers",
    "### Session du 30 août",
    "### Session du 3 mai (DIG seuls)",
    "## Programme 2019",
    "---",
    "===",
    "",
    "",
    "| Session | Dates | Horaires | Divers |\n|---|---|---|---|",
    "| Dates | Public |\n|---|---|",
    "| @ | 30 août | 9h-18h | |",
    "| Session DIG | 30 août @ | 9h-18h | |",
    "| Session DIG | @ | 9h-18h | |",
    "| Session DIG | 30 août | 9h-18h @ | |",
    "| Session DIG | 30 août | 9h-18h pour @, 14h-18h pour Mentors | @ |",
    "| Session ~~@~~ DIG | 3 mai | 9h-8h | @ | beyond |",
    "| [Session](https://exemple.fr/@) | @ annulé |",
    "@ sans barre",
    "# @",
    "### @",
    "## Programme 2019 @",
    "## Agenda partagé : @",
    "## Idées @",
    "**Idées d'ateliers : @**",
    "### Session du 30 août, 10h-17h, @",
    "### Session du 3 mai (@ seuls) annulé",
    "### 9h30 - 10h : @",
    "#### 14h @",
    "- 10h - 11h : ateliers (3 en parallèle : @, budget)",
    "agenda : https://exemple.fr/a @",
    "@. Voir l'agenda : https://exemple.fr/a",
    "[agenda](https://exemple.fr/a) @ [flux](webcal://exemple.fr/b)",
];

fn page_with_words(lines: &[usize]) -> (String, Vec<String>) {
    let mut page = String::new();
    let mut words = Vec::new();
    for (at, shape) in lines.iter().enumerate() {
        let word = format!("zq{at}x");
        let line = SHAPES[*shape].replace('@', &word);
        if line.contains(&word) {
            words.push(word);
        }
        page.push_str(&line);
        page.push('\n');
    }
    (page, words)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 1000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_word_of_a_page_is_in_the_draft_a_remark_or_an_unread_line(
        lines in proptest::collection::vec(0..SHAPES.len(), 1..25)
    ) {
        let (page, words) = page_with_words(&lines);
        let parsed = parse(&page, &Options::default()).unwrap();
        let result = serde_json::to_string(&parsed).unwrap().to_lowercase();
        for word in words {
            prop_assert!(result.contains(&word), "{word} got lost in\n{page}\n{result}");
        }
    }

    #[test]
    fn every_pasted_word_is_in_a_slot_a_remark_or_an_unread_line(
        lines in proptest::collection::vec(0..SHAPES.len(), 1..25)
    ) {
        let (text, words) = page_with_words(&lines);
        let result = serde_json::to_string(&parse_lines(&text).unwrap()).unwrap();
        for word in words {
            prop_assert!(result.contains(&word), "{word} got lost in\n{text}\n{result}");
        }
    }

    #[test]
    fn only_text_with_nul_is_refused(text in "(?s).{0,400}") {
        let has_nul = text.contains('\0');
        prop_assert_eq!(parse(&text, &Options::default()).is_err(), has_nul);
        prop_assert_eq!(parse_lines(&text).is_err(), has_nul);
    }

    #[test]
    fn spans_of_dates_and_rests_of_hours_are_in_the_text(text in "[0-9hH:àaû &/.éè-]{0,30}") {
        if let Some(found) = dates::find_dates(&text) {
            prop_assert!(text.get(found.span).is_some());
        }
        if let Some((before, _, after)) = hours::find_hours(&text) {
            prop_assert!(text.starts_with(before) && text.ends_with(after));
        }
        kinds::infer_kind(&text);
    }

    #[test]
    fn byte_order_mark_and_line_ends_change_nothing(
        lines in proptest::collection::vec(0..SHAPES.len(), 1..25)
    ) {
        let (page, _) = page_with_words(&lines);
        let crlf = page.replace('\n', "\r\n");
        let parsed = parse(&page, &Options::default()).unwrap();
        let marked = format!("\u{feff}{crlf}");
        prop_assert_eq!(parse(&marked, &Options::default()).unwrap(), parsed);
    }
}

#[test]
fn page_over_the_size_limit_is_refused() {
    let page = "a".repeat(MAX_PAGE_BYTES + 1);
    let refused = PageError::TooBig {
        bytes: MAX_PAGE_BYTES + 1,
        limit: MAX_PAGE_BYTES,
    };
    assert_eq!(parse(&page, &Options::default()), Err(refused));
}

#[test]
fn page_with_nul_is_refused() {
    assert_eq!(parse("a\0b", &Options::default()), Err(PageError::NotText));
}

#[test]
fn deeply_nested_quotes_and_lists_are_unread() {
    for mark in ["> ", "- ", "* 1. "] {
        let page = format!("{}fond\n", mark.repeat(20_000));
        let unread = parse(&page, &Options::default()).unwrap().unread;
        assert_eq!(unread.len(), 1, "{mark}");
    }
}

#[test]
fn very_long_line_is_unread_and_the_lines_around_it_are_read() {
    let long = "(1, ".repeat(100_000);
    let text = format!("9h - 10h : accueil\n{long}\n10h - 11h : standup\n");
    let lines = parse_lines(&text).unwrap();
    assert_eq!(lines.slots.len(), 2);
    assert_eq!(lines.unread.len(), 1);
    assert_eq!(lines.unread[0].line, 2);
}
