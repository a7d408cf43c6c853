//! Reads the lists of workshop ideas.

use deroule_edit::draft::DraftIdea;
use deroule_model::Message;

use crate::blocks::Item;
use crate::normalize::{single_line, words};
use crate::report::Report;

/// Whether a heading or a label such as `**Idées d'ateliers :**` introduces ideas.
pub(crate) fn introduces_ideas(label: &str) -> bool {
    let words = words(label);
    let is_idea = |word: &String| matches!(word.as_str(), "idee" | "idees" | "idea" | "ideas");
    words.len() <= 6 && words.iter().any(is_idea)
}

/// Whether a folded word of such a label only introduces ideas.
pub(crate) fn is_ideas_word(word: &str) -> bool {
    word.starts_with("idee")
        || word.starts_with("idea")
        || word.starts_with("propos")
        || word == "suggested"
}

/// Reads a list of ideas. `session` is the position of the session they are for, if any.
pub(crate) fn read_ideas(
    items: &[Item],
    session: Option<u32>,
    ideas: &mut Vec<DraftIdea>,
    report: &mut Report<'_>,
) {
    for item in items {
        let title = single_line(&item.text.text);
        let (line, end) = item.lines;
        if title.is_empty() || item.text.is_all_struck {
            continue;
        }
        if !item.text.struck.is_empty() {
            let struck = single_line(&item.text.struck);
            report.remark(line, Message::new("remark-struck").text("text", struck));
        }
        report.remark_links(line, &item.text);
        report.mark_all_read(line..=end);
        ideas.push(DraftIdea {
            title: report.title(line, title),
            session,
            line,
        });
    }
}
