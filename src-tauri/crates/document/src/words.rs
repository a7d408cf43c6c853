//! Comparing words the way people write them: with or without capitals and accents, with either
//! apostrophe.

/// The text in lower case, without accents, with straight apostrophes.
pub(crate) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'à' | 'â' | 'ä' | 'á' => folded.push('a'),
            'ç' => folded.push('c'),
            'é' | 'è' | 'ê' | 'ë' => folded.push('e'),
            'î' | 'ï' | 'í' => folded.push('i'),
            'ô' | 'ö' | 'ó' => folded.push('o'),
            'û' | 'ù' | 'ü' | 'ú' => folded.push('u'),
            'œ' => folded.push_str("oe"),
            '’' => folded.push('\''),
            // Combining accents: the decomposed form of the letters above.
            '\u{300}'..='\u{36f}' => {}
            other => folded.push(other),
        }
    }
    folded
}

/// The folded words of a text; anything but letters and digits parts them.
pub(crate) fn words(text: &str) -> Vec<String> {
    folded(text)
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether one of the text's folded words is among `wanted`.
pub(crate) fn has_word(text: &str, wanted: &[&str]) -> bool {
    words(text)
        .iter()
        .any(|word| wanted.contains(&word.as_str()))
}

/// The text on one line, its white space made single.
pub(crate) fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a cell says nothing: blank, or only dashes and dots put there to fill it.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars()
        .all(|letter| letter.is_whitespace() || "-–—−_.…*".contains(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_capitals_and_typographic_apostrophes_do_not_part_equal_words() {
        assert_eq!(words("L’APRÈS-MIDI"), words("l'apre\u{300}s midi"));
        assert_eq!(folded("Cœur, été, août"), "coeur, ete, aout");
    }

    #[test]
    fn a_cell_of_dashes_says_nothing() {
        assert!(is_blank(" ------ "));
        assert!(is_blank("…"));
        assert!(!is_blank("- à voir"));
    }
}
