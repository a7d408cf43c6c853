//! Merging what a page says into a programme, three ways: what the page said when it was last read
//! (the base), what the plan says, what the page says now.
//!
//! What only the page changed is taken, what only the plan changed is kept, what both changed in two
//! ways is a [`Conflict`]. What the base had and the page no longer has is removed; what the base
//! never had is not. Reading a page twice changes nothing the second time.

mod days;
mod existing;
mod ideas;
mod match_sessions;
mod match_slots;
mod pairs;
mod removal;
mod running_order;
mod sessions;
mod tracks;

use std::collections::{BTreeMap, BTreeSet};

use crate::draft::{Draft, Kept};
use crate::merge::{Base, Conflict, Resolution, Verdict, value, verdict};
use crate::spelling::folded;
use crate::{
    Anchors, AudienceId, Entity, Field, Message, ProgrammeId, Refusal, SessionId, SlotId, Source,
    SourceId, SourcePage, Subject,
};
use uuid::Uuid;

use super::ProgrammeField;
use super::programmes::same_name;
use super::working::{Working, tidy};
use existing::{Existing, described};
use pairs::Pairs;

/// The zone of a programme whose page names none.
const USUAL_ZONE: &str = "Europe/Paris";

/// A page to be merged.
pub(super) struct Incoming<'a> {
    pub(super) draft: &'a Draft,
    pub(super) base: Option<&'a Base>,
    pub(super) sources: &'a [SourceId],
    pub(super) page: Option<&'a SourcePage>,
    pub(super) resolution: &'a Resolution,
    pub(super) exported: &'a [SessionId],
}

/// A merge under way.
struct Merge<'m, 'w> {
    working: &'m mut Working<'w>,
    programme: ProgrammeId,
    resolution: &'m Resolution,
    exported: BTreeSet<SessionId>,
    /// Whether it is known what the page said before.
    has_base: bool,
    /// Rows that other pages of the programme speak of.
    elsewhere: BTreeSet<Uuid>,
    /// The audiences by the page's names for them.
    audiences: BTreeMap<String, AudienceId>,
    /// Slots that are on the page.
    claimed: BTreeSet<SlotId>,
    /// Sessions that an earlier merge cancelled because the page no longer had them.
    cancelled: BTreeSet<SessionId>,
    /// Which row each part of the page is.
    anchors: Anchors,
}

/// What a value belongs to, for the report.
struct Place {
    /// The start of the conflict's key.
    key: String,
    /// The line of the page.
    line: Option<u32>,
    title: String,
    of: Option<String>,
}

/// One value in the three states of a merge.
struct ThreeWay<'a, T: ?Sized> {
    field: Field,
    /// What the page said; none where that is not known.
    base: Option<&'a T>,
    ours: &'a T,
    theirs: &'a T,
    /// Whether the plan's value is nothing that anybody chose.
    is_open: bool,
    /// Whether the page says nothing.
    is_silent: bool,
}

impl Working<'_> {
    pub(super) fn merge(
        &mut self,
        id: ProgrammeId,
        incoming: &Incoming<'_>,
    ) -> Result<Message, Refusal> {
        let sources: Vec<Source> = self.plan.sources(id).cloned().collect();
        let known = sources.iter().map(|row| &row.id);
        if incoming.page.is_some() && !known.eq(incoming.sources) {
            return Err(Refusal::ReadMeanwhile(Subject::Programme(id)));
        }
        let base = incoming.base;
        let is_base = |row: &Source| base.is_some_and(|base| base.source == Some(row.id));
        let (mut own, others): (Vec<_>, Vec<_>) = sources.into_iter().partition(is_base);
        let source = own.pop();
        let (written, unread);
        let existing = match base {
            Some(base) => {
                unread = Anchors::default();
                let anchors = source.as_ref().map_or(&unread, |row| &row.anchors);
                Existing::of(&base.draft, anchors)
            }
            None => {
                written = described(&self.plan, id);
                Existing::of(&written.0, &written.1)
            }
        };
        let mut merge = Merge {
            programme: id,
            resolution: incoming.resolution,
            exported: incoming.exported.iter().copied().collect(),
            has_base: base.is_some(),
            elsewhere: others.iter().flat_map(|row| row.anchors.ids()).collect(),
            audiences: existing.audiences.clone(),
            claimed: BTreeSet::new(),
            cancelled: source
                .as_ref()
                .map(|row| row.anchors.cancelled.iter().copied().collect())
                .unwrap_or_default(),
            anchors: Anchors::default(),
            working: self,
        };
        let draft = incoming.draft;
        let title = merge.merge_programme(draft, base.map(|base| &base.draft))?;
        for name in &draft.audiences {
            merge.audience_named(name)?;
        }
        let pairs = Pairs::of(&merge.working.plan, id, draft, &existing, merge.has_base);
        let sessions = merge.merge_sessions(draft, &existing, &pairs)?;
        merge.merge_ideas(&draft.ideas, &existing, &sessions)?;
        merge.remove_what_is_gone(draft, &existing, &pairs)?;
        merge.remove_audiences(draft, &existing)?;
        merge.keep_source(source, incoming.page)?;
        Ok(Message::new("edit-merge").text("title", title))
    }
}

