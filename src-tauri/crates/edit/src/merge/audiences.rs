//! The audiences that a page names.

use deroule_model::AudienceId;
use deroule_model::normalize::{is_same_name, name_key};

use super::merger::Merge;
use crate::refusal::Refusal;

impl Merge<'_, '_> {
    /// The audience that the page calls `name`; a new one where there is none.
    pub(super) fn audience_named(&mut self, name: &str) -> Result<AudienceId, Refusal> {
        let id = match self.audience_called(name) {
            Some(id) => id,
            None => {
                let id = self.derive("audience", &[&name_key(name)]);
                self.transaction
                    .add_audience(id, self.programme, name.to_owned())?;
                id
            }
        };
        self.audiences.insert(name_key(name), id);
        let anchors = &mut self.anchors.audiences;
        if !anchors.iter().any(|(other, _)| other == name) {
            anchors.push((name.to_owned(), id));
        }
        Ok(id)
    }

    /// The audience that the page calls `name`, if there is one: it may have another name here.
    pub(super) fn audience_called(&self, name: &str) -> Option<AudienceId> {
        let state = &self.transaction.state;
        let anchored = self.audiences.get(&name_key(name)).copied();
        anchored
            .filter(|id| state.audience(*id).is_some())
            .or_else(|| {
                let mut rows = state.audiences(self.programme).into_iter();
                rows.find(|row| is_same_name(&row.name, name))
                    .map(|row| row.id)
            })
    }
}
