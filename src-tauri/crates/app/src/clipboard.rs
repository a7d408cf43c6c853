//! The window's own clipboard format: the rows of copied slots.

use std::collections::BTreeMap;

use deroule_model::{Entity, Message, Parent, Slot, SlotId, SlotSpec, State, Track};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::app::App;
use crate::wire::Problem;

/// The version of the format. Another one is refused.
const VERSION: u32 = 1;

/// Copied slots, as the window writes them to the clipboard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CopiedSlots {
    /// The version of the format: 1.
    pub version: u32,
    /// The copied slots, in the order in which they are pasted.
    pub copied: Vec<SlotId>,
    /// The rows of the copied slots, and of the slots in their tracks.
    pub slots: Vec<Slot>,
    /// The rows of their tracks.
    pub tracks: Vec<Track>,
}

impl App {
    /// Parses copied slots, ready to be inserted elsewhere: their pins are removed. Nothing is written.
    ///
    /// # Errors
    /// A [`Problem`] when `text` is malformed, or in another version of the format.
    pub fn copied_slots(text: &str) -> Result<Vec<SlotSpec>, Problem> {
        let malformed = || Problem::new(Message::new("problem-clipboard"));
        let copied: CopiedSlots = serde_json::from_str(text).map_err(|_| malformed())?;
        if copied.version != VERSION || !copied.is_nested_once() {
            return Err(malformed());
        }
        let slots = copied.slots.into_iter().map(Entity::Slot);
        let tracks = copied.tracks.into_iter().map(Entity::Track);
        let state = State::of(slots.chain(tracks));
        let spec = |id: &SlotId| {
            let slot = state.slot(*id).ok_or_else(malformed)?;
            Ok(SlotSpec {
                pin: None,
                ..state.spec(slot)
            })
        };
        copied.copied.iter().map(spec).collect()
    }
}

impl CopiedSlots {
    /// Whether all tracks are in slots of a day and all ids are unique. Otherwise rows could contain each other
    /// without end.
    fn is_nested_once(&self) -> bool {
        let slots: BTreeMap<_, _> = self.slots.iter().map(|row| (row.id, row.parent)).collect();
        let tracks: BTreeMap<_, _> = self.tracks.iter().map(|row| (row.id, row.slot)).collect();
        let is_unique = slots.len() == self.slots.len() && tracks.len() == self.tracks.len();
        let is_on_day = |slot| matches!(slots.get(slot), Some(Parent::Day(_)));
        is_unique && tracks.values().all(is_on_day)
    }
}

#[cfg(test)]
mod tests {
    use deroule_model::SlotSpec;
    use serde_json::{Value, json};

    use crate::App;

    fn id(nth: u32) -> String {
        format!("00000000-0000-7000-8000-{nth:012}")
    }

    fn slot(nth: u32, title: &str, parent: &Value) -> Value {
        json!({
            "id": id(nth), "parent": parent, "rank": format!("a{nth}"), "title": title,
            "kind": "activity", "minutes": 30, "minMinutes": 20, "maxMinutes": 40, "optional": true,
            "pin": 540, "setup": 5, "teardown": 10, "room": id(90), "facilitators": ["Ada"],
            "notes": "Notes", "material": "Chairs",
        })
    }

    /// A block of two tracks, with two slots in the first track, and a slot after the block.
    fn copied() -> Value {
        let day = json!({"type": "day", "id": id(80)});
        let first = json!({"type": "track", "id": id(10)});
        let track = |nth: u32, title: &str| {
            json!({
                "id": id(nth), "slot": id(1), "rank": format!("a{nth}"), "title": title,
                "room": id(91), "audience": id(92), "idea": id(93),
            })
        };
        json!({
            "version": 1,
            "copied": [id(1), id(4)],
            "slots": [
                slot(1, "block", &day),
                slot(2, "one", &first),
                slot(3, "two", &first),
                slot(4, "break", &day),
            ],
            "tracks": [track(10, "left"), track(11, "right")],
        })
    }

    fn read(copied: &Value) -> Result<Vec<SlotSpec>, String> {
        App::copied_slots(&copied.to_string()).map_err(|problem| problem.code)
    }

    #[test]
    fn copied_slots_keep_everything_but_their_pins() {
        let specs = read(&copied()).unwrap();
        let titles = specs.iter().map(|spec| spec.title.as_str());
        assert_eq!(titles.collect::<Vec<_>>(), ["block", "break"]);
        let spec = serde_json::to_value(&specs[1]).unwrap();
        let mut row = slot(4, "break", &Value::Null);
        let fields = row.as_object_mut().unwrap();
        for own in ["id", "parent", "rank"] {
            fields.remove(own);
        }
        fields.insert("pin".to_owned(), Value::Null);
        fields.insert("tracks".to_owned(), json!([]));
        assert_eq!(spec, row);
    }

    #[test]
    fn copied_blocks_keep_their_tracks_and_the_slots_in_them() {
        let specs = read(&copied()).unwrap();
        let [left, right] = &specs[0].tracks[..] else {
            panic!("{:?}", specs[0].tracks);
        };
        assert_eq!(left.title.as_deref(), Some("left"));
        assert!(left.room.is_some() && left.audience.is_some() && left.idea.is_some());
        let inner = left.slots.iter().map(|slot| slot.title.as_str());
        assert_eq!(inner.collect::<Vec<_>>(), ["one", "two"]);
        assert!(right.slots.is_empty());
    }

    #[test]
    fn a_malformed_clipboard_is_refused() {
        let with = |path: &str, value: Value| {
            let mut copied = copied();
            *copied.pointer_mut(path).unwrap() = value;
            read(&copied)
        };
        let refused = Err("problem-clipboard".to_owned());
        assert_eq!(with("/version", json!(2)), refused);
        assert_eq!(with("/copied", json!([id(7)])), refused);
        assert_eq!(with("/slots/0/minutes", json!(-1)), refused);
        assert_eq!(with("/slots/1/id", json!(id(1))), refused);
        for text in ["", "{ not json", "{}", "[]", "null"] {
            let problem = App::copied_slots(text).unwrap_err();
            assert_eq!(problem.code, "problem-clipboard", "{text:?}");
        }
    }

    #[test]
    fn cyclic_rows_are_refused() {
        let mut copied = copied();
        *copied.pointer_mut("/slots/0/parent").unwrap() = json!({"type": "track", "id": id(10)});
        assert_eq!(read(&copied), Err("problem-clipboard".to_owned()));
    }
}
