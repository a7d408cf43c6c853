//! Turns the timed lines of a day into its running order.

use deroule_edit::draft::DraftSlot;
use deroule_model::{Clock, Message, Minutes};

use crate::hours::{DAY, Hours, NEXT_MIDNIGHT};
use crate::kinds::{has_alternatives, infer_kind};
use crate::normalize::has_word;
use crate::parsed_page::Remark;
use crate::timed_line::TimedLine;
use crate::title::{title_cut, truncated_title};
use crate::track_count::{ParallelTitle, TrackCount, parallel_title};

/// From this time on, early hours that follow are the next day's.
const LATE_EVENING: Clock = Clock::at(20, 0);
/// Before this time, hours can be the end of the previous evening.
const EARLY_MORNING: Clock = Clock::at(6, 0);

/// The slots of a day, and the remarks on their lines.
pub(crate) struct RunningOrder {
    pub(crate) slots: Vec<DraftSlot>,
    /// The start of the first slot.
    pub(crate) start: Option<Clock>,
    /// The end of the last slot.
    pub(crate) end: Option<Clock>,
    pub(crate) remarks: Vec<Remark>,
}

impl RunningOrder {
    /// Turns the timed lines of one day into slots.
    ///
    /// A slot without an end lasts until the next one starts. A slot is pinned only after a gap or
    /// an overlap.
    pub(crate) fn from_lines(lines: &[TimedLine]) -> Self {
        let mut order = Self {
            slots: Vec::with_capacity(lines.len()),
            start: None,
            end: None,
            remarks: Vec::new(),
        };
        for (at, line) in lines.iter().enumerate() {
            order.add(line, lines.get(at + 1));
        }
        order
    }

    fn add(&mut self, line: &TimedLine, next: Option<&TimedLine>) {
        let hours = after_midnight(line.hours, self.end);
        let end = self.slot_end(line, hours, next);
        let pin = self
            .end
            .filter(|before| *before != hours.start)
            .map(|before| {
                let code = if before < hours.start {
                    "remark-gap"
                } else {
                    "remark-overlap"
                };
                let message = Message::new(code).time("before", before);
                self.remark(line, message.time("start", hours.start));
                hours.start
            });
        let parallel = parallel_title(&line.title);
        self.remark_words(line, &parallel);
        let kind = infer_kind(&parallel.title);
        let title = self.title(line, parallel.title);
        self.slots.push(DraftSlot {
            kind,
            title,
            minutes: end - hours.start,
            pin,
            tracks: parallel.tracks.exact().unwrap_or_default(),
            line: line.line,
        });
        self.start.get_or_insert(hours.start);
        self.end = Some(end);
    }

    /// The end of a line's slot, never before its start.
    fn slot_end(&mut self, line: &TimedLine, hours: Hours, next: Option<&TimedLine>) -> Clock {
        if let Some(end) = hours.end {
            if end >= hours.start {
                return end;
            }
            let message = Message::new("remark-end-before-start").time("start", hours.start);
            self.remark(line, message.time("end", end));
        }
        let next = next
            .map(|next| after_midnight(next.hours, Some(hours.start)).start)
            .filter(|next| *next >= hours.start);
        if next.is_none() && !has_word(&line.title, &["fin", "end", "close", "cloture"]) {
            let message = Message::new("remark-no-end").text("title", &line.title);
            self.remark(line, message);
        }
        next.unwrap_or(hours.start)
    }

    fn remark_words(&mut self, line: &TimedLine, parallel: &ParallelTitle) {
        if let Some(mark) = line.stray_mark {
            self.remark(line, Message::new("remark-stray-mark").text("mark", mark));
        }
        if !line.struck.is_empty() {
            let message = Message::new("remark-struck").text("text", &line.struck);
            self.remark(line, message);
        }
        for address in &line.links {
            self.remark(line, Message::new("remark-link").text("address", address));
        }
        if has_alternatives(&line.title) {
            let message = Message::new("remark-undecided").text("title", &line.title);
            self.remark(line, message);
        }
        if let Some(note) = &parallel.note {
            self.remark(line, Message::new("remark-tracks-aside").text("text", note));
        }
        if parallel.tracks == TrackCount::Unspecified {
            let message = Message::new("remark-tracks-uncounted");
            self.remark(line, message.text("title", &line.title));
        }
    }

    /// Truncates a slot's title that is too long, with a remark.
    fn title(&mut self, line: &TimedLine, title: String) -> String {
        let (title, is_cut) = truncated_title(title);
        if is_cut {
            self.remark(line, title_cut());
        }
        title
    }

    fn remark(&mut self, line: &TimedLine, message: Message) {
        let line = line.line;
        self.remarks.push(Remark { line, message });
    }
}

/// Moves hours to the next day if the running order has reached midnight before them.
///
/// Once it has passed midnight, later hours follow it whatever they are.
fn after_midnight(hours: Hours, before: Option<Clock>) -> Hours {
    let is_next_day = before.is_some_and(|before| {
        let crosses_midnight = before >= LATE_EVENING && hours.start < EARLY_MORNING;
        crosses_midnight
            || (before > NEXT_MIDNIGHT
                && hours.start < NEXT_MIDNIGHT
                && hours.start + DAY >= before)
    });
    let shift = if is_next_day { DAY } else { Minutes::ZERO };
    Hours {
        start: hours.start + shift,
        end: hours.end.map(|end| {
            if end < NEXT_MIDNIGHT {
                end + shift
            } else {
                end
            }
        }),
    }
    .past_midnight()
}
