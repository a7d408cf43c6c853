//! The page outside its tables: headings that lead to sessions, running orders and ideas below them,
//! the agenda's addresses.

use deroule_plan::Message;

use crate::MOST_SLOTS;
use crate::agenda::{announces_agenda, read_addresses};
use crate::context::{Context, Entry};
use crate::ideas::{announces_ideas, read_ideas};
use crate::inline::Inline;
use crate::page::{Block, Item};
use crate::running_order::{TimedLine, timed_line};
use crate::session_heading::{Place, created, find};
use crate::words::{folded, on_one_line};

/// Reads everything but the tables, in the page's order.
pub(crate) fn read_sections(blocks: &[Block], context: &mut Context<'_>) {
    let mut sections = Sections::default();
    for block in blocks {
        let ideas = std::mem::take(&mut sections.ideas_next);
        match block {
            Block::Heading {
                level,
                text,
                lines,
                underlined,
            } => {
                let used = sections.heading(*level, text, *lines, context);
                if used || !underlined {
                    context.ledger.take_all(lines.0..=lines.1);
                }
            }
            Block::Paragraph { text, lines } => sections.paragraph(text, *lines, context),
            Block::List(items) if ideas || sections.ideas_below => {
                let session = sections.open.last().map(|open| open.place.entry);
                let session = session.and_then(|entry| u32::try_from(entry).ok());
                read_ideas(
                    items,
                    session,
                    &mut context.draft.ideas,
                    &mut context.ledger,
                );
            }
            Block::List(items) => {
                let timed = items.iter().filter_map(timed_item).collect();
                sections.running_order(timed, context);
            }
            Block::Rule(line) => context.ledger.take(*line),
            Block::Table(_) => {}
        }
    }
}

#[derive(Default)]
struct Sections {
    /// The sessions whose sections are open, outermost first.
    open: Vec<Open>,
    /// The last heading, for a running order that no session is known for.
    heading: Option<(String, u32, u8)>,
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
    ) -> bool {
        context.ledger.remark_on_links(lines.0, text);
        let title = on_one_line(&text.text);
        let names_programme = level == 1 && context.draft.title.is_none() && !title.is_empty();
        if names_programme {
            context.draft.title = Some(title.clone());
        }
        self.open.retain(|open| open.level < level);
        self.agenda = announces_agenda(&title);
        self.ideas_below = announces_ideas(&title);
        let place = find(&title, lines.0, context);
        if let Some(place) = place {
            self.open.push(Open { place, level });
        }
        self.heading = Some((title, lines.0, level));
        let leads_somewhere = place.is_some() || self.ideas_below;
        names_programme || leads_somewhere || context.years.is_given_at(lines.0)
    }

    fn paragraph(&mut self, text: &Inline, lines: (u32, u32), context: &mut Context<'_>) {
        let words = on_one_line(&text.text);
        let is_contents = matches!(folded(&words).as_str(), "[[toc]]" | "[toc]");
        // The label of a list may close a paragraph of something else.
        let label = words_of_last_line(text);
        if announces_ideas(label) && (label.ends_with(':') || (text.strong && lines.0 == lines.1)) {
            context.ledger.take(lines.1);
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
            self.running_order(timed_paragraph(text, lines), context);
        }
    }

    /// Keeps timed lines for the session whose section is open.
    fn running_order(&mut self, timed: Timed, context: &mut Context<'_>) {
        let Some((first, _)) = timed.first() else {
            return;
        };
        let (start, line) = (first.hours.start, first.line);
        let place = match self.open.last() {
            Some(open) => open.place,
            None => {
                let (title, line, level) = self
                    .heading
                    .clone()
                    .unwrap_or_else(|| ("Session".to_owned(), line, 0));
                context.ledger.take(line);
                let place = created(title, None, line, context);
                self.open.push(Open { place, level });
                place
            }
        };
        let Some(entry) = context.entries.get_mut(place.entry) else {
            return;
        };
        let Some(day) = free_day(entry, place.day, start) else {
            let message = Message::new("remark-second-running-order");
            let message = message.text("session", &entry.session.title);
            context.ledger.remark(line, message);
            return;
        };
        let room = MOST_SLOTS.saturating_sub(day.len());
        for (line, (from, to)) in timed.into_iter().take(room) {
            context.ledger.take_all(from..=to);
            day.push(line);
        }
    }
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
