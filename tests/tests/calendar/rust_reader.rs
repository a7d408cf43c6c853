//! Reads an iCalendar file with the Rust crate `icalendar` and compares it with the expected events.
//!
//! It takes time zones from the IANA database. The other two readers check the definitions in the file.

use icalendar::{
    Calendar, CalendarComponent, Component, DatePerhapsTime, Event, EventLike, Property,
};
use serde_json::{Map, Value, json};

/// The differences from the expected events, one per line.
pub fn complaints(ics: &str, expected: &Value) -> String {
    let calendar: Calendar = match ics.parse() {
        Ok(calendar) => calendar,
        Err(error) => return error,
    };
    let mut faults = Vec::new();
    let mut compare = |what: &str, found: &Value, wanted: &Value| {
        if found != wanted {
            faults.push(format!("{what}: {found} instead of {wanted}\n"));
        }
    };
    for name in ["NAME", "X-WR-CALNAME"] {
        let found = calendar.property_value(name);
        compare(name, &json!(found), &expected["name"]);
    }
    let events: Vec<&Event> = calendar
        .components
        .iter()
        .filter_map(CalendarComponent::as_event)
        .collect();
    let wanted = expected["events"].as_array().unwrap();
    compare(
        "number of events",
        &json!(events.len()),
        &json!(wanted.len()),
    );
    for (event, wanted) in events.into_iter().zip(wanted) {
        let found = fields(event);
        let keys = wanted.as_object().map(Map::keys).into_iter().flatten();
        for key in keys {
            compare(
                &format!("{} {key}", wanted["uid"]),
                &found[key],
                &wanted[key],
            );
        }
    }
    faults.concat()
}

/// The fields of an event, in the form of the expectations.
fn fields(event: &Event) -> Value {
    let text = |name| event.property_value(name);
    let time = |name| event.properties().get(name).map(instant);
    json!({
        "uid": event.get_uid(),
        "summary": event.get_summary(),
        "location": event.get_location(),
        "categories": event.get_categories().unwrap_or_default(),
        "description": event.get_description(),
        "start": time("DTSTART"),
        "end": time("DTEND"),
        "status": text("STATUS"),
        "sequence": event.get_sequence(),
        "stamp": time("DTSTAMP"),
        "modified": time("LAST-MODIFIED"),
        "transparent": text("TRANSP") == Some("TRANSPARENT"),
        "url": event.get_url(),
    })
}

/// The text of a date, or of the UTC instant of a time.
fn instant(property: &Property) -> String {
    match DatePerhapsTime::from_property(property) {
        Some(DatePerhapsTime::Date(date)) => date.to_string(),
        Some(DatePerhapsTime::DateTime(time)) => match time.try_into_utc() {
            Some(utc) => utc.format("%Y-%m-%dT%H:%M:%SZ").to_string(),
            None => format!("{time:?}"),
        },
        None => format!("{property:?}"),
    }
}
