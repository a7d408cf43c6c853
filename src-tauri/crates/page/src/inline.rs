//! The text of a paragraph, heading or cell without its Markdown.

use comrak::arena_tree::NodeEdge;
use comrak::nodes::{Node, NodeValue};

use crate::normalize::is_blank;

/// Plain text. Line breaks of the source, hard breaks and `<br>` are `\n`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Inline {
    /// The words that are not struck out; the struck ones where all are.
    pub(crate) text: String,
    /// The struck words, where others are not struck.
    pub(crate) struck: String,
    pub(crate) is_all_struck: bool,
    /// Whether it begins in bold.
    pub(crate) is_strong: bool,
    /// The number of line breaks in the source, except those within code or a link's address.
    pub(crate) line_breaks: u32,
    /// The addresses it links to.
    pub(crate) links: Vec<String>,
}

/// The text of a block.
pub(crate) fn inline(block: Node<'_>) -> Inline {
    let mut inline = Inline::default();
    let mut strike_depth = 0u32;
    for edge in block.traverse() {
        match edge {
            NodeEdge::Start(node) => {
                let value = &node.data().value;
                if matches!(value, NodeValue::Strikethrough) {
                    strike_depth += 1;
                }
                inline.append(value, strike_depth > 0);
            }
            NodeEdge::End(node) => {
                if matches!(node.data().value, NodeValue::Strikethrough) {
                    strike_depth = strike_depth.saturating_sub(1);
                }
            }
        }
    }
    inline.is_all_struck = is_blank(&inline.text) && !is_blank(&inline.struck);
    if inline.is_all_struck {
        inline.text = std::mem::take(&mut inline.struck);
    }
    inline
}

impl Inline {
    /// Whether it has no content, not even struck words.
    pub(crate) fn is_blank(&self) -> bool {
        is_blank(&self.text) && is_blank(&self.struck)
    }

    /// Whether its lines match the source's lines from the first to the second number.
    pub(crate) fn matches_source_lines(&self, lines: (u32, u32)) -> bool {
        lines.0.saturating_add(self.line_breaks) == lines.1
    }

    fn append(&mut self, value: &NodeValue, is_struck: bool) {
        let text = if is_struck {
            &mut self.struck
        } else {
            &mut self.text
        };
        match value {
            NodeValue::Text(words) => text.push_str(words),
            NodeValue::Code(code) => text.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => {
                self.line_breaks += 1;
                text.push('\n');
            }
            NodeValue::HtmlInline(tag) if is_line_break(tag) => text.push('\n'),
            // Other markup stays as the organiser wrote it.
            NodeValue::HtmlInline(tag) => text.push_str(&tag.replace('\n', " ")),
            NodeValue::Strong => self.is_strong |= text.is_empty(),
            NodeValue::Link(link) => self.links.push(link.url.clone()),
            _ => {}
        }
    }
}

fn is_line_break(tag: &str) -> bool {
    let name = tag.trim_matches(|letter: char| !letter.is_ascii_alphabetic());
    name.eq_ignore_ascii_case("br")
}
