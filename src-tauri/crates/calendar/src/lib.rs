//! Turns a plan into iCalendar text.
