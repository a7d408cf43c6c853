//! A day's running order, read from lines such as `9h30 - 10h : Accueil`.

use deroule_edit::draft::DraftSlot;
use deroule_model::Message;

use crate::Remark;
use crate::hours::{DAY, Hours, leading_hours};
use crate::inline::Inline;
use crate::kinds::{is_undecided, kind};
use crate::parallel::{Told, Tracks, tracks};
use crate::words::{has_word, on_one_line, short_title, title_cut};

/// A line that gives a time and says what happens then.
pub(crate) struct TimedLine {
    pub(crate) hours: Hours,
    pub(crate) title: String,
    pub(crate) line: u32,
    /// Marks of Markdown that mark nothing, such as the `**` of `9h** : accueil`.
    pub(crate) stray: Option<&'static str>,
    /// What was struck beside the words that stand.
    pub(crate) struck: String,
    /// The addresses its words link to.
    pub(crate) links: Vec<String>,
}

/// Reads a line that begins with a time; `None` where it does not, or says nothing else.
pub(crate) fn timed_line(inline: &Inline, line: u32) -> Option<TimedLine> {
    if inline.all_struck {
        return None;
    }
    let text = inline.text.trim_start_matches(['•', '·', ' ', '\t']);
    let stray = ["**", "__", "~~"]
        .into_iter()
        .find(|mark| text.contains(mark));
    let text = stray.map_or_else(|| text.to_owned(), |mark| text.replace(mark, ""));
    let (hours, rest) = leading_hours(&text)?;
    let title = on_one_line(rest.trim_start_matches(|letter: char| {
        letter.is_whitespace() || ":-–—|,.=>→".contains(letter)
    }));
    let says_something = title.chars().any(char::is_alphanumeric);
    says_something.then(|| TimedLine {
        hours,
        title,
        line,
        stray,
        struck: on_one_line(&inline.struck),
        links: inline.links.clone(),
    })
}

/// A day's slots, and what there is to say about their lines.
pub(crate) struct RunningOrder {
    pub(crate) slots: Vec<DraftSlot>,
    /// When the first slot starts, in minutes since midnight.
    pub(crate) start: Option<u32>,
    /// When the last slot ends, in minutes since midnight.
    pub(crate) end: Option<u32>,
    pub(crate) remarks: Vec<Remark>,
}

/// Makes slots of the timed lines of one day. A slot without an end lasts until the next begins;
/// contiguous slots flow, and one is pinned only where the lines leave a gap or an overlap.
pub(crate) fn compose(lines: &[TimedLine]) -> RunningOrder {
    let mut order = RunningOrder {
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

impl RunningOrder {
    fn add(&mut self, line: &TimedLine, next: Option<&TimedLine>) {
        let hours = on_this_night(line.hours, self.end);
        let end = self.end_of(line, hours, next);
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
                self.say(line, message.time("start", hours.start));
                hours.start
            });
        let told = tracks(&line.title);
        self.remark_on_words(line, &told);
        let kind = kind(&told.title);
        let title = self.title(line, told.title);
        self.slots.push(DraftSlot {
            kind,
            title,
            minutes: end - hours.start,
            pin,
            tracks: told.tracks.count().unwrap_or_default(),
            line: line.line,
        });
        self.start.get_or_insert(hours.start);
        self.end = Some(end);
    }

    /// When a line's slot ends; never before it starts.
    fn end_of(&mut self, line: &TimedLine, hours: Hours, next: Option<&TimedLine>) -> u32 {
        if let Some(end) = hours.end {
            if end >= hours.start {
                return end;
            }
            let message = Message::new("remark-end-before-start").time("start", hours.start);
            self.say(line, message.time("end", end));
        }
        let next = next
            .map(|next| on_this_night(next.hours, Some(hours.start)).start)
            .filter(|next| *next >= hours.start);
        if next.is_none() && !has_word(&line.title, &["fin", "end", "close", "cloture"]) {
            self.say(
                line,
                Message::new("remark-no-end").text("title", &line.title),
            );
        }
        next.unwrap_or(hours.start)
    }

    fn remark_on_words(&mut self, line: &TimedLine, told: &Told) {
        if let Some(mark) = line.stray {
            self.say(line, Message::new("remark-stray-mark").text("mark", mark));
        }
        if !line.struck.is_empty() {
            self.say(
                line,
                Message::new("remark-struck").text("text", &line.struck),
            );
        }
        for address in &line.links {
            self.say(line, Message::new("remark-link").text("address", address));
        }
        if is_undecided(&line.title) {
            self.say(
                line,
                Message::new("remark-undecided").text("title", &line.title),
            );
        }
        if let Some(aside) = &told.aside {
            self.say(
                line,
                Message::new("remark-tracks-aside").text("text", aside),
            );
        }
        if told.tracks == Tracks::Uncounted {
            let message = Message::new("remark-tracks-uncounted");
            self.say(line, message.text("title", &line.title));
        }
    }

    /// A slot's title, cut where it is longer than any may be, which is said.
    fn title(&mut self, line: &TimedLine, title: String) -> String {
        let (title, is_cut) = short_title(title);
        if is_cut {
            self.say(line, title_cut());
        }
        title
    }

    fn say(&mut self, line: &TimedLine, message: Message) {
        let line = line.line;
        self.remarks.push(Remark { line, message });
    }
}

/// Late enough for what follows in the small hours to be the next day's.
const LATE: u32 = 20 * 60;
/// Until when hours can be the end of the evening before.
const MORNING: u32 = 6 * 60;

/// Puts hours on the next day where the running order has come to midnight. Once it has gone past it,
/// what comes later goes on from there, whatever the hour.
fn on_this_night(hours: Hours, before: Option<u32>) -> Hours {
    let past = before.is_some_and(|before| {
        let begins_night = before >= LATE && hours.start < MORNING;
        begins_night || (before > DAY && hours.start < DAY && hours.start + DAY >= before)
    });
    let shift = if past { DAY } else { 0 };
    Hours {
        start: hours.start + shift,
        end: hours
            .end
            .map(|end| if end < DAY { end + shift } else { end }),
    }
    .past_midnight()
}
