//! Formats dates. The names of days and months are built in, so that all machines write the same.

use chrono::{Datelike, NaiveDate};
use deroule_model::Language;

use crate::typography::NO_BREAK_SPACE;

/// A date style. A message names it: `{ DATE($date, style: "dayMonth") }`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DateStyle {
    /// `vendredi 30 août 2019`, `Friday 30 August 2019`.
    Long,
    /// `30 août 2019`, `30 August 2019`. The default.
    #[default]
    Date,
    /// `30 août`, `30 August`.
    DayMonth,
    /// `ven. 30`, `Fri 30`.
    WeekdayDay,
}

impl DateStyle {
    /// Every style with its name in messages.
    pub const ALL: [(Self, &str); 4] = [
        (Self::Long, "long"),
        (Self::Date, "date"),
        (Self::DayMonth, "dayMonth"),
        (Self::WeekdayDay, "weekdayDay"),
    ];

    /// The style of this name.
    pub fn named(name: &str) -> Option<Self> {
        let found = Self::ALL.iter().find(|(_, own)| *own == name);
        found.map(|(style, _)| *style)
    }
}

/// The names of days, Monday first, and of months.
struct Names {
    weekdays: [&'static str; 7],
    short_weekdays: [&'static str; 7],
    months: [&'static str; 12],
}

const FRENCH: Names = Names {
    weekdays: [
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
    ],
    short_weekdays: ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."],
    months: [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
};

const ENGLISH: Names = Names {
    weekdays: [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ],
    short_weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
};

pub(crate) fn date(language: Language, date: NaiveDate, style: DateStyle) -> String {
    let (names, space) = match language {
        Language::Fr => (&FRENCH, NO_BREAK_SPACE),
        Language::En => (&ENGLISH, ' '),
    };
    let weekday = date.weekday().num_days_from_monday() as usize;
    let name_of = |list: &[&'static str], at: usize| list.get(at).copied().unwrap_or_default();
    let day = match (language, date.day()) {
        (Language::Fr, 1) => "1er".to_owned(),
        (_, day) => day.to_string(),
    };
    let month = name_of(&names.months, date.month0() as usize);
    let year = date.year();
    match style {
        DateStyle::Long => {
            let weekday = name_of(&names.weekdays, weekday);
            format!("{weekday} {day}{space}{month} {year}")
        }
        DateStyle::Date => format!("{day}{space}{month} {year}"),
        DateStyle::DayMonth => format!("{day}{space}{month}"),
        DateStyle::WeekdayDay => {
            let weekday = name_of(&names.short_weekdays, weekday);
            format!("{weekday}{NO_BREAK_SPACE}{}", date.day())
        }
    }
}
