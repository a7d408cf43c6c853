//! What a finding is.

use deroule_edit::Edit;
use deroule_model::{Clock, Message, Subject};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::rule::{Rule, Severity};

/// Something worth a look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Finding {
    /// The rule that found it.
    pub rule: Rule,
    /// How much it matters: as much as its rule.
    pub severity: Severity,
    /// What is the matter, such as `finding-overrun`.
    pub message: Message,
    /// What it is about. Selecting the finding selects this.
    pub subject: Subject,
    /// Edits that resolve it, best first.
    pub fixes: Vec<Fix>,
}

impl Finding {
    pub(crate) fn new(rule: Rule, message: Message, subject: Subject) -> Self {
        debug_assert!(
            rule.codes().contains(&message.code.as_str()),
            "{}",
            message.code
        );
        Self {
            rule,
            severity: rule.severity(),
            message,
            subject,
            fixes: Vec::new(),
        }
    }

    /// The same with one more fix, after the others.
    pub(crate) fn or(mut self, label: Message, edit: Edit) -> Self {
        self.fixes.push(Fix::new(label, edit));
        self
    }
}

/// An edit that resolves a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Fix {
    /// What it is called, such as `fix-announce-start`.
    pub label: Message,
    /// The edit.
    pub edit: Edit,
    /// When the day would end, for those that change its times.
    pub end: Option<Clock>,
}

impl Fix {
    pub(crate) fn new(label: Message, edit: Edit) -> Self {
        Self {
            label,
            edit,
            end: None,
        }
    }
}
