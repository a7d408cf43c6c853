//! Prints `docs/checks.md`: what is checked, from the registry of rules.

#![allow(clippy::print_stdout, reason = "the page is the output")]

use deroule_checks::{Rule, Severity};

fn main() {
    print!("{}", page());
}

/// The page.
pub fn page() -> String {
    let mut page = String::from(
        "# What is checked\n\n\
         Written from the registry of rules in `src-tauri/crates/checks/src/rule.rs` by `script/types`. A rule's\n\
         fixes are in its file, `rules/<name>.rs`.\n\n\
         | Rule | Severity | What it looks for | Messages |\n\
         | --- | --- | --- | --- |\n",
    );
    for rule in Rule::ALL {
        let severity = match rule.severity() {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Conflict => "conflict",
        };
        let codes: Vec<String> = rule
            .codes()
            .iter()
            .map(|code| format!("`{code}`"))
            .collect();
        page += &format!(
            "| {} | {severity} | {} | {} |\n",
            rule.name(),
            rule.description(),
            codes.join(", ")
        );
    }
    page
}
