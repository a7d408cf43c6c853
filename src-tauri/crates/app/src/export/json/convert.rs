//! Converts the domain's values into those of the format. The matches are exhaustive, so that a new value does
//! not compile without its conversion.

use deroule_checks::Severity;
use deroule_model::{Clock, Colour, Kind, Language, Status, Subject};

use super::format;

impl From<Language> for format::Language {
    fn from(language: Language) -> Self {
        match language {
            Language::Fr => Self::Fr,
            Language::En => Self::En,
        }
    }
}

impl From<Clock> for format::Time {
    fn from(time: Clock) -> Self {
        Self(time.0)
    }
}

impl From<Colour> for format::Colour {
    fn from(colour: Colour) -> Self {
        match colour {
            Colour::Teal => Self::Teal,
            Colour::Purple => Self::Purple,
            Colour::Blue => Self::Blue,
            Colour::Amber => Self::Amber,
            Colour::Rose => Self::Rose,
            Colour::Green => Self::Green,
            Colour::Slate => Self::Slate,
        }
    }
}

impl From<Status> for format::Status {
    fn from(status: Status) -> Self {
        match status {
            Status::Tentative => Self::Tentative,
            Status::Confirmed => Self::Confirmed,
            Status::Cancelled => Self::Cancelled,
        }
    }
}

impl From<Kind> for format::Kind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Welcome => Self::Welcome,
            Kind::Plenary => Self::Plenary,
            Kind::Activity => Self::Activity,
            Kind::Workshop => Self::Workshop,
            Kind::Break => Self::Break,
            Kind::Meal => Self::Meal,
            Kind::FreeTime => Self::FreeTime,
            Kind::Travel => Self::Travel,
            Kind::WrapUp => Self::WrapUp,
        }
    }
}

impl From<Severity> for format::Severity {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Note => Self::Note,
            Severity::Warning => Self::Warning,
            Severity::Conflict => Self::Conflict,
        }
    }
}

impl From<Subject> for format::Subject {
    fn from(subject: Subject) -> Self {
        use format::SubjectType as Type;
        let (table, id) = match subject {
            Subject::Programme(id) => (Type::Programme, id.0),
            Subject::Audience(id) => (Type::Audience, id.0),
            Subject::Room(id) => (Type::Room, id.0),
            Subject::Session(id) => (Type::Session, id.0),
            Subject::Day(id) => (Type::Day, id.0),
            Subject::Slot(id) => (Type::Slot, id.0),
            Subject::Track(id) => (Type::Track, id.0),
            Subject::Idea(id) => (Type::Idea, id.0),
            Subject::Template(id) => (Type::Template, id.0),
            Subject::Dismissal(id) => (Type::Dismissal, id.0),
            Subject::Tag(id) => (Type::Tag, id.0),
        };
        Self { table, id }
    }
}
