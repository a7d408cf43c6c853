//! The order in which the parts of a page are merged, and its place as the next merge's base.

use std::collections::BTreeSet;

use deroule_model::{
    Anchors, Entity, Message, ProgrammeId, SessionId, Source, SourceId, SourcePage, Subject,
};

use super::existing::{Existing, described};
use super::merger::{Merge, Place, ThreeWay};
use super::pairs::Pairs;
use crate::draft::Draft;
use crate::fields::ProgrammeField;
use crate::refusal::Refusal;
use crate::three_way::{Base, Field, Resolution, value};
use crate::transaction::Transaction;
use crate::validate::trimmed;

/// The zone of a programme whose page names none.
const USUAL_ZONE: &str = "Europe/Paris";

/// A page to be merged.
pub(crate) struct Incoming<'a> {
    pub(crate) draft: &'a Draft,
    pub(crate) base: Option<&'a Base>,
    pub(crate) sources: &'a [SourceId],
    pub(crate) page: Option<&'a SourcePage>,
    pub(crate) resolution: &'a Resolution,
    pub(crate) exported: &'a [SessionId],
}

impl Transaction<'_> {
    pub(crate) fn merge(
        &mut self,
        id: ProgrammeId,
        incoming: &Incoming<'_>,
    ) -> Result<Message, Refusal> {
        let sources: Vec<Source> = self.state.sources(id).cloned().collect();
        let anchored = sources.iter().flat_map(|row| row.anchors.ids()).collect();
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
                written = described(&self.state, id);
                Existing::of(&written.0, &written.1)
            }
        };
        let mut merge = Merge {
            programme: id,
            resolution: incoming.resolution,
            exported: incoming.exported.iter().copied().collect(),
            has_base: base.is_some(),
            elsewhere: others.iter().flat_map(|row| row.anchors.ids()).collect(),
            anchored,
            audiences: existing.audiences.clone(),
            of_base: existing.slots().collect(),
            claimed: BTreeSet::new(),
            cancelled: source
                .as_ref()
                .map(|row| row.anchors.cancelled.iter().copied().collect())
                .unwrap_or_default(),
            anchors: Anchors::default(),
            transaction: self,
        };
        let draft = incoming.draft;
        let title = merge.merge_programme(draft, base.map(|base| &base.draft))?;
        for name in &draft.audiences {
            merge.audience_named(name)?;
        }
        let pairs = Pairs::of(
            &merge.transaction.state,
            id,
            draft,
            &existing,
            merge.has_base,
        );
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
        let title = trimmed(draft.title.clone());
        let Some(row) = self.transaction.state.programme(id).cloned() else {
            let title = title.unwrap_or_else(|| "Programme".to_owned());
            // A page writes no time zone: the draft's is a guess, for want of a better one only.
            let zone = draft.timezone.clone();
            let zone = zone.unwrap_or_else(|| USUAL_ZONE.to_owned());
            let language = draft.language.unwrap_or_default();
            self.transaction
                .add_programme(id, title.clone(), zone, language)?;
            for url in agenda(draft) {
                self.transaction.set_programme(id, url)?;
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
            let base = base.and_then(|base| trimmed(base.title.clone()));
            let value = ThreeWay {
                field: Field::Title,
                base: base.as_ref(),
                ours: &row.title,
                theirs: &title,
                // Without a known former title, the page's title names the programme.
                is_open: true,
                is_silent: false,
            };
            if self.takes(&place, &value, |title| Some(value::text(title))) {
                self.transaction
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
            self.transaction
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
            self.transaction
                .set_programme(id, ProgrammeField::AgendaFeedUrl(theirs))?;
        }
        Ok(self.transaction.programme(id)?.title)
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
        let state = &self.transaction.state;
        let is_there = |id: &SessionId| state.session(*id).is_some();
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
        // The reading before is part of the id: a merge that was prepared on it finds that it is gone.
        let previous = before.as_ref().map(|row| row.id.to_string());
        let facts = [previous.as_deref().unwrap_or_default(), &page.text];
        let id: SourceId = self.derive("source", &facts);
        if let Some(before) = before {
            self.transaction.delete(Entity::Source(before));
        }
        self.transaction.create(Entity::Source(Source {
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
