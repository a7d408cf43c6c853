//! A merge under way: what its parts share, and the rule for one value.

use std::collections::{BTreeMap, BTreeSet};

use deroule_model::normalize::is_same_name;
use deroule_model::{Anchors, AudienceId, Message, ProgrammeId, SessionId, SlotId};
use uuid::Uuid;

use crate::draft::Divergence;
use crate::three_way::{Conflict, Field, Resolution, Verdict, value, verdict};
use crate::transaction::Transaction;
use crate::validate::trimmed;

/// A merge under way.
pub(super) struct Merge<'m, 'w> {
    pub(super) transaction: &'m mut Transaction<'w>,
    pub(super) programme: ProgrammeId,
    pub(super) resolution: &'m Resolution,
    pub(super) exported: BTreeSet<SessionId>,
    /// Whether the page's former content is known.
    pub(super) has_base: bool,
    /// Rows that other pages of the programme speak of.
    pub(super) elsewhere: BTreeSet<Uuid>,
    /// Rows that any page of the programme spoke of before, deleted ones too: a new row may not be
    /// taken for one of them.
    pub(super) anchored: BTreeSet<Uuid>,
    /// The audiences by the page's names for them.
    pub(super) audiences: BTreeMap<String, AudienceId>,
    /// Slots that the page had when it was last read, wherever they stand now.
    pub(super) of_base: BTreeSet<SlotId>,
    /// Slots that are on the page.
    pub(super) claimed: BTreeSet<SlotId>,
    /// Sessions that an earlier merge cancelled because the page no longer had them.
    pub(super) cancelled: BTreeSet<SessionId>,
    /// Which row each part of the page is.
    pub(super) anchors: Anchors,
}

/// What a value belongs to, for the report.
pub(super) struct Place {
    /// The start of the conflict's key.
    pub(super) key: String,
    /// The line of the page.
    pub(super) line: Option<u32>,
    pub(super) title: String,
    pub(super) of: Option<String>,
}

/// One value in the three states of a merge.
pub(super) struct ThreeWay<'a, T: ?Sized> {
    pub(super) field: Field,
    /// What the page said; none if unknown.
    pub(super) base: Option<&'a T>,
    pub(super) ours: &'a T,
    pub(super) theirs: &'a T,
    /// Whether nobody chose our value: the page's replaces it without a conflict.
    pub(super) is_open: bool,
    /// Whether the page says nothing.
    pub(super) is_silent: bool,
}

impl Merge<'_, '_> {
    /// Whether the page's value is to be written. A conflict is noted either way.
    pub(super) fn takes<T: PartialEq + ?Sized>(
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

    /// The same for a title, without the white space around it.
    pub(super) fn takes_title(
        &mut self,
        place: &Place,
        base: Option<&str>,
        ours: &str,
        theirs: &str,
    ) -> bool {
        let theirs = theirs.trim();
        let value = ThreeWay {
            field: Field::Title,
            base: base.map(str::trim),
            ours,
            theirs,
            is_open: is_same_name(ours, theirs),
            is_silent: false,
        };
        self.takes(place, &value, |title| Some(value::text(title)))
    }

    /// The same for a text that may be missing.
    pub(super) fn takes_text(
        &mut self,
        place: &Place,
        field: Field,
        base: Option<Option<String>>,
        ours: &Option<String>,
        theirs: &Option<String>,
    ) -> bool {
        let base = base.map(trimmed);
        let theirs = trimmed(theirs.clone());
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
    pub(super) fn conflict(
        &mut self,
        place: &Place,
        field: Field,
        values: [Option<Message>; 3],
    ) -> bool {
        let key = format!("{}/{}", place.key, field.name());
        let is_theirs = self.resolution.is_theirs(&key);
        let [base, ours, theirs] = values;
        self.transaction.conflicts.push(Conflict {
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
    pub(super) fn keep(&mut self, line: u32, message: Message) {
        self.transaction.kept.push(Divergence { line, message });
    }
}
