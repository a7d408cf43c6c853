//! The JSON export and its schema, `docs/export-json.schema.json`, agree.
#![allow(clippy::unwrap_used, reason = "a failed step fails its test")]

use std::collections::BTreeSet;

use boon::{Compiler, SchemaIndex, Schemas};
use chrono::{DateTime, Utc};
use deroule_app::edit::{Edit, RoomField, SessionField, SlotField};
use deroule_app::model::{Clock, Colour, Minutes, Parent, RoomId};
use deroule_app::{App, ImportRequest, Language, Scope};
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

fn clock() -> DateTime<Utc> {
    DateTime::from_timestamp(1_560_000_000, 0).unwrap()
}

fn empty() -> (TempDir, App) {
    let folder = tempfile::tempdir().unwrap();
    let app = App::open(&folder.path().join("plan.deroule"), clock).unwrap();
    (folder, app)
}

fn read(path: &str) -> String {
    std::fs::read_to_string(format!("{}/../../../{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The export of the programme that was imported last.
fn export(app: &App) -> Value {
    let programme = app.current_programme().unwrap().unwrap();
    let document = app.export_json(programme, None, None).unwrap();
    serde_json::from_str(&document.to_text().unwrap()).unwrap()
}

/// Exports of the sample, of every test page, and of a programme without sessions.
fn exports() -> Vec<Value> {
    let mut exports = Vec::new();
    for language in [Language::Fr, Language::En] {
        let (_folder, app) = empty();
        app.add_sample(language).unwrap();
        exports.push(export(&app));
    }
    for page in ["planning", "automne", "deux-publics", "annonce"] {
        let (_folder, app) = empty();
        let request = ImportRequest {
            page: read(&format!("tests/pages/{page}.md")),
            ..ImportRequest::default()
        };
        app.import(&request, Scope::default()).unwrap();
        exports.push(export(&app));
    }
    exports
}

/// The compiled schema.
struct Schema {
    schemas: Schemas,
    root: SchemaIndex,
}

impl Schema {
    fn of(schema: Value) -> Self {
        let mut compiler = Compiler::new();
        compiler.enable_format_assertions();
        compiler.add_resource("export.json", schema).unwrap();
        let mut schemas = Schemas::new();
        let root = compiler.compile("export.json", &mut schemas).unwrap();
        Self { schemas, root }
    }

    fn refuses(&self, document: &Value) -> Option<String> {
        let validated = self.schemas.validate(document, self.root);
        validated.err().map(|error| format!("{error:#}"))
    }
}

fn schema() -> Value {
    serde_json::from_str(&read("docs/export-json.schema.json")).unwrap()
}

/// Forbids fields that a schema does not list.
fn closed(mut schema: Value) -> Value {
    match &mut schema {
        Value::Object(object) => {
            for value in object.values_mut() {
                *value = closed(value.take());
            }
            if object.get("type") == Some(&json!("object")) {
                object.insert("additionalProperties".into(), false.into());
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|one| *one = closed(one.take())),
        _ => {}
    }
    schema
}

#[test]
fn exports_are_valid_and_have_only_fields_of_the_schema() {
    let schema = Schema::of(closed(schema()));
    for export in exports() {
        let title = &export["programme"]["title"];
        assert_eq!(schema.refuses(&export), None, "{title}");
    }
}

#[test]
fn schema_accepts_unknown_fields() {
    let mut export = exports().remove(0);
    export["later"] = json!(1);
    export["sessions"][0]["later"] = json!(1);
    assert_eq!(Schema::of(schema()).refuses(&export), None);
}

#[test]
fn schema_refuses_invalid_documents() {
    let schema = Schema::of(schema());
    let export = exports().remove(0);
    let slot = "/sessions/0/days/0/slots/0";
    let wrong = [
        ("/version".to_owned(), json!(2)),
        ("/programme/id".to_owned(), json!("no-id")),
        ("/programme/language".to_owned(), json!("de")),
        ("/sessions".to_owned(), Value::Null),
        ("/sessions/0/status".to_owned(), json!("maybe")),
        ("/sessions/0/days/0/date".to_owned(), json!("2026-02-30")),
        (format!("{slot}/start"), json!("9h30")),
        (format!("{slot}/start"), json!("09:60")),
        (format!("{slot}/minutes"), json!(-1)),
        (format!("{slot}/minutes"), json!("30")),
        (format!("{slot}/kind"), json!("free-time")),
        (format!("{slot}/tracks"), Value::Null),
    ];
    for (place, value) in wrong {
        let mut document = export.clone();
        *document.pointer_mut(&place).unwrap() = value.clone();
        assert!(schema.refuses(&document).is_some(), "{place}: {value}");
    }
    assert!(schema.refuses(&json!({ "version": 1 })).is_some());
    assert!(schema.refuses(&json!([])).is_some());
}

#[test]
fn schema_requires_every_field() {
    let schema = schema();
    let subject = &schema["$defs"]["finding"]["properties"]["subject"];
    let named = schema["$defs"].as_object().unwrap().values();
    let objects = named
        .chain([&schema, subject])
        .filter(|one| one["type"] == "object");
    let mut count = 0;
    for object in objects {
        count += 1;
        let fields = object["properties"].as_object().unwrap().keys();
        let fields: BTreeSet<&str> = fields.map(String::as_str).collect();
        let required = object["required"].as_array().unwrap().iter();
        let required: BTreeSet<&str> = required.filter_map(Value::as_str).collect();
        assert_eq!(fields, required);
    }
    assert_eq!(count, 14);
}

#[test]
fn present_optional_values_are_valid() {
    let (_folder, app) = empty();
    app.add_sample(Language::En).unwrap();
    let programme = app.current_programme().unwrap().unwrap();
    let (session, slot) = app
        .read(|plan, _, _| {
            let session = plan.sessions(programme)[0].id;
            let day = plan.days(session).next().unwrap().id;
            let slot = plan.slots(Parent::Day(day)).next().unwrap().id;
            Ok((session, slot))
        })
        .unwrap();
    let text = || Some("text".to_owned());
    let room = RoomId(Uuid::now_v7());
    let edits = vec![
        Edit::AddRoom {
            id: room,
            programme,
            name: "Blue".into(),
        },
        Edit::SetRoom {
            room,
            field: RoomField::Capacity(Some(12)),
        },
        Edit::SetRoom {
            room,
            field: RoomField::Features(text()),
        },
        Edit::SetTagColour {
            id: Uuid::now_v7().into(),
            programme,
            name: "text".into(),
            colour: Some(Colour::Blue),
        },
        Edit::SetSession {
            session,
            field: SessionField::Address(text()),
        },
        Edit::SetSession {
            session,
            field: SessionField::MapUrl(text()),
        },
        Edit::SetSession {
            session,
            field: SessionField::Notes(text()),
        },
        Edit::SetSlot {
            slot,
            field: SlotField::Room(Some(room)),
        },
        Edit::SetSlot {
            slot,
            field: SlotField::MinMinutes(Some(Minutes(5))),
        },
        Edit::SetSlot {
            slot,
            field: SlotField::MaxMinutes(Some(Minutes(90))),
        },
        Edit::PinSlot {
            slot,
            at: Some(Clock::at(8, 50)),
        },
        Edit::SetSlot {
            slot,
            field: SlotField::Material(text()),
        },
    ];
    app.apply(&Edit::Batch { edits }, Scope::default()).unwrap();
    let export = export(&app);
    assert_eq!(Schema::of(closed(schema())).refuses(&export), None);
    assert_eq!(export["rooms"][0]["features"], "text");
    assert_eq!(export["sessions"][0]["address"], "text");
    assert_eq!(
        export["tags"],
        json!([{ "name": "text", "colour": "blue" }])
    );
    let slot = &export["sessions"][0]["days"][0]["slots"][0];
    let found = ["least", "most", "room", "pinned", "start"].map(|field| slot[field].clone());
    assert_eq!(
        found,
        [
            json!(5),
            json!(90),
            json!("Blue"),
            json!(true),
            json!("08:50")
        ]
    );
}

#[test]
fn fields_are_written_in_the_documented_order() {
    let (_folder, app) = empty();
    app.add_sample(Language::En).unwrap();
    let programme = app.current_programme().unwrap().unwrap();
    let text = app
        .export_json(programme, None, None)
        .unwrap()
        .to_text()
        .unwrap();
    assert!(text.starts_with("{\n  \"version\": 1,\n  \"programme\": {\n    \"id\": "));
    assert!(text.ends_with("\n}\n"));
}
