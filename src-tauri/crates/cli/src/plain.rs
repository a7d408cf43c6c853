//! Removes terminal commands from text.

/// The text without terminal sequences and control characters. Line breaks and tabs become spaces, so that a
/// text stays one line.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\u{1b}' => {
                let mut ahead = letters.clone();
                match ahead.next() {
                    Some('[') => letters = after_final(ahead),
                    Some(']' | 'P' | 'X' | '^' | '_') => letters = after_string(ahead),
                    // Two characters, as in `ESC c`, or more with signs between, as in `ESC ( B`.
                    Some(' '..='/') => letters = after_signs(ahead),
                    Some('0'..='~') => letters = ahead,
                    _ => {}
                }
            }
            // The same sequences, introduced by a single character.
            '\u{9b}' => letters = after_final(letters),
            '\u{90}' | '\u{98}' | '\u{9d}' | '\u{9e}' | '\u{9f}' => letters = after_string(letters),
            '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                plain.push(' ');
            }
            // These characters reverse the direction of the text after them.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            control if control.is_control() => {}
            other => plain.push(other),
        }
    }
    plain
}

/// The text after the final character of a control sequence. Another control character ends it too.
fn after_final(mut letters: std::str::Chars<'_>) -> std::str::Chars<'_> {
    loop {
        let from = letters.clone();
        match letters.next() {
            Some(' '..='?') => {}
            Some('@'..='~') | None => return letters,
            Some(_) => return from,
        }
    }
}

/// The text after the end of a control string, such as a window title. A string without an end takes all the
/// text, because a terminal shows none of it.
fn after_string(mut letters: std::str::Chars<'_>) -> std::str::Chars<'_> {
    while let Some(letter) = letters.next() {
        match letter {
            '\u{7}' | '\u{9c}' => break,
            '\u{1b}' => {
                let mut ahead = letters.clone();
                if ahead.next() == Some('\\') {
                    return ahead;
                }
            }
            _ => {}
        }
    }
    letters
}

fn after_signs(mut letters: std::str::Chars<'_>) -> std::str::Chars<'_> {
    loop {
        let from = letters.clone();
        match letters.next() {
            Some(' '..='/') => {}
            Some('0'..='~') | None => return letters,
            Some(_) => return from,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn escape_sequences_and_control_characters_are_removed() {
        for (text, shown) in [
            ("\u{1b}[31mrouge\u{1b}[0m", "rouge"),
            ("\u{1b}]0;titre\u{7}après", "après"),
            (
                "\u{1b}]8;;https://exemple.fr\u{1b}\\lien\u{1b}]8;;\u{1b}\\",
                "lien",
            ),
            ("\u{1b}P+q544e\u{9c}b", "b"),
            ("a\u{9b}2Jb", "ab"),
            ("a\u{1b}cb\u{1b}(Bc", "abc"),
            ("a\u{8}\u{7f}\u{0}b", "ab"),
            ("a\r\nb\tc", "a  b c"),
            ("a\u{202e}b\u{2066}c", "abc"),
            ("a\u{1b}", "a"),
            ("a\u{1b}[", "a"),
            ("a\u{1b}]sans fin", "a"),
            ("a\u{1b}été", "aété"),
            ("9h – 10h : café ☕ “TOK” 👩‍🏫", "9h – 10h : café ☕ “TOK” 👩‍🏫"),
        ] {
            assert_eq!(plain(text), shown, "{text:?}");
        }
    }
}
