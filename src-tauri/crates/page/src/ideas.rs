//! Where a page lists the workshops that were proposed.

use deroule_edit::draft::DraftIdea;
use deroule_model::Message;

use crate::ledger::Ledger;
use crate::page::Item;
use crate::words::{on_one_line, words};

/// Whether a heading or a label such as `**Idées d'ateliers :**` announces ideas.
pub(crate) fn announces_ideas(label: &str) -> bool {
    let words = words(label);
    let idea = |word: &String| matches!(word.as_str(), "idee" | "idees" | "idea" | "ideas");
    words.len() <= 6 && words.iter().any(idea)
}

/// Whether a folded word of such a label says no more than that.
pub(crate) fn is_about_ideas(word: &str) -> bool {
    word.starts_with("idee")
        || word.starts_with("idea")
        || word.starts_with("propos")
        || word == "suggested"
}

/// Reads the items of a list of ideas, proposed for a session of the draft or for none.
pub(crate) fn read_ideas(
    items: &[Item],
    session: Option<u32>,
    ideas: &mut Vec<DraftIdea>,
    ledger: &mut Ledger<'_>,
) {
    for item in items {
        let title = on_one_line(&item.text.text);
        let (line, end) = item.lines;
        if title.is_empty() || item.text.all_struck {
            continue;
        }
        if !item.text.struck.is_empty() {
            let struck = on_one_line(&item.text.struck);
            ledger.remark(line, Message::new("remark-struck").text("text", struck));
        }
        ledger.remark_on_links(line, &item.text);
        ledger.take_all(line..=end);
        ideas.push(DraftIdea {
            title: ledger.title(line, title),
            session,
            line,
        });
    }
}
