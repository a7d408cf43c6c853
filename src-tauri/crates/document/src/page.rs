//! The page's Markdown as the few kinds of block a programme is written with, each with its lines.
//! Everything else (quotes, code, raw HTML, nested lists) is left out here, and so remains unread.

use comrak::nodes::{Node, NodeHeading, NodeValue, Sourcepos};
use comrak::{Arena, Options, parse_document};

use crate::inline::{Inline, inline};

/// A top-level block of the page. Lines are counted from 1.
pub(crate) enum Block {
    Heading {
        level: u8,
        text: Inline,
        lines: (u32, u32),
        /// Whether it is one because of a line drawn below it, which may be an accident.
        underlined: bool,
    },
    Paragraph {
        text: Inline,
        lines: (u32, u32),
    },
    List(Vec<Item>),
    Table(Vec<Row>),
    Rule(u32),
}

/// An item of a list, as far as its first paragraph.
pub(crate) struct Item {
    pub(crate) text: Inline,
    pub(crate) lines: (u32, u32),
}

/// A row of a table; the first one is its header.
pub(crate) struct Row {
    pub(crate) cells: Vec<Inline>,
    pub(crate) line: u32,
}

/// Parts a page into its blocks.
pub(crate) fn blocks(page: &str) -> Vec<Block> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.tasklist = true;
    options.extension.front_matter_delimiter = Some("---".to_owned());
    let arena = Arena::new();
    parse_document(&arena, page, &options)
        .children()
        .filter_map(block)
        .collect()
}

fn block(node: Node<'_>) -> Option<Block> {
    let (value, lines) = {
        let data = node.data();
        (data.value.clone(), lines(data.sourcepos))
    };
    Some(match value {
        NodeValue::Heading(heading) => heading_block(&heading, inline(node), lines),
        NodeValue::Paragraph => Block::Paragraph {
            text: inline(node),
            lines,
        },
        NodeValue::List(_) => Block::List(node.children().filter_map(item).collect()),
        NodeValue::Table(_) => Block::Table(node.children().map(row).collect()),
        NodeValue::ThematicBreak => Block::Rule(lines.0),
        _ => return None,
    })
}

/// A heading; but several lines, or what was to be a table's row, were underlined by accident.
fn heading_block(heading: &NodeHeading, text: Inline, lines: (u32, u32)) -> Block {
    if heading.setext && (lines.1 > lines.0 + 1 || text.text.contains('|')) {
        let lines = (lines.0, lines.1 - 1);
        return Block::Paragraph { text, lines };
    }
    Block::Heading {
        level: heading.level,
        text,
        lines,
        underlined: heading.setext,
    }
}

fn item(node: Node<'_>) -> Option<Item> {
    let first = node.first_child()?;
    let lines = {
        let data = first.data();
        if !matches!(data.value, NodeValue::Paragraph) {
            return None;
        }
        lines(data.sourcepos)
    };
    let text = inline(first);
    Some(Item { text, lines })
}

fn row(node: Node<'_>) -> Row {
    let line = lines(node.data().sourcepos).0;
    let cells = node.children().map(inline).collect();
    Row { cells, line }
}

fn lines(position: Sourcepos) -> (u32, u32) {
    let line = |line: usize| u32::try_from(line).unwrap_or(u32::MAX);
    (line(position.start.line), line(position.end.line))
}
