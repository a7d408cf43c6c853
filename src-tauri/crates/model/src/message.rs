//! What the domain has to say, as a code and its arguments: the words are chosen by who shows it,
//! in the reader's language.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::time::{Clock, Minutes};

/// A message to be worded in French or English from `code` and `args`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Message {
    /// The message's name in the word lists, such as `finding-overrun`.
    pub code: String,
    /// What fills its blanks.
    pub args: BTreeMap<String, Argument>,
}

/// One blank of a message, typed so that times and dates are written the reader's way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", content = "value", rename_all = "camelCase")]
pub enum Argument {
    /// A text the organiser wrote.
    Text(String),
    /// A count.
    Number(i64),
    /// A time of day.
    Time(Clock),
    /// A duration.
    Minutes(Minutes),
    /// A local date.
    Date(NaiveDate),
}

impl Message {
    /// A message without blanks.
    pub fn new(code: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            args: BTreeMap::new(),
        }
    }

    /// The same message with one more blank filled.
    #[must_use]
    pub fn with(mut self, name: &str, value: Argument) -> Self {
        self.args.insert(name.to_owned(), value);
        self
    }

    /// The same message with a text filled in.
    #[must_use]
    pub fn text(self, name: &str, value: impl Into<String>) -> Self {
        self.with(name, Argument::Text(value.into()))
    }

    /// The same message with a count filled in.
    #[must_use]
    pub fn number(self, name: &str, value: usize) -> Self {
        self.with(
            name,
            Argument::Number(i64::try_from(value).unwrap_or(i64::MAX)),
        )
    }

    /// The same message with a time of day filled in.
    #[must_use]
    pub fn time(self, name: &str, value: Clock) -> Self {
        self.with(name, Argument::Time(value))
    }

    /// The same message with a duration filled in.
    #[must_use]
    pub fn minutes(self, name: &str, value: Minutes) -> Self {
        self.with(name, Argument::Minutes(value))
    }

    /// The same message with a date filled in.
    #[must_use]
    pub fn date(self, name: &str, value: NaiveDate) -> Self {
        self.with(name, Argument::Date(value))
    }
}
