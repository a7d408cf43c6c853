//! What a finding is.

use deroule_edit::Edit;
use deroule_model::{Message, Subject};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Something worth a look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// What is the matter, such as `finding-overrun`.
    pub message: Message,
    /// What it is about; selecting the finding selects this.
    pub subject: Subject,
    /// Ways out, best first.
    pub fixes: Vec<Fix>,
}

impl Finding {
    pub(crate) fn new(severity: Severity, message: Message, subject: Subject) -> Self {
        Self {
            severity,
            message,
            subject,
            fixes: Vec::new(),
        }
    }

    pub(crate) fn or(mut self, label: Message, edit: Edit) -> Self {
        self.fixes.push(Fix { label, edit });
        self
    }
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Likely a mistake.
    Warning,
    /// Can't happen as planned.
    Conflict,
}

/// A way out: what it is called, and the edit that takes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Fix {
    /// What it is called, such as `fix-announce-start`.
    pub label: Message,
    /// The edit.
    pub edit: Edit,
}
