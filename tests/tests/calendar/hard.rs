//! A programme with the edge cases of calendar files, and the expected fields of its events, written by hand.

use deroule_model::{Entity, Parent, Status};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::Builder;

/// A programme and the expected fields of its events, in the order of the file.
pub struct Hard {
    pub builder: Builder,
    pub expected: Vec<Value>,
}

const NASTY: &str = "Ça, c’est « dur » ; non ? \\n \"x\" 👩‍🚀 🇫🇷\nligne 2";

/// A title of 300 characters, most of which need an escape or several octets.
fn long_title() -> String {
    "é,;\\🧭\"n ".chars().cycle().take(300).collect()
}

impl Hard {
    /// Creates the programme in the time zone of Paris. With `slots`, expects events of slots too.
    pub fn new(slots: bool) -> Self {
        let mut hard = Self {
            builder: Builder::new("Europe/Paris"),
            expected: Vec::new(),
        };
        hard.full_day(slots);
        hard.long_title();
        hard.cancelled_night();
        hard.no_hours();
        hard.skipped_hour();
        hard.summer_day();
        hard.undated();
        hard
    }

    /// The expected events, in the form that the readers take.
    pub fn expectations(&self) -> Value {
        json!({ "name": "Parcours d’essai", "events": self.expected })
    }

    fn expect(&mut self, id: Uuid, fields: Value) {
        let mut event = json!({
            "uid": format!("{id}@deroule"),
            "location": null,
            "categories": [],
            "description": null,
            "end": null,
            "status": "CONFIRMED",
            "sequence": 7,
            "stamp": "2019-08-01T10:20:30Z",
            "modified": "2019-08-01T10:20:30Z",
            "transparent": false,
            "url": null,
        });
        if let (Value::Object(event), Value::Object(fields)) = (&mut event, fields) {
            event.extend(fields);
        }
        self.expected.push(event);
    }

    fn full_day(&mut self, slots: bool) {
        let plan = &mut self.builder;
        let fellows = plan.audience("DIG; et « autres », là");
        let mentors = plan.audience("Mentors\\");
        let session = plan.session_with(NASTY, |session| {
            session.venue = Some("12, rue du Four; 2e étage\r\nCode \u{7}B".into());
            session.theme = Some("Données, cartes ; usages".into());
            session.objectives = Some("1. Voir\n2. Faire".into());
            session.links = vec!["https://exemple.fr/a?b=c&d=é".into()];
        });
        let day = plan.day(session, "2019-01-17", 540);
        plan.attends(day, fellows, 570, 1110);
        plan.attends(day, mentors, 840, 1110);
        let welcome = plan.slot(Parent::Day(day), "Accueil, café", 30);
        let block = plan.slot(Parent::Day(day), "Ateliers; tour n°1", None);
        let track = plan.track(block, None, Some(fellows));
        let (idea, room) = (plan.idea("Clinique, stratégique"), plan.room("Bleue; nord"));
        plan.place(idea, track, room);
        let titled = plan.track(block, Some("Libre 🎈"), None);
        let inner = plan.slot(Parent::Track(track), "Cadrage", 75);
        let end = plan.slot(Parent::Day(day), "Fin", 0);
        let venue = "12, rue du Four; 2e étage\nCode B";
        let description = [
            "Thématique : Données, cartes ; usages",
            "",
            "Objectifs : 1. Voir",
            "2. Faire",
            "",
            "DIG; et « autres », là : 9h30 – 18h30",
            "Mentors\\ : 14h – 18h30",
            "",
            "Déroulé :",
            "9h – 9h30 : Accueil, café",
            "9h30 – 10h45 : Ateliers; tour n°1",
            "    • Clinique, stratégique (Bleue; nord)",
            "        9h30 – 10h45 : Cadrage",
            "    • Libre 🎈",
            "10h45 : Fin",
            "",
            "https://exemple.fr/a?b=c&d=é",
        ]
        .join("\n");
        let categories = json!(["DIG; et « autres », là", "Mentors\\"]);
        self.expect(
            day.0,
            json!({
                "summary": NASTY,
                "location": venue,
                "categories": categories,
                "description": description,
                "start": "2019-01-17T08:30:00Z",
                "end": "2019-01-17T17:30:00Z",
                "url": "https://exemple.fr/a?b=c&d=é",
            }),
        );
        if !slots {
            return;
        }
        let slot = |fields: Value| {
            let mut slot = json!({
                "location": venue,
                "categories": categories,
                "description": NASTY,
                "transparent": true,
            });
            if let (Value::Object(slot), Value::Object(fields)) = (&mut slot, fields) {
                slot.extend(fields);
            }
            slot
        };
        self.expect(
            welcome.0,
            slot(json!({
                "summary": "Accueil, café",
                "start": "2019-01-17T08:00:00Z",
                "end": "2019-01-17T08:30:00Z",
            })),
        );
        self.expect(
            block.0,
            slot(json!({
                "summary": "Ateliers; tour n°1",
                "description": format!("{NASTY}\n• Clinique, stratégique (Bleue; nord)\n    9h30 – 10h45 : Cadrage\n• Libre 🎈"),
                "start": "2019-01-17T08:30:00Z",
                "end": "2019-01-17T09:45:00Z",
            })),
        );
        self.expect(
            inner.0,
            slot(json!({
                "summary": "Cadrage",
                "location": format!("Bleue; nord, {venue}"),
                "categories": ["DIG; et « autres », là"],
                "start": "2019-01-17T08:30:00Z",
                "end": "2019-01-17T09:45:00Z",
            })),
        );
        self.expect(
            titled.0,
            slot(json!({
                "summary": "Libre 🎈",
                "start": "2019-01-17T08:30:00Z",
                "end": "2019-01-17T09:45:00Z",
            })),
        );
        self.expect(
            end.0,
            slot(json!({ "summary": "Fin", "start": "2019-01-17T09:45:00Z" })),
        );
    }

