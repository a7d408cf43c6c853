//! The words of the sheet in both languages, and how each writes times, dates and spaces.

use chrono::{Datelike, Days, NaiveDate};
use deroule_plan::Kind;

use crate::Language;

const FR_DAYS: [&str; 7] = [
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
];
const FR_MONTHS: [&str; 12] = [
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
];

/// A day, in minutes.
pub(crate) const DAY: u32 = 24 * 60;

/// A space that does not break and is as narrow as French wants it before `; ! ?`.
const THIN: char = '\u{202f}';
/// A space that does not break.
const HARD: char = '\u{a0}';

/// Words of one language.
#[derive(Clone, Copy)]
pub(crate) struct Words(pub(crate) Language);

impl Words {
    fn pick(self, fr: &'static str, en: &'static str) -> &'static str {
        match self.0 {
            Language::Fr => fr,
            Language::En => en,
        }
    }

    /// `9h30`, `09:30`: what the clock shows, on whatever day.
    pub(crate) fn time(self, minutes: u32) -> String {
        let (hour, minute) = (minutes % DAY / 60, minutes % 60);
        match (self.0, minute) {
            (Language::Fr, 0) => format!("{hour}h"),
            (Language::Fr, _) => format!("{hour}h{minute:02}"),
            (Language::En, _) => format!("{hour:02}:{minute:02}"),
        }
    }

    /// `45 min`, `1 h 15`.
    pub(crate) fn length(self, minutes: u32) -> String {
        match (minutes / 60, minutes % 60) {
            (0, rest) => format!("{rest}{HARD}min"),
            (hours, 0) => format!("{hours}{HARD}h"),
            (hours, rest) => format!("{hours}{HARD}h{HARD}{rest:02}"),
        }
    }

    /// `9h30 – 18h30`, `09:30–18:30`; past midnight `1h (+1 j)`, `01:00 (+1 d)`.
    pub(crate) fn hours(self, start: u32, end: u32) -> String {
        let dash = self.pick("\u{a0}– ", "–");
        let time = |minutes: u32| match minutes / DAY {
            0 => self.time(minutes),
            days => format!("{}{HARD}({})", self.time(minutes), self.days_on(days)),
        };
        format!("{}{dash}{}", time(start), time(end))
    }

    /// An end as it stands beside its start: a day on only where its time alone would read otherwise.
    pub(crate) fn until(self, start: u32, end: u32) -> String {
        match end.saturating_sub(start) / DAY {
            0 => self.time(end),
            days => format!("{}{HARD}{}", self.time(end), self.days_on(days)),
        }
    }

    /// The day on which a time is that no longer is on the day of its sheet: `dim. 29`, `Sun 29`, else
    /// `+1 j`, `+1 d`.
    pub(crate) fn day_mark(self, date: Option<NaiveDate>, minutes: u32) -> String {
        let days = minutes / DAY;
        let on = date.and_then(|date| date.checked_add_days(Days::new(u64::from(days))));
        match (on, self.0) {
            (None, _) => self.days_on(days),
            (Some(on), Language::En) => on.format("%a\u{a0}%-d").to_string(),
            (Some(on), Language::Fr) => {
                let weekday = FR_DAYS.get(on.weekday().num_days_from_monday() as usize);
                let short: String = weekday
                    .copied()
                    .unwrap_or_default()
                    .chars()
                    .take(3)
                    .collect();
                format!("{short}.{HARD}{}", on.day())
            }
        }
    }

    fn days_on(self, days: u32) -> String {
        format!("+{days}{HARD}{}", self.pick("j", "d"))
    }

    /// Minutes in which nothing is planned.
    pub(crate) fn free(self, minutes: u32) -> String {
        format!("{} {}", self.length(minutes), self.pick("libres", "free"))
    }

    /// That a pin comes before the slot before has ended.
    pub(crate) fn overrun(self, minutes: u32) -> String {
        let length = self.length(minutes);
        match self.0 {
            Language::Fr => format!("Commence {length} avant la fin de ce qui précède"),
            Language::En => format!("Starts {length} before what precedes it has ended"),
        }
    }

    /// `vendredi 30 août 2019`, `Friday 30 August 2019`.
    pub(crate) fn date(self, date: NaiveDate) -> String {
        match self.0 {
            Language::Fr => {
                let weekday = FR_DAYS.get(date.weekday().num_days_from_monday() as usize);
                format!(
                    "{} {}",
                    weekday.copied().unwrap_or_default(),
                    self.short_date(date)
                )
            }
            Language::En => date.format("%A %-d %B %Y").to_string(),
        }
    }

    /// `30 août 2019`, `30 August 2019`.
    pub(crate) fn short_date(self, date: NaiveDate) -> String {
        match self.0 {
            Language::Fr => {
                let month = FR_MONTHS
                    .get(date.month0() as usize)
                    .copied()
                    .unwrap_or_default();
                let day = if date.day() == 1 {
                    "1er".to_owned()
                } else {
                    date.day().to_string()
                };
                format!("{day}{HARD}{month} {}", date.year())
            }
            Language::En => date.format("%-d %B %Y").to_string(),
        }
    }

    pub(crate) fn kind(self, kind: Kind) -> &'static str {
        match kind {
            Kind::Welcome => self.pick("Accueil", "Welcome"),
            Kind::Plenary => self.pick("Plénière", "Plenary"),
            Kind::Activity => self.pick("Activité", "Activity"),
            Kind::Workshop => self.pick("Atelier", "Workshop"),
            Kind::Break => self.pick("Pause", "Break"),
            Kind::Meal => self.pick("Repas", "Meal"),
            Kind::FreeTime => self.pick("Temps libre", "Free time"),
            Kind::Travel => self.pick("Trajet", "Travel"),
            Kind::WrapUp => self.pick("Clôture", "Wrap-up"),
        }
    }

    pub(crate) fn cancelled(self) -> &'static str {
        self.pick("Session annulée", "Session cancelled")
    }

    pub(crate) fn empty(self) -> &'static str {
        self.pick(
            "Le déroulé n’est pas encore composé.",
            "The running order is not composed yet.",
        )
    }

    pub(crate) fn undated(self) -> &'static str {
        self.pick("date à confirmer", "date to be confirmed")
    }

    pub(crate) fn notes(self) -> &'static str {
        self.pick("Notes", "Notes")
    }

    pub(crate) fn pinned(self) -> &'static str {
        self.pick("heure fixe", "fixed time")
    }

    pub(crate) fn material(self) -> String {
        self.spaced(self.pick("Matériel :", "Material:"))
    }

    pub(crate) fn crew_sheet(self) -> &'static str {
        self.pick("Feuille de l’équipe", "Crew sheet")
    }

    pub(crate) fn room(self) -> &'static str {
        self.pick("Salle", "Room")
    }

    pub(crate) fn setup(self) -> &'static str {
        self.pick("Installation", "Set-up")
    }

    pub(crate) fn tidy(self) -> &'static str {
        self.pick("Rangement", "Tidy-up")
    }

    /// The name of a track that has none, by its place.
    pub(crate) fn track(self, number: u32) -> String {
        format!("{}{HARD}{number}", self.pick("Piste", "Track"))
    }

    pub(crate) fn data_of(self, date: NaiveDate) -> String {
        match self.0 {
            Language::Fr => format!("Données du {}", self.short_date(date)),
            Language::En => format!("Data of {}", self.short_date(date)),
        }
    }

    pub(crate) fn tag(self) -> &'static str {
        self.pick("fr", "en")
    }

    /// The organiser's text with the spaces its language wants: in French, none that break before
    /// `: ; ? !` or inside guillemets. Only spaces that are there are changed.
    pub(crate) fn spaced(self, text: &str) -> String {
        if self.0 == Language::En {
            return text.to_owned();
        }
        let letters: Vec<char> = text.chars().collect();
        let near = |at: Option<usize>| at.and_then(|at| letters.get(at)).copied();
        let space = |(at, letter): (usize, &char)| {
            let (before, after) = (near(at.checked_sub(1)), near(Some(at + 1)));
            match (*letter, before, after) {
                (' ', _, Some(';' | '?' | '!')) => THIN,
                (' ', _, Some(':' | '»')) | (' ', Some('«'), _) => HARD,
                (' ', Some('°'), Some(digit)) if digit.is_ascii_digit() => HARD,
                (other, ..) => other,
            }
        };
        letters.iter().enumerate().map(space).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Language, Words};

    #[test]
    fn french_marks_keep_to_their_words() {
        let words = Words(Language::Fr);
        assert_eq!(
            words.spaced("Qui ? « Nous » : tous !"),
            "Qui\u{202f}? «\u{a0}Nous\u{a0}»\u{a0}: tous\u{202f}!"
        );
        assert_eq!(words.spaced("Atelier n° 1"), "Atelier n°\u{a0}1");
        assert_eq!(Words(Language::En).spaced("Who ?"), "Who ?");
    }

    #[test]
    fn times_are_written_the_language_s_way() {
        assert_eq!(Words(Language::Fr).time(570), "9h30");
        assert_eq!(Words(Language::Fr).time(540), "9h");
        assert_eq!(Words(Language::En).time(570), "09:30");
    }

    #[test]
    fn past_midnight_the_clock_starts_anew_and_the_day_is_said() {
        let (fr, en) = (Words(Language::Fr), Words(Language::En));
        assert_eq!(
            (fr.time(1590), en.time(1590)),
            ("2h30".into(), "02:30".into())
        );
        assert_eq!(fr.hours(1080, 1590), "18h\u{a0}– 2h30\u{a0}(+1\u{a0}j)");
        assert_eq!(en.hours(1080, 1590), "18:00–02:30\u{a0}(+1\u{a0}d)");
        assert_eq!(fr.until(1380, 1590), "2h30");
        assert_eq!(fr.until(60, 1590), "2h30\u{a0}+1\u{a0}j");
        let date = chrono::NaiveDate::from_ymd_opt(2026, 3, 28);
        assert_eq!(fr.day_mark(date, 1590), "dim.\u{a0}29");
        assert_eq!(en.day_mark(date, 1590), "Sun\u{a0}29");
        assert_eq!(fr.day_mark(None, 1590), "+1\u{a0}j");
    }
}
