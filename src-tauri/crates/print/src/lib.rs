//! Turns a plan into PDF pages.
use chrono::NaiveDate;
use deroule_plan::{Plan, SessionId};
/// The language.
#[derive(Clone, Copy, Debug)]
pub enum Language {
    /// French.
    Fr,
    /// English.
    En,
}
/// Options.
#[derive(Clone, Debug)]
pub struct Options {
    /// Language.
    pub language: Language,
    /// Date.
    pub data_date: NaiveDate,
}
/// Error.
#[derive(Debug, thiserror::Error)]
#[error("not yet")]
pub struct PrintError;
/// PDF.
pub fn pdf(_: &Plan, _: &[SessionId], _: &Options) -> Result<Vec<u8>, PrintError> {
    Err(PrintError)
}
/// SVG.
pub fn preview(_: &Plan, _: &[SessionId], _: &Options) -> Result<Vec<String>, PrintError> {
    Err(PrintError)
}
