//! The file: components and properties. calcard folds lines at 75 octets without cutting a character or an
//! escape, and adds the definition of the time zone.

use calcard::common::{CalendarScale, PartialDateTime};
use calcard::icalendar::ICalendarComponentType as Component;
use calcard::icalendar::ICalendarProperty as Property;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarDuration, ICalendarEntry, ICalendarParameter,
    ICalendarStatus, ICalendarTransparency, ICalendarValue, ICalendarValueType, Uri,
};
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc};
use chrono_tz::Tz;
use deroule_model::Status;

use crate::event::Event;
use crate::moment::{Span, When};

/// How often a subscriber's program should refresh.
const REFRESH: ICalendarDuration = ICalendarDuration {
    neg: false,
    weeks: 0,
    days: 0,
    hours: 1,
    minutes: 0,
    seconds: 0,
};

/// What all events have in common.
pub(crate) struct Calendar<'a> {
    pub(crate) name: String,
    pub(crate) page: Option<&'a str>,
    pub(crate) feed: Option<&'a str>,
    pub(crate) zone: Tz,
    pub(crate) stamp: DateTime<Utc>,
    pub(crate) sequence: u32,
}

/// The text of an iCalendar file.
pub(crate) fn write(calendar: &Calendar<'_>, events: &[Event]) -> String {
    let mut components = vec![head(calendar)];
    components.extend(events.iter().map(|event| component(calendar, event)));
    let ids = 1..u32::try_from(components.len()).unwrap_or(u32::MAX);
    if let Some(root) = components.first_mut() {
        root.component_ids = ids.collect();
    }
    let mut file = ICalendar { components };
    if let Some((from, to)) = zone_range(events) {
        file.add_timezone(calendar.zone.name(), from, to);
    }
    file.to_string()
}

fn head(calendar: &Calendar<'_>) -> ICalendarComponent {
    let mut head = ICalendarComponent::new(Component::VCalendar);
    head.add_property(Property::Version, "2.0");
    head.add_property(Property::Prodid, "-//Deroule//Deroule//FR");
    head.add_property(Property::Calscale, CalendarScale::Gregorian);
    head.add_property(Property::Name, plain(&calendar.name));
    head.add_property(
        Property::Other("X-WR-CALNAME".to_owned()),
        plain(&calendar.name),
    );
    head.add_property_with_params(
        Property::RefreshInterval,
        [ICalendarParameter::value(ICalendarValueType::Duration)],
        REFRESH,
    );
    head.add_property(Property::Other("X-PUBLISHED-TTL".to_owned()), REFRESH);
    if let Some(uri) = calendar.page.and_then(uri) {
        head.add_property(Property::Url, uri);
    }
    if let Some(uri) = calendar.feed.and_then(uri) {
        let kind = ICalendarParameter::value(ICalendarValueType::Uri);
        head.add_property_with_params(Property::Source, [kind], uri);
    }
    head
}

fn component(calendar: &Calendar<'_>, event: &Event) -> ICalendarComponent {
    let mut out = ICalendarComponent::new(Component::VEvent);
    out.add_property(Property::Uid, format!("{}@deroule", event.id));
    out.add_property(Property::Dtstamp, utc(calendar.stamp));
    out.add_property(Property::LastModified, utc(calendar.stamp));
    out.add_sequence(i64::from(calendar.sequence).min(i64::from(i32::MAX)));
    when(&mut out, calendar.zone, event.when);
    out.add_property(Property::Summary, plain(&event.summary));
    if let Some(location) = &event.location {
        out.add_property(Property::Location, plain(location));
    }
    if !event.categories.is_empty() {
        let names = event
            .categories
            .iter()
            .map(|name| plain(name).into())
            .collect();
        out.entries
            .push(ICalendarEntry::new(Property::Categories).with_values(names));
    }
    if !event.description.is_empty() {
        out.add_property(Property::Description, plain(&event.description));
    }
    out.add_property(
        Property::Status,
        match event.status {
            Status::Tentative => ICalendarStatus::Tentative,
            Status::Confirmed => ICalendarStatus::Confirmed,
            Status::Cancelled => ICalendarStatus::Cancelled,
        },
    );
    if !event.busy {
        out.add_property(Property::Transp, ICalendarTransparency::Transparent);
    }
    if let Some(uri) = event.links.iter().find_map(|link| uri(link)) {
        out.add_property(Property::Url, uri);
    }
    out
}

fn when(out: &mut ICalendarComponent, zone: Tz, when: When) {
    match when {
        When::AllDay { start, end } => {
            let kind = || [ICalendarParameter::value(ICalendarValueType::Date)];
            out.add_property_with_params(Property::Dtstart, kind(), date(start));
            out.add_property_with_params(Property::Dtend, kind(), date(end));
        }
        When::Local(Span { start, end }) => {
            let kind = || [ICalendarParameter::tzid(zone.name().to_owned())];
            out.add_property_with_params(Property::Dtstart, kind(), local(start));
            if let Some(end) = end {
                out.add_property_with_params(Property::Dtend, kind(), local(end));
            }
        }
        When::Utc(Span { start, end }) => {
            out.add_property(Property::Dtstart, utc(start));
            if let Some(end) = end {
                out.add_property(Property::Dtend, utc(end));
            }
        }
    }
}

/// The range of the zone's definition, in seconds since 1970; `None` where no event is in local time. It
/// depends on the events only, so that the same data gives the same bytes.
fn zone_range(events: &[Event]) -> Option<(i64, i64)> {
    let years = events.iter().filter_map(|event| match event.when {
        When::Local(span) => Some((span.start.year(), span.end.unwrap_or(span.start).year())),
        When::AllDay { .. } | When::Utc(_) => None,
    });
    let (first, last) = years.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)))?;
    let new_year = |year| {
        let date = NaiveDate::from_ymd_opt(year, 1, 1)?;
        Some(date.and_time(NaiveTime::MIN).and_utc().timestamp())
    };
    // A year more on each side: zones are up to 14 hours from UTC, and calcard needs two clock changes to
    // recognise a rule.
    Some((new_year(first - 1)?, new_year(last + 2)?))
}

fn utc(time: DateTime<Utc>) -> PartialDateTime {
    PartialDateTime {
        tz_hour: Some(0),
        tz_minute: Some(0),
        ..local(time.naive_utc())
    }
}

fn local(time: NaiveDateTime) -> PartialDateTime {
    PartialDateTime {
        hour: small(time.hour()),
        minute: small(time.minute()),
        second: small(time.second()),
        ..date(time.date())
    }
}

fn date(date: NaiveDate) -> PartialDateTime {
    PartialDateTime {
        year: u16::try_from(date.year()).ok(),
        month: small(date.month()),
        day: small(date.day()),
        ..PartialDateTime::default()
    }
}

fn small(number: u32) -> Option<u8> {
    u8::try_from(number).ok()
}

/// `text` with `\n` as its only line end, and without the control characters that the format forbids.
fn plain(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace(['\r', '\u{2028}', '\u{2029}'], "\n")
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect()
}

/// A web address as a value; none where `text` is not one. Characters that would read as an escape or a list
/// are percent-encoded.
fn uri(text: &str) -> Option<ICalendarValue> {
    let text = text.trim();
    let scheme = text.split_once("://")?.0.to_ascii_lowercase();
    let is_web = matches!(scheme.as_str(), "http" | "https" | "webcal");
    if !is_web || text.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return None;
    }
    let text = text
        .replace(',', "%2C")
        .replace(';', "%3B")
        .replace('\\', "%5C")
        .replace('"', "%22");
    Some(Uri::Location(text).into())
}
