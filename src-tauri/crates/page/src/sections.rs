//! The page outside its tables: headings that lead to sessions, running orders and ideas below them,
//! the agenda's addresses.

use std::collections::BTreeSet;

use deroule_model::Message;

use crate::agenda::{announces_agenda, is_about_agenda, read_addresses};
use crate::context::{Context, Entry};
use crate::dates::find_dates;
use crate::ideas::{announces_ideas, is_about_ideas, read_ideas};
use crate::index::Place;
use crate::inline::Inline;
use crate::leftover::{is_structure, left_over};
use crate::limits::check;
use crate::page::{Block, Item};
use crate::running_order::{TimedLine, timed_line};
use crate::session_heading::{created, find};
use crate::standing::{Named, named};
use crate::words::on_one_line;
use crate::years::is_year;
use crate::{Counted, MOST_SLOTS, PageError};

/// Reads everything but the tables, in the page's order.
///
/// # Errors
/// Where the page has more of something than is read.
pub(crate) fn read_sections(blocks: &[Block], context: &mut Context<'_>) -> Result<(), PageError> {
    let mut sections = Sections::default();
    let slots = slot_headings(blocks);
    for block in blocks {
        let ideas = std::mem::take(&mut sections.ideas_next);
        match block {
            Block::Heading { text, lines, .. } if slots.contains(&lines.0) => {
                let timed = timed_line(text, lines.0).map(|line| (line, *lines));
                sections.running_order(timed.into_iter().collect(), context)?;
            }
            Block::Heading { level, text, lines } => {
                if sections.heading(*level, text, *lines, context)? {
                    context.ledger.take_all(lines.0..=lines.1);
                }
            }
            Block::Paragraph { text, lines } => sections.paragraph(text, *lines, context)?,
            Block::List(items) if ideas || sections.ideas_below => {
                let session = sections.open.last().map(|open| open.place.entry);
                let session = session.and_then(|entry| u32::try_from(entry).ok());
                read_ideas(
                    items,
                    session,
                    &mut context.draft.ideas,
                    &mut context.ledger,
                );
                check(Counted::Ideas, context.draft.ideas.len())?;
            }
            Block::List(items) => {
                let timed = items.iter().filter_map(timed_item).collect();
                sections.running_order(timed, context)?;
            }
            Block::Rule(line) => context.ledger.take(*line),
            Block::Table(_) => {}
        }
    }
    Ok(())
}

#[derive(Default)]
struct Sections {
    /// The sessions whose sections are open, outermost first.
    open: Vec<Open>,
    /// The last heading, for a running order that no session is known for.
    heading: Option<(Named, u32, u8)>,
    agenda: bool,
    /// The next list is of ideas.
    ideas_next: bool,
    /// Every list is of ideas until the next heading.
    ideas_below: bool,
}

struct Open {
    place: Place,
    level: u8,
}

/// Timed lines, each with the lines of the page it takes up.
type Timed = Vec<(TimedLine, (u32, u32))>;

impl Sections {
    /// Goes into a heading's section; tells whether its words were of use.
    fn heading(
        &mut self,
        level: u8,
        text: &Inline,
        lines: (u32, u32),
        context: &mut Context<'_>,
    ) -> Result<bool, PageError> {
        context.ledger.remark_on_links(lines.0, text);
        let title = on_one_line(&text.text);
        let names_programme = level == 1 && context.draft.title.is_none() && !title.is_empty();
        if names_programme {
            context.draft.title = Some(context.ledger.title(lines.0, title.clone()));
        }
        self.open.retain(|open| open.level < level);
        self.agenda = announces_agenda(&title);
        self.ideas_below = announces_ideas(&title);
        let named = named(text);
        let place = find(&named, lines.0, context)?;
        if let Some(place) = place {
            self.open.push(Open { place, level });
        }
        let only_structure = left_over(&title, is_structure).is_none();
        let gives_year = context.years.is_given_at(lines.0);
        let announces = self.agenda || self.ideas_below || gives_year;
        // The title of a programme or session is kept whole.
        if announces && !names_programme && place.is_none() {
            let left = left_over(&title, |word| {
                is_structure(word)
                    || (self.agenda && is_about_agenda(word))
                    || (self.ideas_below && is_about_ideas(word))
                    || (gives_year && is_year(word))
            });
            context.ledger.remark_on_words(lines.0, left);
        }
        self.heading = Some((named, lines.0, level));
        Ok(names_programme || place.is_some() || announces || only_structure)
    }

