//! What is said, and where: answers on the output, problems on the error stream, in the system's
//! language.

use std::cell::Cell;
use std::fmt::Display;
use std::io::{ErrorKind, Write};

use deroule_app::model::Message;
use deroule_app::{EditResult, Language, Messages, Problem, system_language};
use serde::Serialize;

use crate::plain::plain;

/// Says things in one language.
pub struct Output {
    /// The language.
    pub language: Language,
    /// How it says things.
    pub messages: &'static Messages,
    /// Whether what was asked for is done and stays done.
    done: Cell<bool>,
}

impl Output {
    /// Answers in the system's language.
    pub fn new() -> Self {
        let language = system_language();
        Self {
            language,
            messages: Messages::of(language),
            done: Cell::new(false),
        }
    }

    /// Notes that what was asked for is done: an answer that can't be written fails no more.
    pub fn done(&self) {
        self.done.set(true);
    }

    /// One line of answer. What a page or a file brings along can't command the terminal.
    pub fn line(&self, text: &str) -> Result<(), Problem> {
        self.write(&plain(text))
    }

    /// The whole answer as JSON, as it is.
    pub fn json(&self, value: &impl Serialize) -> Result<(), Problem> {
        let text = serde_json::to_string_pretty(value).map_err(|error| internal(&error))?;
        self.write(&text)
    }

    /// What an undo or a redo came to.
    pub fn step(&self, outcome: &EditResult) -> Result<(), Problem> {
        let Some(label) = &outcome.label else {
            return Err(Problem::new(Message::new("problem-no-step")));
        };
        self.done();
        self.line(&self.messages.format(label))
    }

    /// A problem. Nothing is left to do when even the error stream is closed.
    pub fn problem(&self, problem: &Problem) {
        self.complain(&format!(
            "deroule-cli: {}",
            self.messages.format(&problem.message)
        ));
    }

    /// Some lines on the error stream.
    pub fn complain(&self, text: &str) {
        let lines: Vec<_> = text.lines().map(plain).collect();
        // Where the error stream is closed there is no place left to say so.
        let _closed = writeln!(std::io::stderr().lock(), "{}", lines.join("\n"));
    }

    fn write(&self, text: &str) -> Result<(), Problem> {
        let mut output = std::io::stdout().lock();
        match writeln!(output, "{text}").and_then(|()| output.flush()) {
            // Who asked has heard enough.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
            Err(error) if self.done.get() => {
                self.problem(&internal(&error));
                Ok(())
            }
            written => written.map_err(|error| internal(&error)),
        }
    }
}

/// The problem of a failure that is nobody's fault.
pub fn internal(error: &impl Display) -> Problem {
    Problem::new(Message::new("problem-internal").text("reason", error.to_string()))
}
