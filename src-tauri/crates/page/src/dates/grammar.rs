//! The grammar of dates, as a recursive-descent parser over tokens.

use chrono::Weekday;

use super::token::{Token, month, weekday};
use super::written::{WrittenDates, WrittenDay};

/// What was parsed, and the position of the token after it.
type Parsed<T> = Option<(T, usize)>;

/// The most days of one session. No month has more.
const MAX_DAYS: usize = 31;
/// The most tokens that `MAX_DAYS` days take up before their month.
const MAX_TOKENS_TO_MONTH: usize = MAX_DAYS * 6;

/// The dates that begin at a token: one date, a list or a range.
pub(super) fn dates_at(tokens: &[Token], at: usize) -> Parsed<WrittenDates> {
    let at = skip(tokens, at, &["du", "from"]);
    let (mut dates, mut next) = days_of_month(tokens, at)?;
    while let Some((connector, after)) = connector(tokens, next) {
        let after = skip(tokens, after, &["le", "du", "the"]);
        let Some((more, end)) = days_of_month(tokens, after) else {
            break;
        };
        let are_single = dates.days.len() == 1 && more.days.len() == 1;
        dates.is_range = connector == Connector::Through && are_single;
        dates.days.extend(more.days);
        next = end;
        if dates.is_range {
            break;
        }
    }
    Some((dates, next))
}

/// One or several days of one month.
fn days_of_month(tokens: &[Token], at: usize) -> Parsed<WrittenDates> {
    iso(tokens, at)
        .or_else(|| day_first(tokens, at))
        .or_else(|| tuesday_numeric(tokens, at))
        .or_else(|| month_first(tokens, at))
        .or_else(|| numeric(tokens, at))
}

fn single(day: WrittenDay) -> WrittenDates {
    WrittenDates {
        days: vec![day],
        is_range: false,
        span: 0..0,
    }
}

/// `2019-09-26`
fn iso(tokens: &[Token], at: usize) -> Parsed<WrittenDates> {
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

/// `26/09/2019`. Without a year it must be the whole text, since `1/6` may be a fraction.
fn numeric(tokens: &[Token], first: usize) -> Parsed<WrittenDates> {
    let (weekday, at) = weekday_at(tokens, first);
    let (day, at) = number_at(tokens, at, 1..=31)?;
    let (month, at) = number_at(tokens, sign(tokens, at, "/")?, 1..=12)?;
    let year = sign(tokens, at, "/").and_then(|at| {
        year_at(tokens, at).or_else(|| {
            let (short, at) = number_at(tokens, at, 0..=99)?;
            Some((2000 + i32::try_from(short).ok()?, at))
        })
    });
    let is_whole_text = first == 0 && at == tokens.len();
    let (year, at) = match year {
        Some((year, at)) => (Some(year), at),
        None if is_whole_text => (None, at),
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

/// `mar. 26/09/2019`. Without a year, `Mar 3/4` are days of March.
fn tuesday_numeric(tokens: &[Token], at: usize) -> Parsed<WrittenDates> {
    let (mut dates, next) = numeric(tokens, tuesday_at(tokens, at)?)?;
    let day = dates.days.first_mut().filter(|day| day.year.is_some())?;
    day.weekday = Some(Weekday::Tue);
    Some((dates, next))
}

/// `26 septembre`, `mar. 3 septembre`, `16 & 17 mai`, `16 au 18 mai 2019`
fn day_first(tokens: &[Token], at: usize) -> Parsed<WrittenDates> {
    // Numbers without a month soon after them are no days.
    if tokens.get(at)?.tokens_to_month? > MAX_TOKENS_TO_MONTH {
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
    let (mut days, is_range, at) = days(tokens, at, day_at)?;
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
            is_range,
            span,
        },
        at,
    ))
}

/// `Sept 26`, `September 26th, 2019`, `May 16-17`
fn month_first(tokens: &[Token], at: usize) -> Parsed<WrittenDates> {
    let (weekday, at) = weekday_at(tokens, at);
    let (month, at) = month_at(tokens, at)?;
    let (mut days, is_range, at) = days(tokens, at, day_at)?;
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
            is_range,
            span,
        },
        at,
    ))
}

/// Days before or after their month, whether they are a range, and the position after them.
fn days(
    tokens: &[Token],
    at: usize,
    day_at: impl Fn(&[Token], usize) -> Parsed<WrittenDay>,
) -> Option<(Vec<WrittenDay>, bool, usize)> {
    let (first, mut next) = day_at(tokens, at)?;
    let mut days = vec![first];
    let mut is_range = false;
    while let Some((connector, after)) = connector(tokens, next) {
        let after = skip(tokens, after, &["le", "the"]);
        let Some((day, end)) = day_at(tokens, after) else {
            break;
        };
        if is_range || days.len() == MAX_DAYS || (connector == Connector::Through && days.len() > 1)
        {
            return None;
        }
        is_range = connector == Connector::Through;
        days.push(day);
        next = end;
    }
    Some((days, is_range, next))
}

fn day_at(tokens: &[Token], at: usize) -> Parsed<WrittenDay> {
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

/// The position after `mar`, read as *mardi*.
///
/// It is Tuesday where the month follows the day, and March elsewhere.
fn tuesday_at(tokens: &[Token], at: usize) -> Option<usize> {
    let is_mar = tokens.get(at)?.text == "mar";
    is_mar.then(|| skip(tokens, at + 1, &[",", "."]))
}

fn month_at(tokens: &[Token], at: usize) -> Parsed<u32> {
    let month = month(&tokens.get(at)?.text)?;
    Some((month, skip(tokens, at + 1, &["."])))
}

fn trailing_year(tokens: &[Token], at: usize) -> (Option<i32>, usize) {
    year_at(tokens, skip(tokens, at, &[","])).map_or((None, at), |(year, at)| (Some(year), at))
}

fn year_at(tokens: &[Token], at: usize) -> Parsed<i32> {
    let token = tokens.get(at)?;
    let year = i32::try_from(token.number?).ok()?;
    (token.text.len() == 4 && (1900..2200).contains(&year)).then_some((year, at + 1))
}

fn number_at(tokens: &[Token], at: usize, within: std::ops::RangeInclusive<u32>) -> Parsed<u32> {
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

/// What connects two days.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Connector {
    And,
    Through,
}

fn connector(tokens: &[Token], at: usize) -> Parsed<Connector> {
    let connector = match tokens.get(at)?.text.as_str() {
        "&" | "," | "/" | "+" | "et" | "and" => Connector::And,
        "-" | "–" | "—" | "‑" | "au" | "to" | "through" => Connector::Through,
        _ => return None,
    };
    // `16, 17 et 18 mai`, `16, 17, and 18 May`
    Some((connector, skip(tokens, at + 1, &["et", "and"])))
}
