//! Clock times and durations. Both are minutes; clock times count from midnight and may pass 24 h.

use deroule_model::Language;

use crate::typography::NO_BREAK_SPACE;

/// Minutes of a day.
pub(crate) const DAY: u32 = 24 * 60;

/// What the clock shows, whatever the day: `9h30`, `09:30`.
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
    match minutes / DAY {
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

/// An end shown next to its start. Names the day only where the clock alone would be misread.
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
