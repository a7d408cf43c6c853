//! The words of a paragraph, heading or cell, freed of their Markdown.

use comrak::arena_tree::NodeEdge;
use comrak::nodes::{Node, NodeValue};

use crate::words::is_blank;

/// Text as it reads. Line breaks of the source, hard breaks and `<br>` are `\n`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Inline {
    /// The words that stand; the struck ones where all are struck.
    pub(crate) text: String,
    /// The struck words, where others stand.
    pub(crate) struck: String,
    /// Whether all the words are struck.
    pub(crate) all_struck: bool,
    /// Whether it begins in bold.
    pub(crate) strong: bool,
    /// How many ends of the source's lines it runs over; those inside of code or a link's address
    /// are no ends.
    pub(crate) ends: u32,
    /// The addresses it links to.
    pub(crate) links: Vec<String>,
}

/// Reads the words under a block.
pub(crate) fn inline(block: Node<'_>) -> Inline {
    let mut read = Inline::default();
    let mut struck = 0u32;
    for edge in block.traverse() {
        match edge {
            NodeEdge::Start(node) => {
                let value = &node.data().value;
                if matches!(value, NodeValue::Strikethrough) {
                    struck += 1;
                }
                read.open(value, struck > 0);
            }
            NodeEdge::End(node) => {
                if matches!(node.data().value, NodeValue::Strikethrough) {
                    struck = struck.saturating_sub(1);
                }
            }
        }
    }
    read.all_struck = is_blank(&read.text) && !is_blank(&read.struck);
    if read.all_struck {
        read.text = std::mem::take(&mut read.struck);
    }
    read
}

impl Inline {
    /// Whether it says nothing, struck words included.
    pub(crate) fn is_blank(&self) -> bool {
        is_blank(&self.text) && is_blank(&self.struck)
    }

    /// Whether each of its lines, from one to the other, is a line of the source.
    pub(crate) fn keeps_lines(&self, lines: (u32, u32)) -> bool {
        lines.0.saturating_add(self.ends) == lines.1
    }

    fn open(&mut self, value: &NodeValue, struck: bool) {
        let text = if struck {
            &mut self.struck
        } else {
            &mut self.text
        };
        match value {
            NodeValue::Text(words) => text.push_str(words),
            NodeValue::Code(code) => text.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => {
                self.ends += 1;
                text.push('\n');
            }
            NodeValue::HtmlInline(tag) if is_line_break(tag) => text.push('\n'),
            // Other markup is the organiser's text: it is shown as they wrote it.
            NodeValue::HtmlInline(tag) => text.push_str(&tag.replace('\n', " ")),
            NodeValue::Strong => self.strong |= text.is_empty(),
            NodeValue::Link(link) => self.links.push(link.url.clone()),
            _ => {}
        }
    }
}

fn is_line_break(tag: &str) -> bool {
    let name = tag.trim_matches(|letter: char| !letter.is_ascii_alphabetic());
    name.eq_ignore_ascii_case("br")
}
