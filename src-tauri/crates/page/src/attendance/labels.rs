//! Whose hours are whose, where a cell gives several: `9h30-18h30 (mentors : 14h-18h30)`.

use crate::hours::{Hours, find_hours};
use crate::words::{on_one_line, words};

/// A stretch of time with the words before and after it that belong to it.
pub(super) struct Labelled {
    pub(super) hours: Hours,
    pub(super) before: String,
    pub(super) after: String,
    /// Whether the words after it may as well belong to the next stretch.
    pub(super) unsure: bool,
}

/// The hours of a cell, each with its own words. Where words stand between two stretches, the signs
/// among them tell which belong to which.
pub(super) fn labelled(cell: &str) -> Vec<Labelled> {
    let (texts, stretches) = parts(cell);
    let text = |at: usize| texts.get(at).copied().unwrap_or_default();
    let last = stretches.len().saturating_sub(1);
    let mut before = bare(text(0));
    let mut labelled = Vec::with_capacity(stretches.len());
    for (at, hours) in stretches.into_iter().enumerate() {
        let between = text(at + 1);
        let share = if at == last {
            Share::behind(between)
        } else {
            share(between, !before.is_empty(), !bare(text(at + 2)).is_empty())
        };
        labelled.push(Labelled {
            hours,
            before,
            after: bare(share.behind),
            unsure: share.unsure,
        });
        before = bare(share.ahead);
    }
    labelled
}

/// The hours of a cell, and the text before, between and after them.
fn parts(cell: &str) -> (Vec<&str>, Vec<Hours>) {
    let (mut labels, mut stretches, mut rest) = (Vec::new(), Vec::new(), cell);
    while let Some((before, hours, after)) = find_hours(rest) {
        // Once a stretch was found, a single time is part of the words around it.
        if hours.end.is_none() && !stretches.is_empty() {
            break;
        }
        labels.push(before);
        stretches.push(hours);
        rest = after;
    }
    labels.push(rest);
    (labels, stretches)
}

/// What of the words between two stretches belongs to the one behind them and to the one ahead.
struct Share<'t> {
    behind: &'t str,
    ahead: &'t str,
    unsure: bool,
}

impl<'t> Share<'t> {
    fn behind(text: &'t str) -> Self {
        Self {
            behind: text,
            ahead: "",
            unsure: false,
        }
    }

    fn ahead(text: &'t str) -> Self {
        Self {
            behind: "",
            ahead: text,
            unsure: false,
        }
    }

    fn parted(text: &'t str, at: usize) -> Self {
        let (behind, ahead) = text.split_at_checked(at).unwrap_or((text, ""));
        Self {
            behind,
            ahead,
            unsure: false,
        }
    }
}

/// Shares the words between two stretches out; `named` tells whether the one behind has its words
/// before it, `told` whether the one ahead has some after it.
fn share(text: &str, named: bool, told: bool) -> Share<'_> {
    if let Some(open) = unclosed(text) {
        return Share::parted(text, open);
    }
    match (begins_anew(text), is_closed(text)) {
        (true, false) => return Share::ahead(text),
        (false, true) => return Share::behind(text),
        (true, true) if named => return Share::ahead(text),
        (true, true) => return Share::behind(text),
        (false, false) => {}
    }
    // A line's end or a semicolon parts more surely than the comma of a list of names.
    if let Some(at) = text.rfind(['\n', ';']) {
        return Share::parted(text, at);
    }
    if named {
        return Share::ahead(text);
    }
    let comma = text.rfind([',', '/']).filter(|_| !told);
    if let Some(at) = comma {
        return Share::parted(text, at);
    }
    if text.trim_end().ends_with(':') {
        return Share::ahead(text);
    }
    let behind_by_word = text.trim_start().starts_with(['(', ':'])
        || matches!(
            words(text).first().map(String::as_str),
            Some("pour" | "for")
        );
    Share {
        unsure: !told && !behind_by_word && !bare(text).is_empty(),
        ..Share::behind(text)
    }
}

/// The words that lead from one stretch to the next.
const JOINTS: [&str; 6] = ["et", "and", "puis", "then", "mais", "but"];

/// Whether words begin with a sign or word that parts them from the hours before.
fn begins_anew(text: &str) -> bool {
    let words = words(text);
    let (space, _) = text.split_at(text.len() - text.trim_start().len());
    space.contains('\n')
        || text
            .trim_start()
            .starts_with([',', ';', '/', '+', '&', '|'])
        || (words.len() > 1 && words.first().is_some_and(|word| JOINTS.contains(&&**word)))
}

/// Whether words end with a sign or word that parts them from the hours after.
fn is_closed(text: &str) -> bool {
    let words = words(text);
    let (_, space) = text.split_at(text.trim_end().len());
    space.contains('\n')
        || text.trim_end().ends_with([',', ';', '/', '+', '&', '|'])
        || (words.len() > 1 && words.last().is_some_and(|word| JOINTS.contains(&&**word)))
}

/// Where a parenthesis opens that is not closed again.
fn unclosed(text: &str) -> Option<usize> {
    let open = text.rfind('(')?;
    text.get(open..)?.find(')').is_none().then_some(open)
}

/// The words of a label, without the small ones that lead to a name.
fn bare(label: &str) -> String {
    let small = [
        "pour", "les", "le", "la", "for", "the", "de", "des", "et", "and", "puis", "then", "mais",
        "but",
    ];
    let label = label.replace(['(', ')'], " ");
    let words: Vec<_> = label
        .split_inclusive(|letter: char| letter.is_whitespace() || ",;:/*&+|".contains(letter))
        .collect();
    let counts = |word: &&str| {
        let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        !word.is_empty() && !small.contains(&word.to_lowercase().as_str())
    };
    let from = words.iter().position(counts);
    let to = words.iter().rposition(counts);
    let (Some(from), Some(to)) = (from, to) else {
        return String::new();
    };
    let kept = words.get(from..=to).unwrap_or_default().concat();
    on_one_line(kept.trim_matches(|letter: char| !letter.is_alphanumeric()))
}
