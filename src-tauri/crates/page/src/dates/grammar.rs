//! How the pieces of a date may follow each other.

use chrono::Weekday;

use super::token::{Token, month, weekday};
use super::{WrittenDates, WrittenDay};

/// What was read, and the place of the first token after it.
type Read<T> = Option<(T, usize)>;

/// The dates that begin at a token: one date, a list, or a stretch of them.
pub(super) fn written_at(tokens: &[Token], at: usize) -> Read<WrittenDates> {
    let at = skip(tokens, at, &["du", "from"]);
    let (mut dates, mut next) = date_at(tokens, at)?;
    while let Some((joint, after)) = joint(tokens, next) {
        let after = skip(tokens, after, &["le", "du", "the"]);
        let Some((more, end)) = date_at(tokens, after) else {
            break;
        };
        let single = dates.days.len() == 1 && more.days.len() == 1;
        dates.stretch = joint == Joint::Through && single;
        dates.days.extend(more.days);
        next = end;
        if dates.stretch {
            break;
        }
    }
    Some((dates, next))
}

/// Days that share one month.
fn date_at(tokens: &[Token], at: usize) -> Read<WrittenDates> {
    iso(tokens, at)
        .or_else(|| day_first(tokens, at))
        .or_else(|| tuesday_numeric(tokens, at))
        .or_else(|| month_first(tokens, at))
        .or_else(|| numeric(tokens, at))
}

fn single(day: WrittenDay) -> WrittenDates {
    WrittenDates {
        days: vec![day],
        stretch: false,
        span: 0..0,
    }
}

/// `2019-09-26`
fn iso(tokens: &[Token], at: usize) -> Read<WrittenDates> {
    let (weekday, at) = weekday_at(tokens, at);
    let (year, at) = year_at(tokens, at)?;
    let (month, at) = number_at(tokens, sign(tokens, at, "-")?, 1..=12)?;
    let (day, at) = number_at(tokens, sign(tokens, at, "-")?, 1..=31)?;
    let year = Some(year);
    Some((
        single(WrittenDay {
            day,
            month,
            year,
            weekday,
        }),
        at,
    ))
}

/// `26/09/2019`; without a year only where nothing else is written, for `1/6` may be a fraction.
fn numeric(tokens: &[Token], first: usize) -> Read<WrittenDates> {
    let (weekday, at) = weekday_at(tokens, first);
    let (day, at) = number_at(tokens, at, 1..=31)?;
    let (month, at) = number_at(tokens, sign(tokens, at, "/")?, 1..=12)?;
    let year = sign(tokens, at, "/").and_then(|at| {
        year_at(tokens, at).or_else(|| {
            let (short, at) = number_at(tokens, at, 0..=99)?;
            Some((2000 + i32::try_from(short).ok()?, at))
        })
    });
    let alone = first == 0 && at == tokens.len();
    let (year, at) = match year {
        Some((year, at)) => (Some(year), at),
        None if alone => (None, at),
        None => return None,
    };
    Some((
        single(WrittenDay {
            day,
            month,
            year,
            weekday,
        }),
        at,
    ))
}

/// `mar. 26/09/2019`; without a year `Mar 3/4` are days of March.
fn tuesday_numeric(tokens: &[Token], at: usize) -> Read<WrittenDates> {
    let (mut dates, next) = numeric(tokens, tuesday_at(tokens, at)?)?;
    let day = dates.days.first_mut().filter(|day| day.year.is_some())?;
    day.weekday = Some(Weekday::Tue);
    Some((dates, next))
}

/// `26 septembre`, `mar. 3 septembre`, `16 & 17 mai`, `16 au 18 mai 2019`
fn day_first(tokens: &[Token], at: usize) -> Read<WrittenDates> {
    // The month comes soon, or not at all: days without one are numbers like any others.
    if tokens.get(at)?.month_ahead? > MOST_DAYS * 6 {
        return None;
    }
    let day_at = |tokens: &[Token], at| match tuesday_at(tokens, at) {
        Some(after) => {
            let (day, at) = day_at(tokens, after)?;
            let weekday = Some(Weekday::Tue);
            Some((WrittenDay { weekday, ..day }, at))
        }
        None => day_at(tokens, at),
    };
    let (mut days, stretch, at) = days(tokens, at, day_at)?;
    let at = skip(tokens, at, &["of", "de", "."]);
    let (month, at) = month_at(tokens, at)?;
    let (year, at) = trailing_year(tokens, at);
    for day in &mut days {
        (day.month, day.year) = (month, year);
    }
    let span = 0..0;
    Some((
        WrittenDates {
            days,
            stretch,
            span,
        },
        at,
    ))
}

