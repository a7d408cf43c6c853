//! Dates in Fluent: a value with the date, and the function `DATE`.

use std::borrow::Cow;

use chrono::NaiveDate;
use deroule_model::Language;
use fluent_bundle::types::FluentType;
use fluent_bundle::{FluentArgs, FluentValue};

use crate::dates;
use crate::dates::DateStyle;
use crate::typography::Spaces;

/// A date as an argument of a message. Without `DATE` it has the default style.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct DateValue {
    pub(crate) date: NaiveDate,
    pub(crate) language: Language,
    pub(crate) spaces: Spaces,
}

impl DateValue {
    fn text(&self, style: DateStyle) -> String {
        let text = dates::date(self.language, self.date, style);
        self.spaces.apply(text)
    }
}

impl FluentType for DateValue {
    fn duplicate(&self) -> Box<dyn FluentType + Send> {
        Box::new(self.clone())
    }

    fn as_string(&self, _: &intl_memoizer::IntlLangMemoizer) -> Cow<'static, str> {
        self.text(DateStyle::default()).into()
    }

    fn as_string_threadsafe(
        &self,
        _: &intl_memoizer::concurrent::IntlLangMemoizer,
    ) -> Cow<'static, str> {
        self.text(DateStyle::default()).into()
    }
}

/// `DATE($date, style: "long")`: a date in a style of [`DateStyle`].
pub(crate) fn format_date<'a>(
    positional: &[FluentValue<'a>],
    named: &FluentArgs<'_>,
) -> FluentValue<'a> {
    let Some(FluentValue::Custom(value)) = positional.first() else {
        return positional.first().cloned().unwrap_or(FluentValue::Error);
    };
    let Some(value) = value.as_any().downcast_ref::<DateValue>() else {
        return FluentValue::Error;
    };
    let style = match named.get("style") {
        Some(FluentValue::String(name)) => DateStyle::named(name),
        _ => None,
    };
    value.text(style.unwrap_or_default()).into()
}
