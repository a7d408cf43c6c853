//! Texts as people write them again: with or without capitals and accents, with either apostrophe.
//!
//! [`is_same_name`] is the one rule for "the same name": of audiences, rooms, programmes, sessions, slots
//! and ideas.

/// The text in lower case, without accents, with straight apostrophes.
///
/// Ids that an import creates derive from it: another folding gives them other ids.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => folded.push('a'),
            'æ' => folded.push_str("ae"),
            'ç' => folded.push('c'),
            'è' | 'é' | 'ê' | 'ë' => folded.push('e'),
            'ì' | 'í' | 'î' | 'ï' => folded.push('i'),
            'ñ' => folded.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' => folded.push('o'),
            'œ' => folded.push_str("oe"),
            'ù' | 'ú' | 'û' | 'ü' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            '’' => folded.push('\''),
            // Combining accents: the decomposed form of the letters above.
            '\u{300}'..='\u{36f}' => {}
            other => folded.push(other),
        }
    }
    folded
}

/// The key by which names are compared: folded, with single spaces and none at the ends.
pub fn name_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for word in fold(name).split_whitespace() {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(word);
    }
    key
}

/// Whether two names are the same. Case, accents, spacing and the form of apostrophes don't count.
pub fn is_same_name(one: &str, other: &str) -> bool {
    one == other || name_key(one) == name_key(other)
}

#[cfg(test)]
mod tests {
    use super::{fold, is_same_name, name_key};

    #[test]
    fn accents_capitals_and_typographic_apostrophes_do_not_part_equal_texts() {
        assert_eq!(fold("L’APRÈS-MIDI"), fold("l'apre\u{300}s-midi"));
        assert_eq!(fold("Cœur, été, août"), "coeur, ete, aout");
        assert_eq!(fold("España"), fold("espan\u{303}a"));
    }

    #[test]
    fn names_are_the_same_in_any_case_accents_spacing_and_apostrophes() {
        assert!(is_same_name("Café de l’Été", "CAFE DE L'ETE"));
        assert!(is_same_name(" Salle\u{a0}  B\t", "salle b"));
        assert!(is_same_name("", " "));
    }

    #[test]
    fn names_of_other_words_or_marks_are_not_the_same() {
        assert!(!is_same_name("Café de l'été", "Café d'été"));
        assert!(!is_same_name("Salle B", "SalleB"));
        assert!(!is_same_name("Salle B", "Salle B."));
    }

    #[test]
    fn the_key_of_a_key_is_the_key() {
        for name in ["L’Été", "  Œuvre  au noir ", "İzmir", "e\u{301}té", "ß"] {
            assert_eq!(name_key(&name_key(name)), name_key(name));
        }
    }
}
