//! The language of a page.

use deroule_model::Language;

use super::page;

fn language(text: &str) -> Option<Language> {
    page(text).draft.language
}

#[test]
fn language_is_that_of_headings_columns_dates_and_words() {
    let french = "# Carnet\n\n| Session | Date | Horaires | Lieu |\n|--|--|--|--|\n| Hackathon | 3 mai 2027 | 9h-12h | Lab |\n";
    assert_eq!(language(french), Some(Language::Fr));
    let english = "# Log\n\n| Session | Date | Hours | Venue |\n|--|--|--|--|\n| Hackathon | 3 May 2027 | 9:00-12:00 | Lab |\n";
    assert_eq!(language(english), Some(Language::En));
    assert_eq!(
        language("## Jeudi 15 octobre 2026\n\n- 9h : standup\n"),
        Some(Language::Fr)
    );
    assert_eq!(
        language("## Thursday 15 October 2026\n\n- 9:00 standup\n"),
        Some(Language::En)
    );
}

#[test]
fn french_page_with_some_english_words_is_french() {
    let text = "# Programme\n\n### Session du 15 octobre 2026\n\n- 9h - 10h : Welcome coffee\n- 10h - 11h : Workshop « the art of pitching »\n\nLe déjeuner est offert par les mentors.\n";
    assert_eq!(language(text), Some(Language::Fr));
}

#[test]
fn front_matter_decides_and_is_read() {
    let text =
        "---\ntitle: Carnet\nlang: en-GB\n---\n\n# Carnet de la promotion\n\n## 3 mai 2027\n";
    let parsed = page(text);
    assert_eq!(parsed.draft.language, Some(Language::En));
    assert_eq!(parsed.draft.timezone, None);
    assert!(parsed.unread.iter().all(|unread| unread.line != 3));
}

#[test]
fn page_without_words_of_either_language_has_none() {
    assert_eq!(language("# TOK 2027\n\n- 9:00 standup\n"), None);
}
