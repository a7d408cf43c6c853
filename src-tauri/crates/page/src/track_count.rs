//! The number of parallel tracks in a slot's title: `(3 ateliers en parallèle)`.

use crate::brackets::parentheses;
use crate::normalize::{fold, single_line, words};
use crate::unused_words::unused_words;

/// The largest number that counts tracks. Larger ones are slips of the pen.
const MAX_TRACKS: u32 = 50;

/// How many tracks run in parallel, according to a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TrackCount {
    /// The title mentions no parallel tracks.
    None,
    Exact(u32),
    /// Several tracks, but the title gives no number.
    Unspecified,
}

/// A title, split from the parenthesis that counts its tracks.
pub(crate) struct ParallelTitle {
    /// The title without that parenthesis.
    pub(crate) title: String,
    pub(crate) tracks: TrackCount,
    /// What the parenthesis contains besides the number, such as the names of the tracks.
    pub(crate) note: Option<String>,
}

/// Splits a title from the number of its tracks.
pub(crate) fn parallel_title(title: &str) -> ParallelTitle {
    let tracks = track_count(title);
    let unsplit = || ParallelTitle {
        title: title.to_owned(),
        tracks,
        note: None,
    };
    let TrackCount::Exact(count) = tracks else {
        return unsplit();
    };
    let inside = |span: std::ops::Range<usize>| title.get(span).unwrap_or_default();
    let span = parentheses(title).find(|span| track_count(inside(span.clone())) == tracks);
    let Some(span) = span else {
        return unsplit();
    };
    let note = unused_words(inside(span.clone()), |word| {
        is_counted_noun(word) || number(word) == Some(count) || word.starts_with("simultane")
    });
    let mut rest = title.to_owned();
    rest.replace_range(span, " ");
    let rest = single_line(&rest);
    if rest.is_empty() {
        return unsplit();
    }
    ParallelTitle {
        title: rest,
        tracks,
        note,
    }
}

impl TrackCount {
    /// The number, where the title gives one.
    pub(crate) fn exact(self) -> Option<u32> {
        match self {
            Self::Exact(count) => Some(count),
            Self::None | Self::Unspecified => None,
        }
    }
}

fn track_count(text: &str) -> TrackCount {
    if !fold(text).contains("parallel") {
        return TrackCount::None;
    }
    // The number precedes what it counts: `atelier n°1 (3 ateliers en parallèle)`.
    let words = words(text);
    words
        .windows(2)
        .filter(|pair| pair.get(1).is_some_and(|word| is_counted_noun(word)))
        .filter_map(|pair| number(pair.first()?))
        .find(|count| (2..=MAX_TRACKS).contains(count))
        .map_or(TrackCount::Unspecified, TrackCount::Exact)
}

/// Whether a number of tracks can precede a folded word. Misspelt workshops count, too.
fn is_counted_noun(word: &str) -> bool {
    word.starts_with("atel")
        || word.starts_with("workshop")
        || word.starts_with("parallel")
        || matches!(
            word,
            "salles" | "rooms" | "groupes" | "groups" | "pistes" | "tracks" | "sessions" | "en"
        )
}

fn number(word: &str) -> Option<u32> {
    Some(match word {
        "deux" | "two" => 2,
        "trois" | "three" => 3,
        "quatre" | "four" => 4,
        "cinq" | "five" => 5,
        "six" => 6,
        digits => digits.parse().ok()?,
    })
}
