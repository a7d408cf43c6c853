//! How many workshops run side by side, as a slot's title says: `(3 ateliers en parallèle)`.

use std::ops::Range;

use crate::leftover::left_over;
use crate::words::{folded, on_one_line, words};

/// More tracks than this are a slip of the pen.
const MOST_TRACKS: u32 = 50;

/// The tracks a title tells of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Tracks {
    /// The title speaks of none.
    None,
    /// So many run side by side.
    Count(u32),
    /// Several run side by side, but the title does not say how many.
    Uncounted,
}

/// What a title says of tracks.
pub(crate) struct Told {
    /// The title without the parenthesis that says so.
    pub(crate) title: String,
    pub(crate) tracks: Tracks,
    /// What the parenthesis says beside their number, such as their names.
    pub(crate) aside: Option<String>,
}

/// Reads how many tracks a title tells of.
pub(crate) fn tracks(title: &str) -> Told {
    let told = told(title);
    let whole = |tracks| Told {
        title: title.to_owned(),
        tracks,
        aside: None,
    };
    if told == Tracks::None {
        return whole(told);
    }
    let aside = parentheses(title).find(|span| {
        let inside = title.get(span.clone()).unwrap_or_default();
        self::told(inside) == told
    });
    let Some(span) = aside.filter(|_| matches!(told, Tracks::Count(_))) else {
        return whole(told);
    };
    let inside = title.get(span.clone()).unwrap_or_default();
    let aside = left_over(inside, |word| {
        counts(word) || count(word) == told.count() || word.starts_with("simultane")
    });
    let mut kept = title.to_owned();
    kept.replace_range(span, " ");
    let kept = on_one_line(&kept);
    if kept.is_empty() {
        return whole(told);
    }
    Told {
        title: kept,
        tracks: told,
        aside,
    }
}

impl Tracks {
    /// How many there are, where it is known that there are several.
    pub(crate) fn count(&self) -> Option<u32> {
        match self {
            Self::Count(count) => Some(*count),
            Self::None | Self::Uncounted => None,
        }
    }
}

/// The stretches of text in parentheses, which are included.
pub(crate) fn parentheses(text: &str) -> impl Iterator<Item = Range<usize>> {
    between(text, '(', ')')
}

/// The stretches of text in parentheses or square brackets, which are included.
pub(crate) fn enclosed(text: &str) -> impl Iterator<Item = Range<usize>> {
    parentheses(text).chain(between(text, '[', ']'))
}

fn between(text: &str, opens: char, closes: char) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let open = from + text.get(from..)?.find(opens)?;
        let close = open + text.get(open..)?.find(closes)? + 1;
        from = close;
        Some(open..close)
    })
}

fn told(text: &str) -> Tracks {
    if !folded(text).contains("parallel") {
        return Tracks::None;
    }
    // The count stands before the workshops it counts: `atelier n°1 (3 ateliers en parallèle)`.
    let words = words(text);
    words
        .windows(2)
        .filter(|pair| pair.get(1).is_some_and(|word| counts(word)))
        .filter_map(|pair| count(pair.first()?))
        .find(|count| (2..=MOST_TRACKS).contains(count))
        .map_or(Tracks::Uncounted, Tracks::Count)
}

/// Whether a word is one that a number of tracks stands before; misspelt ones too.
fn counts(word: &str) -> bool {
    word.starts_with("atel")
        || word.starts_with("workshop")
        || word.starts_with("parallel")
        || matches!(
            word,
            "salles" | "rooms" | "groupes" | "groups" | "pistes" | "tracks" | "sessions" | "en"
        )
}

fn count(word: &str) -> Option<u32> {
    Some(match word {
        "deux" | "two" => 2,
        "trois" | "three" => 3,
        "quatre" | "four" => 4,
        "cinq" | "five" => 5,
        "six" => 6,
        digits => digits.parse().ok()?,
    })
}
