//! Reads everything outside the tables: headings, running orders, ideas and the agenda.

mod slot_headings;

use deroule_model::{Clock, Message};

use slot_headings::slot_headings;

use crate::agenda::{is_agenda_heading, is_agenda_word, read_agenda_addresses};
use crate::blocks::Block;
use crate::context::{Context, SessionEntry};
use crate::error::{Counted, PageError};
use crate::ideas::{introduces_ideas, is_ideas_word, read_ideas};
use crate::inline::Inline;
use crate::limits::{MAX_SLOTS, check_count};
use crate::normalize::single_line;
use crate::session_heading::{create_session, find_session};
use crate::session_index::SessionRef;
use crate::status::StatusSplit;
use crate::timed_line::{LocatedTimedLine, TimedLine, timed_item, timed_line, timed_paragraph};
use crate::unused_words::{is_structure, unused_words};
use crate::years::is_year;

/// Reads everything outside the tables, in the page's order.
///
/// # Errors
/// When the page has too many rows.
pub(crate) fn read_sections(blocks: &[Block], context: &mut Context<'_>) -> Result<(), PageError> {
    let mut sections = Sections::default();
    let slots = slot_headings(blocks);
    for block in blocks {
        let follows_ideas_label = std::mem::take(&mut sections.follows_ideas_label);
        match block {
            Block::Heading { text, lines, .. } if slots.contains(&lines.0) => {
                let timed = timed_line(text, lines.0).map(|line| (line, *lines));
                sections.read_running_order(timed.into_iter().collect(), context)?;
            }
            Block::Heading { level, text, lines } => {
                if sections.read_heading(*level, text, *lines, context)? {
                    context.report.mark_all_read(lines.0..=lines.1);
                }
            }
            Block::Paragraph { text, lines } => sections.read_paragraph(text, *lines, context)?,
            Block::List(items) if follows_ideas_label || sections.is_ideas => {
                let session = sections.open.last().map(|open| open.session.session);
                let session = session.and_then(|position| u32::try_from(position).ok());
                read_ideas(
                    items,
                    session,
                    &mut context.draft.ideas,
                    &mut context.report,
                );
                check_count(Counted::Ideas, context.draft.ideas.len())?;
            }
            Block::List(items) => {
                let timed = items.iter().filter_map(timed_item).collect();
                sections.read_running_order(timed, context)?;
            }
            Block::Rule(line) => context.report.mark_read(*line),
            Block::Table(_) => {}
        }
    }
    Ok(())
}

/// The sections that contain the current block.
#[derive(Default)]
struct Sections {
    /// The sections of sessions, outermost first.
    open: Vec<OpenSection>,
    /// The last heading. It is the title of a running order without a session.
    heading: Option<LastHeading>,
    /// Whether the last heading is about the agenda.
    is_agenda: bool,
    /// Whether the last heading introduces ideas.
    is_ideas: bool,
    /// Whether the block before is a label that introduces ideas.
    follows_ideas_label: bool,
}

/// The section of a session.
struct OpenSection {
    session: SessionRef,
    level: u8,
}

#[derive(Clone)]
struct LastHeading {
    title: StatusSplit,
    line: u32,
    level: u8,
}

impl Sections {
    /// Enters a heading's section. Returns whether the heading was understood.
    fn read_heading(
        &mut self,
        level: u8,
        text: &Inline,
        lines: (u32, u32),
        context: &mut Context<'_>,
    ) -> Result<bool, PageError> {
        let line = lines.0;
        context.report.remark_links(line, text);
        let title = single_line(&text.text);
        let is_programme_title = level == 1 && context.draft.title.is_none() && !title.is_empty();
        if is_programme_title {
            context.draft.title = Some(context.report.title(line, title.clone()));
        }
        self.open.retain(|open| open.level < level);
        self.is_agenda = is_agenda_heading(&title);
        self.is_ideas = introduces_ideas(&title);
        let split = StatusSplit::of_inline(text);
        let session = find_session(&split, line, context)?;
        if let Some(session) = session {
            self.open.push(OpenSection { session, level });
        }
        let is_only_structure = unused_words(&title, is_structure).is_none();
        let gives_year = context.years.is_heading_with_year(line);
        let is_introduction = self.is_agenda || self.is_ideas || gives_year;
        // The title of a programme or session is used as a whole.
        if is_introduction && !is_programme_title && session.is_none() {
            let unused = unused_words(&title, |word| {
                is_structure(word)
                    || (self.is_agenda && is_agenda_word(word))
                    || (self.is_ideas && is_ideas_word(word))
                    || (gives_year && is_year(word))
            });
            context.report.remark_unused_words(line, unused);
        }
        self.heading = Some(LastHeading {
            title: split,
            line,
            level,
        });
        Ok(is_programme_title || session.is_some() || is_introduction || is_only_structure)
    }