    fn paragraph(
        &mut self,
        text: &Inline,
        lines: (u32, u32),
        context: &mut Context<'_>,
    ) -> Result<(), PageError> {
        let words = text.text.trim().to_ascii_lowercase();
        let is_contents = matches!(words.as_str(), "[[toc]]" | "[toc]");
        // The label of a list may close a paragraph of something else.
        let label = words_of_last_line(text);
        if announces_ideas(label) && (label.ends_with(':') || (text.strong && lines.0 == lines.1)) {
            context.ledger.take(lines.1);
            let left = left_over(label, |word| is_structure(word) || is_about_ideas(word));
            context.ledger.remark_on_words(lines.1, left);
            self.ideas_next = true;
        }
        if is_contents {
            context.ledger.take_all(lines.0..=lines.1);
        } else if !read_addresses(
            text,
            lines,
            self.agenda,
            &mut context.draft,
            &mut context.ledger,
        ) {
            self.running_order(timed_paragraph(text, lines), context)?;
        }
        Ok(())
    }

    /// Keeps timed lines for the session whose section is open.
    fn running_order(&mut self, timed: Timed, context: &mut Context<'_>) -> Result<(), PageError> {
        let Some((first, _)) = timed.first() else {
            return Ok(());
        };
        let (start, line) = (first.hours.start, first.line);
        let place = match self.open.last() {
            Some(open) => open.place,
            None => {
                let (heading, line, level) = self
                    .heading
                    .clone()
                    .unwrap_or_else(|| (Named::of("Session"), line, 0));
                context.ledger.take(line);
                let place = created(&heading, None, line, context)?;
                self.open.push(Open { place, level });
                place
            }
        };
        let Some(entry) = context.entries.get_mut(place.entry) else {
            return Ok(());
        };
        let Some(day) = free_day(entry, place.day, start) else {
            let message = Message::new("remark-second-running-order");
            let message = message.text("session", &entry.session.title);
            context.ledger.remark(line, message);
            return Ok(());
        };
        let room = MOST_SLOTS.saturating_sub(day.len());
        for (line, (from, to)) in timed.into_iter().take(room) {
            context.ledger.take_all(from..=to);
            context.timed += 1;
            day.push(line);
        }
        check(Counted::Slots, context.timed)
    }
}

/// The lines of the headings that are slots: those that begin with a time, where all of the same
/// level in their section do and none has a running order of its own below.
fn slot_headings(blocks: &[Block]) -> BTreeSet<u32> {
    let (mut open, mut closed): (Vec<Siblings>, Vec<Siblings>) = (Vec::new(), Vec::new());
    for block in blocks {
        let has_more_below = match block {
            Block::Heading { level, text, lines } => {
                let deeper = open.partition_point(|siblings| siblings.level <= *level);
                closed.extend(open.drain(deeper..));
                let timed = timed_line(text, lines.0).is_some() && find_dates(&text.text).is_none();
                if let Some(same) = open.last_mut().filter(|last| last.level == *level) {
                    same.lines.push(lines.0);
                    same.are_slots &= timed;
                    continue;
                }
                let (level, lines) = (*level, vec![lines.0]);
                let are_slots = timed;
                let parent = open.len().checked_sub(1);
                open.push(Siblings {
                    level,
                    lines,
                    are_slots,
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
        if let Some(siblings) = has_more_below.and_then(|at| open.get_mut(at)) {
            siblings.are_slots = false;
        }
    }
    let all = closed.into_iter().chain(open);
    all.filter(|siblings| siblings.are_slots)
        .flat_map(|siblings| siblings.lines)
        .collect()
}

/// The headings of one level in one section.
struct Siblings {
    level: u8,
    lines: Vec<u32>,
    are_slots: bool,
}

/// The day whose running order goes on at `start`, or the next one that has none yet.
fn free_day(entry: &mut Entry, day: usize, start: u32) -> Option<&mut Vec<TimedLine>> {
    entry.timed.iter_mut().skip(day).find(|lines| {
        lines
            .last()
            .is_none_or(|last| start >= last.hours.end.unwrap_or(last.hours.start))
    })
}

/// The time and title of a list's item, where it begins with a time.
pub(crate) fn timed_item(item: &Item) -> Option<(TimedLine, (u32, u32))> {
    Some((timed_line(&item.text, item.lines.0)?, item.lines))
}

/// The lines of a paragraph that begin with a time.
pub(crate) fn timed_paragraph(text: &Inline, lines: (u32, u32)) -> Timed {
    let words: Vec<_> = text.text.split('\n').collect();
    // Lines can't be told apart where a break was not the end of one, or an end is no break.
    let breaks = u32::try_from(words.len() - 1).unwrap_or(u32::MAX);
    let told_apart = text.keeps_lines(lines) && lines.0.saturating_add(breaks) == lines.1;
    if !told_apart || text.all_struck {
        return Vec::new();
    }
    (lines.0..)
        .zip(words)
        .filter_map(|(line, words)| {
            let inline = Inline {
                text: words.to_owned(),
                ..Inline::default()
            };
            Some((timed_line(&inline, line)?, (line, line)))
        })
        .collect()
}

fn words_of_last_line(text: &Inline) -> &str {
    text.text.lines().next_back().unwrap_or_default().trim()
}
