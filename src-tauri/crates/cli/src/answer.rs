//! What is said, and where: answers on the output, problems on the error stream, in the system's
//! language.

use std::io::{ErrorKind, Write};

use deroule_app::plan::Message;
use deroule_app::words::Words;
use deroule_app::{Language, Outcome, Problem, system_language};
use serde_json::Value;

/// Says things in one language.
pub struct Answer {
    /// The language.
    pub language: Language,
    /// Its words.
    pub words: Words,
}

impl Answer {
    /// Answers in the system's language.
    pub fn new() -> Self {
        let language = system_language();
        Self {
            language,
            words: Words::of(language),
        }
    }

    /// One line of answer.
    pub fn line(&self, text: &str) -> Result<(), Problem> {
        match writeln!(std::io::stdout().lock(), "{text}") {
            // Who asked has heard enough; what was done is done.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
            written => written.map_err(|error| internal(&error)),
        }
    }

    /// The whole answer as JSON.
    pub fn json(&self, value: &Value) -> Result<(), Problem> {
        self.line(&format!("{value:#}"))
    }

    /// What an undo or a redo came to.
    pub fn step(&self, outcome: &Outcome) -> Result<(), Problem> {
        match &outcome.label {
            Some(label) => self.line(&self.words.say(label)),
            None => Err(Problem::new(Message::new("problem-no-step"))),
        }
    }

    /// A problem. Nothing is left to do when even the error stream is closed.
    pub fn problem(&self, problem: &Problem) {
        let text = self.words.say(&problem.message);
        let _closed = writeln!(std::io::stderr().lock(), "deroule-cli: {text}");
    }
}

/// The problem of a failure that is nobody's fault.
pub fn internal(error: &std::io::Error) -> Problem {
    Problem::new(Message::new("problem-internal").text("reason", error.to_string()))
}
