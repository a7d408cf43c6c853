//! Suggested file names: valid on every system, and never a path.

/// The maximum bytes of a name with its extension. File systems allow 255, encrypted homes 143.
const MAX_BYTES: usize = 120;

/// The name where a title has no usable character.
const FALLBACK: &str = "Déroulé";

/// Names that Windows reserves for devices, with any extension.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Suggests a file name for `title`. An extension in the title is not repeated.
pub fn file_name(title: &str, extension: &str) -> String {
    let stem = stem_of(title, extension);
    let mut name = String::with_capacity(stem.len());
    for character in stem.chars().filter_map(allowed) {
        let repeats = character == ' ' && name.ends_with(' ');
        if !repeats {
            name.push(character);
        }
    }
    let room = MAX_BYTES.saturating_sub(extension.len() + 1);
    let name = shortened(&name, room);
    if name.is_empty() {
        return format!("{FALLBACK}.{extension}");
    }
    if is_device(name) {
        let name = format!("_{name}");
        return format!("{}.{extension}", shortened(&name, room));
    }
    format!("{name}.{extension}")
}

fn stem_of<'a>(title: &'a str, extension: &str) -> &'a str {
    let split = title
        .trim_end()
        .rsplit_once('.')
        .filter(|(_, end)| end.eq_ignore_ascii_case(extension));
    split.map_or(title, |(stem, _)| stem)
}

/// The replacement of a character in a name; `None` drops it.
fn allowed(character: char) -> Option<char> {
    match character {
        '/' | '\\' | ':' | '|' => Some('-'),
        '<' | '>' | '"' | '*' | '?' => None,
        // Invisible. Some reverse the direction of the text, which can hide a file's real extension.
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => None,
        '\u{feff}' | '\u{fff9}'..='\u{fffd}' => None,
        '\u{2028}' | '\u{2029}' => Some(' '),
        other if other.is_control() => Some(' '),
        other => Some(other),
    }
}

/// A name without edges that hide a file, look like an option, or that Windows cuts off.
fn without_edges(name: &str) -> &str {
    let edge = |character: char| matches!(character, '.' | '-') || character.is_whitespace();
    name.trim_start_matches(|character| edge(character) || character == '~')
        .trim_end_matches(edge)
}

/// A name of at most `bytes` bytes, without its edges.
fn shortened(name: &str, bytes: usize) -> &str {
    without_edges(cut(without_edges(name), bytes))
}

/// The longest prefix of `text` within `bytes` bytes.
fn cut(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

fn is_device(name: &str) -> bool {
    let start = name.split('.').next().unwrap_or_default().trim_end();
    let start = start.to_lowercase();
    let numbered = ["com", "lpt"].iter().any(|device| {
        let number = start.strip_prefix(device);
        number.is_some_and(|number| {
            let mut digits = number.chars();
            matches!(digits.next(), Some('0'..='9' | '¹' | '²' | '³')) && digits.next().is_none()
        })
    });
    numbered || DEVICES.contains(&start.as_str())
}
