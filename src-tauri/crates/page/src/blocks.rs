//! The blocks of a page's Markdown that can be part of a programme.
//!
//! Other blocks (quotes, code, raw HTML, nested lists) are skipped, so their lines stay unread.

use comrak::nodes::{Node, NodeHeading, NodeValue, Sourcepos};
use comrak::{Arena, Options, parse_document};

use crate::inline::{Inline, inline};

/// A top-level block of the page. `lines` are its first and last line.
pub(crate) enum Block {
    Heading {
        level: u8,
        text: Inline,
        lines: (u32, u32),
    },
    Paragraph {
        text: Inline,
        lines: (u32, u32),
    },
    List(Vec<Item>),
    Table(Vec<Row>),
    Rule(u32),
}

/// The first paragraph of a list item.
pub(crate) struct Item {
    pub(crate) text: Inline,
    pub(crate) lines: (u32, u32),
}

/// A row of a table. The first row is the header.
pub(crate) struct Row {
    pub(crate) cells: Vec<Inline>,
    pub(crate) line: u32,
}

/// Splits a page into its blocks.
pub(crate) fn blocks(page: &str) -> Vec<Block> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.tasklist = true;
    options.extension.front_matter_delimiter = Some("---".to_owned());
    let source: Vec<_> = page.split('\n').collect();
    let arena = Arena::new();
    parse_document(&arena, page, &options)
        .children()
        .filter_map(|node| block(node, &source))
        .collect()
}

fn block(node: Node<'_>, source: &[&str]) -> Option<Block> {
    let (value, position) = {
        let data = node.data();
        (data.value.clone(), data.sourcepos)
    };
    Some(match value {
        NodeValue::Heading(heading) => {
            heading_block(&heading, inline(node), lines_of_text(node, source))
        }
        NodeValue::Paragraph => Block::Paragraph {
            text: inline(node),
            lines: lines_of_text(node, source),
        },
        NodeValue::List(_) => Block::List(
            node.children()
                .filter_map(|node| item(node, source))
                .collect(),
        ),
        NodeValue::Table(_) => Block::Table(rows(node)),
        NodeValue::ThematicBreak => Block::Rule(lines(position).0),
        _ => return None,
    })
}

/// A heading, unless its underline is an accident: below several lines or a table row.
fn heading_block(heading: &NodeHeading, text: Inline, lines: (u32, u32)) -> Block {
    if heading.setext && (lines.1 > lines.0 + 1 || text.text.contains('|')) {
        let lines = (lines.0, lines.1 - 1);
        return Block::Paragraph { text, lines };
    }
    Block::Heading {
        level: heading.level,
        text,
        lines,
    }
}

fn item(node: Node<'_>, source: &[&str]) -> Option<Item> {
    let first = node.first_child()?;
    if !matches!(first.data().value, NodeValue::Paragraph) {
        return None;
    }
    Some(Item {
        text: inline(first),
        lines: lines_of_text(first, source),
    })
}

/// The rows of a table.
///
/// The header's line follows from the table's end. The parser gives too early a start if it took
/// link definitions from the lines above the table.
fn rows(table: Node<'_>) -> Vec<Row> {
    let header = header_line(table);
    let row = |(at, node): (usize, Node<'_>)| Row {
        cells: node.children().map(inline).collect(),
        line: match at {
            0 => header,
            _ => lines(node.data().sourcepos).0,
        },
    };
    table.children().enumerate().map(row).collect()
}

/// The line of a table's header. Below it are the dashes and one line for each other row.
fn header_line(table: Node<'_>) -> u32 {
    let rows = u32::try_from(table.children().count()).unwrap_or(u32::MAX);
    lines(table.data().sourcepos).1.saturating_sub(rows)
}

/// The first and last line of a paragraph or heading, without leading link definitions.
///
/// The parser removes these definitions from the text but counts their lines.
fn lines_of_text(node: Node<'_>, source: &[&str]) -> (u32, u32) {
    let (start, end) = lines(node.data().sourcepos);
    let end = node
        .next_sibling()
        .filter(|next| matches!(next.data().value, NodeValue::Table(_)))
        .filter(|table| lines(table.data().sourcepos).0 == end.saturating_add(1))
        .map_or(end, |table| header_line(table).saturating_sub(1));
    if !starts_with_bracket(node, source) {
        return (start, end);
    }
    let underline = match node.data().value {
        NodeValue::Heading(heading) if heading.setext => 1,
        _ => 0,
    };
    let last_line = node.last_child().map(|last| lines(last.data().sourcepos).1);
    let definitions = last_line.map_or(0, |last| end.saturating_sub(last + underline));
    (start.saturating_add(definitions), end)
}

/// Whether a block begins with a bracket, like a link definition.
fn starts_with_bracket(node: Node<'_>, source: &[&str]) -> bool {
    let start = node.data().sourcepos.start;
    let line = start.line.checked_sub(1).and_then(|at| source.get(at));
    let text = line.and_then(|line| line.get(start.column.checked_sub(1)?..));
    text.is_some_and(|text| text.starts_with('['))
}

fn lines(position: Sourcepos) -> (u32, u32) {
    let line = |line: usize| u32::try_from(line).unwrap_or(u32::MAX);
    (line(position.start.line), line(position.end.line))
}