    fn long_title(&mut self) {
        let session = self.builder.session(&long_title());
        let day = self.builder.day(session, "2019-02-01", 540);
        let mentors = self.builder.audience("Mentors seuls");
        self.builder.attends(day, mentors, 540, 600);
        self.expect(
            day.0,
            json!({
                "summary": long_title(),
                "categories": ["Mentors seuls"],
                "start": "2019-02-01T08:00:00Z",
                "end": "2019-02-01T09:00:00Z",
            }),
        );
    }

    /// A cancelled session that ends on the next date.
    fn cancelled_night(&mut self) {
        let session = self.builder.session_with("Nuit du code", |session| {
            session.status = Status::Cancelled;
        });
        let day = self.builder.day(session, "2019-02-28", 1200);
        let all = self.builder.audience("Tout le monde");
        self.builder.attends(day, all, 1200, 1440 + 90);
        self.expect(
            day.0,
            json!({
                "summary": "Nuit du code",
                "categories": ["Tout le monde"],
                "start": "2019-02-28T19:00:00Z",
                "end": "2019-03-01T00:30:00Z",
                "status": "CANCELLED",
            }),
        );
    }

    fn no_hours(&mut self) {
        let session = self.builder.session_with("Horaires à venir", |session| {
            session.status = Status::Tentative;
        });
        let day = self.builder.day(session, "2019-03-01", 540);
        self.expect(
            day.0,
            json!({
                "summary": "Horaires à venir",
                "start": "2019-03-01",
                "end": "2019-03-02",
                "status": "TENTATIVE",
            }),
        );
    }

    /// A session from 1h30 to 2h30. The clock skips 2h30 that night.
    fn skipped_hour(&mut self) {
        let session = self.builder.session("Passage à l’heure d’été");
        let day = self.builder.day(session, "2019-03-31", 90);
        let all = self.builder.audience("Insomniaques");
        self.builder.attends(day, all, 90, 150);
        self.expect(
            day.0,
            json!({
                "summary": "Passage à l’heure d’été",
                "categories": ["Insomniaques"],
                "start": "2019-03-31T00:30:00Z",
                "end": "2019-03-31T01:30:00Z",
            }),
        );
    }

    fn summer_day(&mut self) {
        let session = self.builder.session("L’été");
        let day = self.builder.day(session, "2019-08-30", 540);
        let all = self.builder.audience("Été");
        self.builder.attends(day, all, 570, 1110);
        self.expect(
            day.0,
            json!({
                "summary": "L’été",
                "categories": ["Été"],
                "start": "2019-08-30T07:30:00Z",
                "end": "2019-08-30T16:30:00Z",
            }),
        );
    }

    fn undated(&mut self) {
        let session = self.builder.session("Un jour, peut-être");
        self.builder.day(session, "", 540);
        assert!(matches!(self.builder.rows.last(), Some(Entity::Day(day)) if day.date.is_none()));
    }
}
