//! The messages of one language: Fluent patterns, and the values that fill them.

use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use deroule_model::{Argument, Clock, Kind, Language, Message, Minutes};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::clock::midnights;
use crate::dates::DateStyle;
use crate::functions::{DateValue, format_date};
use crate::typography::{Spaces, fix_spacing, plain_spaces};
use crate::{clock, dates};

/// The files of one language, embedded into the program.
macro_rules! files {
    ($language:literal: $($name:literal)+) => {
        &[$(($name, include_str!(concat!("../messages/", $language, "/", $name, ".ftl")))),+]
    };
}

/// A file's name and its text.
type File = (&'static str, &'static str);

const FRENCH: &[File] = files!(
    "fr": "agenda" "board" "calendar" "event" "importing" "messages" "print" "programme" "remarks"
    "session" "sheet" "shell"
);
const ENGLISH: &[File] = files!(
    "en": "agenda" "board" "calendar" "event" "importing" "messages" "print" "programme" "remarks"
    "session" "sheet" "shell"
);

/// Formats messages, dates, clock times and durations in one language.
///
/// ```
/// use deroule_model::{Clock, Language, Minutes};
/// use deroule_text::{DateStyle, Messages};
///
/// let messages = Messages::of(Language::Fr);
/// assert_eq!(messages.time(Clock::at(9, 30)), "9h30");
/// assert_eq!(messages.duration(Minutes(75)), "1\u{a0}h\u{a0}15");
/// let date = chrono::NaiveDate::from_ymd_opt(2019, 8, 30).unwrap_or_default();
/// assert_eq!(messages.date(date, DateStyle::Long), "vendredi 30\u{a0}août 2019");
/// ```
pub struct Messages {
    language: Language,
    spaces: Spaces,
    bundle: FluentBundle<FluentResource>,
}

static FRENCH_MESSAGES: LazyLock<Messages> =
    LazyLock::new(|| Messages::read(Language::Fr, Spaces::NoBreak));
static ENGLISH_MESSAGES: LazyLock<Messages> =
    LazyLock::new(|| Messages::read(Language::En, Spaces::NoBreak));
static PLAIN_FRENCH_MESSAGES: LazyLock<Messages> =
    LazyLock::new(|| Messages::read(Language::Fr, Spaces::Plain));
static PLAIN_ENGLISH_MESSAGES: LazyLock<Messages> =
    LazyLock::new(|| Messages::read(Language::En, Spaces::Plain));