impl Merge<'_, '_> {
    fn merge_programme(&mut self, draft: &Draft, base: Option<&Draft>) -> Result<String, Refusal> {
        let id = self.programme;
        let title = tidy(draft.title.clone());
        let Some(row) = self.working.plan.programme(id).cloned() else {
            let title = title.unwrap_or_else(|| "Programme".to_owned());
            // A page writes no time zone: the draft's is a guess, for want of a better one only.
            let zone = draft.timezone.clone();
            let zone = zone.unwrap_or_else(|| USUAL_ZONE.to_owned());
            let language = draft.language.unwrap_or_default();
            self.working
                .add_programme(id, title.clone(), zone, language)?;
            for url in agenda(draft) {
                self.working.set_programme(id, url)?;
            }
            return Ok(title);
        };
        let place = Place {
            key: format!("programme/{id}"),
            line: None,
            title: row.title.clone(),
            of: None,
        };
        if let Some(title) = title {
            let base = base.and_then(|base| tidy(base.title.clone()));
            let value = ThreeWay {
                field: Field::Title,
                base: base.as_ref(),
                ours: &row.title,
                theirs: &title,
                // Where it is not known what the page was called, its title names the programme.
                is_open: true,
                is_silent: false,
            };
            if self.takes(&place, &value, |title| Some(value::text(title))) {
                self.working
                    .set_programme(id, ProgrammeField::Title(title))?;
            }
        }
        let page = base.map(|base| base.agenda_page_url.clone());
        let feed = base.map(|base| base.agenda_feed_url.clone());
        let theirs = draft.agenda_page_url.clone();
        if self.takes_text(
            &place,
            Field::AgendaPage,
            page,
            &row.agenda_page_url,
            &theirs,
        ) {
            self.working
                .set_programme(id, ProgrammeField::AgendaPageUrl(theirs))?;
        }
        let theirs = draft.agenda_feed_url.clone();
        if self.takes_text(
            &place,
            Field::AgendaFeed,
            feed,
            &row.agenda_feed_url,
            &theirs,
        ) {
            self.working
                .set_programme(id, ProgrammeField::AgendaFeedUrl(theirs))?;
        }
        Ok(self.working.programme(id)?.title)
    }

    /// The audience that the page calls `name`; a new one where there is none.
    fn audience_named(&mut self, name: &str) -> Result<AudienceId, Refusal> {
        let id = match self.audience_called(name) {
            Some(id) => id,
            None => {
                let id = AudienceId::fresh(self.working.ids);
                self.working
                    .add_audience(id, self.programme, name.to_owned())?;
                id
            }
        };
        self.audiences.insert(folded(name), id);
        let anchors = &mut self.anchors.audiences;
        if !anchors.iter().any(|(other, _)| other == name) {
            anchors.push((name.to_owned(), id));
        }
        Ok(id)
    }