/// `Sept 26`, `September 26th, 2019`, `May 16-17`
fn month_first(tokens: &[Token], at: usize) -> Read<WrittenDates> {
    let (weekday, at) = weekday_at(tokens, at);
    let (month, at) = month_at(tokens, at)?;
    let (mut days, stretch, at) = days(tokens, at, day_at)?;
    let (year, at) = trailing_year(tokens, at);
    for day in &mut days {
        (day.month, day.year) = (month, year);
    }
    if let Some(first) = days.first_mut() {
        first.weekday = first.weekday.or(weekday);
    }
    let span = 0..0;
    Some((
        WrittenDates {
            days,
            stretch,
            span,
        },
        at,
    ))
}

/// More days than this are not one session's, nor is any month longer.
const MOST_DAYS: usize = 31;

/// Days of a month yet unknown, whether they are a stretch, and what follows.
fn days(
    tokens: &[Token],
    at: usize,
    day_at: impl Fn(&[Token], usize) -> Read<WrittenDay>,
) -> Option<(Vec<WrittenDay>, bool, usize)> {
    let (first, mut next) = day_at(tokens, at)?;
    let mut days = vec![first];
    let mut stretch = false;
    while let Some((joint, after)) = joint(tokens, next) {
        let after = skip(tokens, after, &["le", "the"]);
        let Some((day, end)) = day_at(tokens, after) else {
            break;
        };
        if stretch || days.len() == MOST_DAYS || (joint == Joint::Through && days.len() > 1) {
            return None;
        }
        stretch = joint == Joint::Through;
        days.push(day);
        next = end;
    }
    Some((days, stretch, next))
}

fn day_at(tokens: &[Token], at: usize) -> Read<WrittenDay> {
    let (weekday, at) = weekday_at(tokens, at);
    let at = skip(tokens, at, &["le", "the"]);
    let (day, at) = number_at(tokens, at, 1..=31)?;
    if skip(tokens, at, &["h", ":", "am", "pm"]) > at {
        // An hour: `May 16, 9h30`.
        return None;
    }
    let at = skip(tokens, at, &["er", "st", "nd", "rd", "th"]);
    Some((
        WrittenDay {
            day,
            month: 0,
            year: None,
            weekday,
        },
        at,
    ))
}

fn weekday_at(tokens: &[Token], at: usize) -> (Option<Weekday>, usize) {
    match tokens.get(at).and_then(|token| weekday(&token.text)) {
        Some(day) => (Some(day), skip(tokens, at + 1, &[",", "."])),
        None => (None, at),
    }
}

/// What follows `mar`, short for Tuesday in French where the month comes after the day, and for March
/// elsewhere.
fn tuesday_at(tokens: &[Token], at: usize) -> Option<usize> {
    let word = tokens.get(at)?.text == "mar";
    word.then(|| skip(tokens, at + 1, &[",", "."]))
}

fn month_at(tokens: &[Token], at: usize) -> Read<u32> {
    let month = month(&tokens.get(at)?.text)?;
    Some((month, skip(tokens, at + 1, &["."])))
}

fn trailing_year(tokens: &[Token], at: usize) -> (Option<i32>, usize) {
    year_at(tokens, skip(tokens, at, &[","])).map_or((None, at), |(year, at)| (Some(year), at))
}

fn year_at(tokens: &[Token], at: usize) -> Read<i32> {
    let token = tokens.get(at)?;
    let year = i32::try_from(token.number?).ok()?;
    (token.text.len() == 4 && (1900..2200).contains(&year)).then_some((year, at + 1))
}

fn number_at(tokens: &[Token], at: usize, within: std::ops::RangeInclusive<u32>) -> Read<u32> {
    let token = tokens.get(at)?;
    let number = token.number.filter(|number| within.contains(number))?;
    (token.text.len() <= 2).then_some((number, at + 1))
}

fn sign(tokens: &[Token], at: usize, sign: &str) -> Option<usize> {
    (tokens.get(at)?.text == sign).then_some(at + 1)
}

fn skip(tokens: &[Token], at: usize, words: &[&str]) -> usize {
    let skipped = tokens
        .get(at)
        .is_some_and(|token| words.contains(&token.text.as_str()));
    at + usize::from(skipped)
}

/// How two days hang together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    And,
    Through,
}

fn joint(tokens: &[Token], at: usize) -> Read<Joint> {
    let joint = match tokens.get(at)?.text.as_str() {
        "&" | "," | "/" | "+" | "et" | "and" => Joint::And,
        "-" | "–" | "—" | "‑" | "au" | "to" | "through" => Joint::Through,
        _ => return None,
    };
    // `16, 17 et 18 mai`, `16, 17, and 18 May`
    Some((joint, skip(tokens, at + 1, &["et", "and"])))
}
