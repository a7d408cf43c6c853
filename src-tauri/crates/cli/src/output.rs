//! Prints results to the standard output and problems to the error stream, in the system's language.

use std::cell::Cell;
use std::fmt::Display;
use std::io::{ErrorKind, Write};

use deroule_app::model::Message;
use deroule_app::{EditResult, Language, Messages, Problem, system_language};
use serde::Serialize;

use crate::plain::plain;

/// Prints messages in one language.
pub struct Output {
    /// The system's language.
    pub language: Language,
    /// The messages of that language.
    pub messages: &'static Messages,
    /// Whether the requested change is written and stays so.
    done: Cell<bool>,
}

impl Output {
    /// Prints in the system's language.
    pub fn new() -> Self {
        let language = system_language();
        Self {
            language,
            messages: Messages::of(language),
            done: Cell::new(false),
        }
    }

    /// Records that the requested change is written. From now on, a failed output is not an error.
    pub fn done(&self) {
        self.done.set(true);
    }

    /// Prints one line. Control characters of a page or file are removed.
    pub fn line(&self, text: &str) -> Result<(), Problem> {
        self.write(&plain(text))
    }

    /// Prints a value as JSON, unchanged.
    pub fn json(&self, value: &impl Serialize) -> Result<(), Problem> {
        let text = serde_json::to_string_pretty(value).map_err(|error| internal(&error))?;
        self.write(&text)
    }

    /// Prints the result of an undo, a redo or a return.
    pub fn step(&self, outcome: &EditResult) -> Result<(), Problem> {
        let Some(label) = &outcome.label else {
            return Err(Problem::new(Message::new("problem-no-step")));
        };
        self.done();
        self.line(&self.messages.format(label))
    }

    /// Prints a problem. A closed error stream is ignored.
    pub fn problem(&self, problem: &Problem) {
        self.print_error(&format!(
            "deroule-cli: {}",
            self.messages.format(&problem.message)
        ));
    }

    /// Prints lines to the error stream.
    pub fn print_error(&self, text: &str) {
        let lines: Vec<_> = text.lines().map(plain).collect();
        // A closed error stream can't report its own failure.
        let _closed = writeln!(std::io::stderr().lock(), "{}", lines.join("\n"));
    }

    fn write(&self, text: &str) -> Result<(), Problem> {
        let mut output = std::io::stdout().lock();
        match writeln!(output, "{text}").and_then(|()| output.flush()) {
            // A closed pipe means that the reader needs no more.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
            Err(error) if self.done.get() => {
                self.problem(&internal(&error));
                Ok(())
            }
            written => written.map_err(|error| internal(&error)),
        }
    }
}

/// The problem of an internal failure.
pub fn internal(error: &impl Display) -> Problem {
    Problem::new(Message::new("problem-internal").text("reason", error.to_string()))
}