    /// The audience that the page calls `name`, if there is one: it may have another name here.
    fn audience_called(&self, name: &str) -> Option<AudienceId> {
        let plan = &self.working.plan;
        let anchored = self.audiences.get(&folded(name)).copied();
        anchored
            .filter(|id| plan.audience(*id).is_some())
            .or_else(|| {
                let mut rows = plan.audiences(self.programme).into_iter();
                rows.find(|row| same_name(&row.name, name))
                    .map(|row| row.id)
            })
    }

    /// Whether the page's value is to be written. A conflict is noted either way.
    fn takes<T: PartialEq + ?Sized>(
        &mut self,
        place: &Place,
        value: &ThreeWay<'_, T>,
        message: impl Fn(&T) -> Option<Message>,
    ) -> bool {
        let verdict = match value.base {
            None if value.is_silent || value.ours == value.theirs => Verdict::Keep,
            None if value.is_open => Verdict::Take,
            base => verdict(base, value.ours, value.theirs),
        };
        match verdict {
            Verdict::Keep => false,
            Verdict::Take => true,
            Verdict::Conflict => self.conflict(
                place,
                value.field,
                [
                    value.base.and_then(&message),
                    message(value.ours),
                    message(value.theirs),
                ],
            ),
        }
    }

    /// The same for a text that may be missing.
    fn takes_text(
        &mut self,
        place: &Place,
        field: Field,
        base: Option<Option<String>>,
        ours: &Option<String>,
        theirs: &Option<String>,
    ) -> bool {
        let base = base.map(tidy);
        let theirs = tidy(theirs.clone());
        let value = ThreeWay {
            field,
            base: base.as_ref(),
            ours,
            theirs: &theirs,
            is_open: ours.is_none(),
            is_silent: theirs.is_none(),
        };
        self.takes(place, &value, |text| text.as_deref().map(value::text))
    }

    /// Notes a conflict (base, ours, theirs); says whether the page's value stands.
    fn conflict(&mut self, place: &Place, field: Field, values: [Option<Message>; 3]) -> bool {
        let key = format!("{}/{}", place.key, field.name());
        let is_theirs = self.resolution.is_theirs(&key);
        let [base, ours, theirs] = values;
        self.working.conflicts.push(Conflict {
            key,
            line: place.line,
            title: place.title.clone(),
            of: place.of.clone(),
            field,
            base,
            ours,
            theirs,
            is_theirs,
        });
        is_theirs
    }

    /// Notes what a page without a base does not have and what stays all the same.
    fn keep(&mut self, line: u32, message: Message) {
        self.working.kept.push(Kept { line, message });
    }

    /// Keeps the page as the base of the next merge.
    fn keep_source(
        &mut self,
        before: Option<Source>,
        page: Option<&SourcePage>,
    ) -> Result<(), Refusal> {
        let Some(page) = page else {
            return Ok(());
        };
        let plan = &self.working.plan;
        let is_there = |id: &SessionId| plan.session(*id).is_some();
        self.cancelled.retain(is_there);
        self.anchors.cancelled = self.cancelled.iter().copied().collect();
        let anchors = std::mem::take(&mut self.anchors);
        let mut page = page.clone();
        if let Some(before) = &before {
            // A page that was pasted is still the one in the file.
            page.path = page.path.or_else(|| before.page.path.clone());
            let is_same = (&page.text, &page.path, page.year)
                == (&before.page.text, &before.page.path, before.page.year);
            if is_same && anchors == before.anchors {
                return Ok(());
            }
        }
        if let Some(before) = before {
            self.working.delete(Entity::Source(before));
        }
        let id = SourceId::fresh(self.working.ids);
        self.working.create(Entity::Source(Source {
            id,
            programme: self.programme,
            page,
            anchors,
        }));
        Ok(())
    }
}

/// The addresses of the agenda that a page names.
fn agenda(draft: &Draft) -> impl Iterator<Item = ProgrammeField> {
    let page = draft.agenda_page_url.clone();
    let feed = draft.agenda_feed_url.clone();
    let page = page.map(|url| ProgrammeField::AgendaPageUrl(Some(url)));
    let feed = feed.map(|url| ProgrammeField::AgendaFeedUrl(Some(url)));
    page.into_iter().chain(feed)
}
