//! Ids of the rows that a page creates. They follow from the programme and from what the page says:
//! two machines that read the same page make the same rows.

use chrono::NaiveDate;
use deroule_model::derive_id;
use uuid::Uuid;

use super::merger::Merge;

impl Merge<'_, '_> {
    /// The id of a new row of this kind. `facts` is what the page says of it, or its parent's id. Equal
    /// rows get the next ordinals.
    pub(super) fn derive<Id: From<Uuid>>(&self, kind: &str, facts: &[&str]) -> Id {
        let is_free =
            |id: Uuid| !self.anchored.contains(&id) && self.transaction.state.find(id).is_none();
        Id::from(derive_id(
            self.programme.0,
            |nth| name(kind, facts, nth),
            is_free,
        ))
    }
}

/// What a page says of a date, in an id.
pub(super) fn date_fact(date: Option<NaiveDate>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

/// The name of the `nth` row with these facts.
fn name(kind: &str, facts: &[&str], nth: u64) -> String {
    format!("{kind}\n{}\n{nth}", facts.join("\n"))
}

#[cfg(test)]
mod tests {
    use deroule_model::derive_id;
    use deroule_model::normalize::name_key;
    use uuid::Uuid;

    use super::name;

    /// The first id in the programme whose id is zero.
    fn derived(kind: &str, facts: &[&str]) -> String {
        let id = derive_id(Uuid::nil(), |nth| name(kind, facts, nth), |_| true);
        id.to_string()
    }

    #[test]
    fn derived_ids_stay_as_released() {
        let id = derived("session", &["dig", "2027-03-04"]);
        assert_eq!(id, "f7c21790-6dbd-5d71-bf89-2e97f5d78c20");
    }

    /// Ids rest on how names are folded, too: another folding would give subscribers' events other ids.
    #[test]
    fn ids_of_titles_with_accents_stay_as_released() {
        let title = name_key("Année  L’Été, bœuf & Straße");
        let id = derived("session", &[&title]);
        assert_eq!(id, "20898be5-16fa-58a0-8dc7-84fe01340473");
    }
}
