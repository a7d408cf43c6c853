//! Headings that are slots, such as `#### 9h30 - 10h : accueil`.

use std::collections::BTreeSet;

use crate::blocks::Block;
use crate::dates::find_dates;
use crate::timed_line::{timed_item, timed_line, timed_paragraph};

/// The headings of one level in one section.
struct Siblings {
    level: u8,
    lines: Vec<u32>,
    are_slots: bool,
}

/// The lines of the headings that are slots.
///
/// They begin with a time, as do all their siblings, and none has a running order below it.
pub(super) fn slot_headings(blocks: &[Block]) -> BTreeSet<u32> {
    let (mut open, mut closed): (Vec<Siblings>, Vec<Siblings>) = (Vec::new(), Vec::new());
    for block in blocks {
        let with_more_below = match block {
            Block::Heading { level, text, lines } => {
                let deeper = open.partition_point(|siblings| siblings.level <= *level);
                closed.extend(open.drain(deeper..));
                let is_timed =
                    timed_line(text, lines.0).is_some() && find_dates(&text.text).is_none();
                if let Some(same) = open.last_mut().filter(|last| last.level == *level) {
                    same.lines.push(lines.0);
                    same.are_slots &= is_timed;
                    continue;
                }
                let parent = open.len().checked_sub(1);
                open.push(Siblings {
                    level: *level,
                    lines: vec![lines.0],
                    are_slots: is_timed,
                });
                parent
            }
            Block::List(items) if items.iter().any(|item| timed_item(item).is_some()) => {
                open.len().checked_sub(1)
            }
            Block::Paragraph { text, lines } if !timed_paragraph(text, *lines).is_empty() => {
                open.len().checked_sub(1)
            }
            _ => None,
        };
        if let Some(siblings) = with_more_below.and_then(|at| open.get_mut(at)) {
            siblings.are_slots = false;
        }
    }
    let all = closed.into_iter().chain(open);
    all.filter(|siblings| siblings.are_slots)
        .flat_map(|siblings| siblings.lines)
        .collect()
}
