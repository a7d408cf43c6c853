//! The words of messages outside the window, from the same Fluent files as the window's.

use chrono::{Datelike, NaiveDate};
use deroule_plan::{Argument, Message};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::wire::Language;

const FR: [&str; 4] = [
    include_str!("../../../../ui/src/i18n/fr/messages.ftl"),
    include_str!("../../../../ui/src/i18n/fr/remarks.ftl"),
    include_str!("../../../../ui/src/i18n/fr/calendar.ftl"),
    include_str!("../../../../ui/src/i18n/fr/shell.ftl"),
];
const EN: [&str; 4] = [
    include_str!("../../../../ui/src/i18n/en/messages.ftl"),
    include_str!("../../../../ui/src/i18n/en/remarks.ftl"),
    include_str!("../../../../ui/src/i18n/en/calendar.ftl"),
    include_str!("../../../../ui/src/i18n/en/shell.ftl"),
];

/// A day, in minutes.
const DAY: u32 = 24 * 60;

/// The word list of one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
    language: Language,
}

impl Words {
    /// The words of `language`.
    pub fn of(language: Language) -> Self {
        let (tag, sources) = match language {
            Language::Fr => ("fr", FR),
            Language::En => ("en", EN),
        };
        let mut bundle = FluentBundle::new_concurrent(tag.parse().into_iter().collect());
        bundle.set_use_isolating(false);
        for source in sources {
            // A line the parser rejects is left out; a test holds that there is none.
            let resource = match FluentResource::try_new(source.to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self { bundle, language }
    }

    /// `message` in words; its bare code, should the list not have it.
    pub fn say(&self, message: &Message) -> String {
        let pattern = self
            .bundle
            .get_message(&message.code)
            .and_then(|found| found.value());
        let Some(pattern) = pattern else {
            return message.code.clone();
        };
        let mut args = FluentArgs::new();
        for (name, value) in &message.args {
            args.set(name.as_str(), self.value(value));
        }
        self.bundle
            .format_pattern(pattern, Some(&args), &mut Vec::new())
            .into_owned()
    }

    /// What is said of something, after its name: « nom : détail », `name: detail`.
    pub fn listed(&self, name: &str, detail: &str) -> String {
        match self.language {
            Language::Fr => format!("{name}\u{a0}: {detail}"),
            Language::En => format!("{name}: {detail}"),
        }
    }

    /// A time of day as this language writes it: `9h30`, `09:30`; past midnight `2h30 (+1 j)`,
    /// `02:30 (+1 d)`.
    pub fn time(&self, minutes: u32) -> String {
        let (days, hour, minute) = (minutes / DAY, minutes % DAY / 60, minutes % 60);
        let (clock, unit) = match (self.language, minute) {
            (Language::Fr, 0) => (format!("{hour}h"), 'j'),
            (Language::Fr, _) => (format!("{hour}h{minute:02}"), 'j'),
            (Language::En, _) => (format!("{hour:02}:{minute:02}"), 'd'),
        };
        if days == 0 {
            clock
        } else {
            format!("{clock}\u{a0}(+{days}\u{a0}{unit})")
        }
    }

    /// A duration: `45 min`, `1 h 15`.
    pub fn minutes(&self, minutes: u32) -> String {
        let (hours, rest) = (minutes / 60, minutes % 60);
        match (hours, rest) {
            (0, _) => format!("{rest}\u{a0}min"),
            (_, 0) => format!("{hours}\u{a0}h"),
            _ => format!("{hours}\u{a0}h\u{a0}{rest:02}"),
        }
    }

    /// A date: `30 août 2019`, `30 August 2019`.
    pub fn date(&self, date: NaiveDate) -> String {
        let month = date.month0() as usize;
        match self.language {
            Language::Fr => {
                let day = if date.day() == 1 {
                    "1er".to_owned()
                } else {
                    date.day().to_string()
                };
                let month = FRENCH_MONTHS.get(month).copied().unwrap_or_default();
                format!("{day}\u{a0}{month} {}", date.year())
            }
            Language::En => date.format("%-d %B %Y").to_string(),
        }
    }

    fn value(&self, argument: &Argument) -> FluentValue<'static> {
        match argument {
            Argument::Text(text) => text.clone().into(),
            Argument::Number(number) => (*number).into(),
            Argument::Time(minutes) => self.time(*minutes).into(),
            Argument::Minutes(minutes) => self.minutes(*minutes).into(),
            Argument::Date(date) => self.date(*date).into(),
        }
    }
}

const FRENCH_MONTHS: [&str; 12] = [
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