    fn read_paragraph(
        &mut self,
        text: &Inline,
        lines: (u32, u32),
        context: &mut Context<'_>,
    ) -> Result<(), PageError> {
        let lower = text.text.trim().to_ascii_lowercase();
        let is_table_of_contents = matches!(lower.as_str(), "[[toc]]" | "[toc]");
        // The label of a list can be the last line of another paragraph.
        let label = last_line(text);
        let is_label = label.ends_with(':') || (text.is_strong && lines.0 == lines.1);
        if is_label && introduces_ideas(label) {
            context.report.mark_read(lines.1);
            let unused = unused_words(label, |word| is_structure(word) || is_ideas_word(word));
            context.report.remark_unused_words(lines.1, unused);
            self.follows_ideas_label = true;
        }
        if is_table_of_contents {
            context.report.mark_all_read(lines.0..=lines.1);
        } else if !read_agenda_addresses(
            text,
            lines,
            self.is_agenda,
            &mut context.draft,
            &mut context.report,
        ) {
            self.read_running_order(timed_paragraph(text, lines), context)?;
        }
        Ok(())
    }

    /// Adds timed lines to the session of the current section, or to a new one.
    fn read_running_order(
        &mut self,
        timed: Vec<LocatedTimedLine>,
        context: &mut Context<'_>,
    ) -> Result<(), PageError> {
        let Some((first, _)) = timed.first() else {
            return Ok(());
        };
        let (start, line) = (first.hours.start, first.line);
        let session = match self.open.last() {
            Some(open) => open.session,
            None => self.create_undated_session(line, context)?,
        };
        let Some(entry) = context.sessions.get_mut(session.session) else {
            return Ok(());
        };
        let Some(day) = day_with_room(entry, session.day, start) else {
            let message = Message::new("remark-second-running-order");
            let message = message.text("session", &entry.session.title);
            context.report.remark(line, message);
            return Ok(());
        };
        let room = MAX_SLOTS.saturating_sub(day.len());
        for (line, (first, last)) in timed.into_iter().take(room) {
            context.report.mark_all_read(first..=last);
            context.counts.timed_lines += 1;
            day.push(line);
        }
        check_count(Counted::Slots, context.counts.timed_lines)
    }

    /// Creates a session for a running order outside the sections of sessions.
    fn create_undated_session(
        &mut self,
        line: u32,
        context: &mut Context<'_>,
    ) -> Result<SessionRef, PageError> {
        let LastHeading { title, line, level } =
            self.heading.clone().unwrap_or_else(|| LastHeading {
                title: StatusSplit::without_status("Session"),
                line,
                level: 0,
            });
        context.report.mark_read(line);
        let session = create_session(&title, None, line, context)?;
        self.open.push(OpenSection { session, level });
        Ok(session)
    }
}

/// The first day, from `day` on, whose running order is empty or ends by `start`.
fn day_with_room(
    entry: &mut SessionEntry,
    day: usize,
    start: Clock,
) -> Option<&mut Vec<TimedLine>> {
    entry.timed_lines.iter_mut().skip(day).find(|lines| {
        lines
            .last()
            .is_none_or(|last| start >= last.hours.end.unwrap_or(last.hours.start))
    })
}

fn last_line(text: &Inline) -> &str {
    text.text.lines().next_back().unwrap_or_default().trim()
}