impl Messages {
    /// The messages of `language`, with the no-break spaces of its typography.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Fr => &FRENCH_MESSAGES,
            Language::En => &ENGLISH_MESSAGES,
        }
    }

    /// The messages of `language` with ordinary spaces, for calendars: some programs show no-break
    /// spaces as boxes. Arguments stay as they are.
    pub fn plain(language: Language) -> &'static Self {
        match language {
            Language::Fr => &PLAIN_FRENCH_MESSAGES,
            Language::En => &PLAIN_ENGLISH_MESSAGES,
        }
    }

    fn read(language: Language, spaces: Spaces) -> Self {
        let (tag, files) = match language {
            Language::Fr => ("fr", FRENCH),
            Language::En => ("en", ENGLISH),
        };
        let mut bundle = FluentBundle::new_concurrent(tag.parse().into_iter().collect());
        bundle.set_use_isolating(false);
        if spaces == Spaces::Plain {
            bundle.set_transform(Some(plain_spaces));
        }
        // It fails only for a name that is taken.
        let _ = bundle.add_function("DATE", format_date);
        for (_, text) in files {
            // A line with an error is skipped. A test shows that there is none.
            let resource = match FluentResource::try_new((*text).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self {
            language,
            spaces,
            bundle,
        }
    }

    /// The names of the files that messages are read from, without their extension.
    pub fn files() -> impl Iterator<Item = &'static str> {
        FRENCH.iter().map(|(name, _)| *name)
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The tag of the language: `fr`, `en`.
    pub fn tag(&self) -> &'static str {
        match self.language {
            Language::Fr => "fr",
            Language::En => "en",
        }
    }

    /// Formats a message; its code where it has no pattern.
    pub fn format(&self, message: &Message) -> String {
        let mut args = FluentArgs::with_capacity(message.args.len());
        for (name, value) in &message.args {
            args.set(name.as_str(), self.value(value));
        }
        self.pattern(&message.code, &args)
    }

    /// The message `id` without arguments.
    pub fn text(&self, id: &str) -> String {
        self.pattern(id, &FluentArgs::new())
    }

    /// The message `id` with formatted arguments.
    pub fn fill(&self, id: &str, texts: &[(&str, &str)]) -> String {
        let mut args = FluentArgs::with_capacity(texts.len());
        for (name, text) in texts {
            args.set(*name, *text);
        }
        self.pattern(id, &args)
    }

    fn pattern(&self, id: &str, args: &FluentArgs<'_>) -> String {
        let message = self.bundle.get_message(id);
        let Some(pattern) = message.and_then(|found| found.value()) else {
            return id.to_owned();
        };
        self.bundle
            .format_pattern(pattern, Some(args), &mut Vec::new())
            .into_owned()
    }

    fn value(&self, argument: &Argument) -> FluentValue<'static> {
        match argument {
            Argument::Text(text) => text.clone().into(),
            Argument::Number(number) => (*number).into(),
            Argument::Time(time) => self.time(*time).into(),
            Argument::Minutes(minutes) => self.duration(*minutes).into(),
            Argument::Date(date) => FluentValue::Custom(Box::new(DateValue {
                date: *date,
                language: self.language,
                spaces: self.spaces,
            })),
        }
    }

    /// The name of a kind.
    pub fn kind(&self, kind: Kind) -> String {
        self.text(kind.message_code())
    }

    /// The name of a track without a title, by its number from 1.
    pub fn track(&self, number: usize) -> String {
        self.fill("track-nth", &[("nth", &number.to_string())])
    }

    /// A clock time: `9h30`, `09:30`; on a later day `2h30 (+1 j)`, `02:30 (+1 d)`.
    pub fn time(&self, time: Clock) -> String {
        self.spaces.apply(clock::time(self.language, time))
    }

    /// What the clock shows on any day: `2h30`, `02:30`.
    pub fn clock(&self, time: Clock) -> String {
        clock::clock(self.language, time)
    }

    /// From start to end: `9h30 – 18h30`, `09:30–18:30`; a milestone has one time.
    pub fn hours(&self, start: Clock, end: Clock) -> String {
        self.spaces.apply(clock::hours(self.language, start, end))
    }

    /// An end next to its start, with `+1 j` only where it is 24 hours later or more.
    pub fn end(&self, start: Clock, end: Clock) -> String {
        self.spaces.apply(clock::end(self.language, start, end))
    }

    /// A duration: `45 min`, `1 h 15`.
    pub fn duration(&self, minutes: Minutes) -> String {
        self.spaces.apply(clock::duration(minutes))
    }

    /// A date.
    pub fn date(&self, date: NaiveDate, style: DateStyle) -> String {
        self.spaces.apply(dates::date(self.language, date, style))
    }

    /// The day of a clock time after midnight: `dim. 29`, `Sun 29`; without a date `+1 j`.
    pub fn day_of(&self, date: Option<NaiveDate>, time: Clock) -> String {
        let days = midnights(time);
        let on = date.and_then(|date| date.checked_add_days(Days::new(u64::from(days))));
        match on {
            Some(on) => self.date(on, DateStyle::WeekdayDay),
            None => self.spaces.apply(clock::days_later(self.language, days)),
        }
    }

    /// The organiser's text with the no-break spaces of its language.
    pub fn fix_spacing(&self, text: &str) -> String {
        fix_spacing(self.language, text)
    }
}
