//! Titles as people write them again: with or without capitals and accents.

/// What two spellings of one title have in common.
pub(super) fn folded(title: &str) -> String {
    let mut folded = String::with_capacity(title.len());
    for letter in title.trim().chars().flat_map(char::to_lowercase) {
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
