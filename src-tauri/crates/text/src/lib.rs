//! Formats messages, dates, clock times and durations in French and English.
//!
//! This is the only formatting in Rust. The messages are Fluent files in `messages/`, which the window
//! reads too. [`Messages`] formats them; [`DateStyle`] names the ways to write a date; [`fix_spacing`]
//! applies French typography to the organiser's own text.
//!
//! ```
//! use deroule_model::{Clock, Language, Message};
//! use deroule_text::Messages;
//!
//! let messages = Messages::of(Language::En);
//! let message = Message::new("fix-start-at").time("time", Clock::at(9, 30));
//! assert_eq!(messages.format(&message), "Start at 09:30");
//! ```

mod clock;
mod dates;
mod functions;
mod messages;
mod typography;

pub use clock::midnights;
pub use dates::DateStyle;
pub use messages::Messages;
pub use typography::fix_spacing;
