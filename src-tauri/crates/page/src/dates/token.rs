//! Splits a text into the tokens that dates are written with.

use std::ops::Range;

use chrono::Weekday;

use crate::normalize::{fold, is_combining_accent};

/// A number, a folded word or a sign.
pub(super) struct Token {
    pub(super) text: String,
    pub(super) number: Option<u32>,
    pub(super) span: Range<usize>,
    /// The number of tokens to the next name of a month; 0 if this is one.
    pub(super) tokens_to_month: Option<usize>,
}

/// Splits a text into runs of digits, runs of letters, and single signs.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut spans: Vec<(Class, Range<usize>)> = Vec::new();
    for (at, letter) in text.char_indices() {
        let class = class(letter);
        let end = at + letter.len_utf8();
        match spans.last_mut() {
            Some((last, span)) if *last == class && class != Class::Sign && span.end == at => {
                span.end = end;
            }
            _ if class == Class::Space => {}
            _ => spans.push((class, at..end)),
        }
    }
    let mut tokens: Vec<_> = spans
        .into_iter()
        .map(|(_, span)| {
            let text = fold(text.get(span.clone()).unwrap_or_default());
            Token {
                number: text.parse().ok(),
                text,
                span,
                tokens_to_month: None,
            }
        })
        .collect();
    let mut distance = None;
    for token in tokens.iter_mut().rev() {
        distance = match month(&token.text) {
            Some(_) => Some(0),
            None => distance.map(|distance| distance + 1),
        };
        token.tokens_to_month = distance;
    }
    tokens
}

/// Whether a text contains a day of the week. Quicker than splitting it into tokens.
pub(super) fn has_weekday(text: &str) -> bool {
    text.split(|letter: char| !letter.is_ascii_alphabetic())
        .filter(|word| (3..=9).contains(&word.len()))
        .any(|word| {
            let mut lower = [0; 9];
            let lower = lower.get_mut(..word.len()).unwrap_or_default();
            lower.copy_from_slice(word.as_bytes());
            lower.make_ascii_lowercase();
            std::str::from_utf8(lower).is_ok_and(|word| weekday(word).is_some() || word == "mar")
        })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Digit,
    Letter,
    Sign,
    Space,
}

fn class(letter: char) -> Class {
    match letter {
        _ if letter.is_ascii_digit() => Class::Digit,
        _ if letter.is_alphabetic() || is_combining_accent(letter) => Class::Letter,
        _ if letter.is_whitespace() => Class::Space,
        _ => Class::Sign,
    }
}

/// The month a folded word names.
pub(super) fn month(word: &str) -> Option<u32> {
    Some(match word {
        "janvier" | "janv" | "january" | "jan" => 1,
        "fevrier" | "fevr" | "fev" | "february" | "feb" => 2,
        "mars" | "march" | "mar" => 3,
        "avril" | "avr" | "april" | "apr" => 4,
        "mai" | "may" => 5,
        "juin" | "june" | "jun" => 6,
        "juillet" | "juil" | "july" | "jul" => 7,
        "aout" | "august" | "aug" => 8,
        "septembre" | "september" | "sept" | "sep" => 9,
        "octobre" | "october" | "oct" => 10,
        "novembre" | "november" | "nov" => 11,
        "decembre" | "december" | "dec" => 12,
        _ => return None,
    })
}

/// The day of the week a folded word names.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "lundi" | "lun" | "monday" | "mon" => Weekday::Mon,
        "mardi" | "tuesday" | "tue" => Weekday::Tue,
        "mercredi" | "mer" | "wednesday" | "wed" => Weekday::Wed,
        "jeudi" | "jeu" | "thursday" | "thu" => Weekday::Thu,
        "vendredi" | "ven" | "friday" | "fri" => Weekday::Fri,
        "samedi" | "sam" | "saturday" | "sat" => Weekday::Sat,
        "dimanche" | "dim" | "sunday" | "sun" => Weekday::Sun,
        _ => return None,
    })
}
