//! Clock times and durations. Both are minutes; clock times count from midnight and may pass 24 h.

use deroule_model::Language;

use crate::typography::NO_BREAK_SPACE;

/// Minutes of a day.
const DAY: u32 = 24 * 60;

/// How many midnights a clock time has passed: 0 on its day, 1 on the next.
///
/// ```
/// assert_eq!(deroule_text::midnights(26 * 60 + 30), 1);
/// ```
pub fn midnights(minutes: u32) -> u32 {
    minutes / DAY
}

/// What the clock shows on any day: `9h30`, `09:30`.
pub(crate) fn clock(language: Language, minutes: u32) -> String {
    let (hour, minute) = (minutes % DAY / 60, minutes % 60);
    match (language, minute) {
        (Language::Fr, 0) => format!("{hour}h"),
        (Language::Fr, _) => format!("{hour}h{minute:02}"),
        (Language::En, _) => format!("{hour:02}:{minute:02}"),
    }
}

/// A clock time with the days after the first: `9h30`, `2h30 (+1 j)`, `02:30 (+1 d)`.
pub(crate) fn time(language: Language, minutes: u32) -> String {
    let shown = clock(language, minutes);
    match midnights(minutes) {
        0 => shown,
        days => format!("{shown}{NO_BREAK_SPACE}({})", days_later(language, days)),
    }
}

/// A number of days after another day: `+1 j`, `+1 d`.
pub(crate) fn days_later(language: Language, days: u32) -> String {
    let unit = match language {
        Language::Fr => 'j',
        Language::En => 'd',
    };
    format!("+{days}{NO_BREAK_SPACE}{unit}")
}

/// From start to end: `9h30 – 18h30`, `09:30–18:30`. A milestone has one time.
pub(crate) fn hours(language: Language, start: u32, end: u32) -> String {
    let from = time(language, start);
    if start >= end {
        return from;
    }
    let to = time(language, end);
    match language {
        Language::Fr => format!("{from}{NO_BREAK_SPACE}– {to}"),
        Language::En => format!("{from}–{to}"),
    }
}

/// An end next to its start. Names the day only where it is 24 hours later or more.
pub(crate) fn end(language: Language, start: u32, end: u32) -> String {
    let shown = clock(language, end);
    match end.saturating_sub(start) / DAY {
        0 => shown,
        days => format!("{shown}{NO_BREAK_SPACE}{}", days_later(language, days)),
    }
}

/// A duration: `45 min`, `1 h`, `1 h 15`.
pub(crate) fn duration(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, rest) => format!("{rest}{NO_BREAK_SPACE}min"),
        (hours, 0) => format!("{hours}{NO_BREAK_SPACE}h"),
        (hours, rest) => format!("{hours}{NO_BREAK_SPACE}h{NO_BREAK_SPACE}{rest:02}"),
    }
}
