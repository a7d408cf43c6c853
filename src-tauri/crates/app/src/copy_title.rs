//! The title of a programme's copy.

/// A title with its years shifted: "DIG 2019" becomes "DIG 2020", "2019-20" becomes "2020-21".
pub(crate) fn later_title(title: &str, years: i64) -> String {
    let mut later = String::with_capacity(title.len());
    let mut rest = title;
    let mut is_in_word = false;
    while let Some(first) = rest.chars().next() {
        let span = if is_in_word {
            None
        } else {
            YearSpan::at_start_of(rest)
        };
        let taken = match span {
            Some(span) => {
                later.push_str(&span.moved(years));
                span.text.len()
            }
            None => {
                later.push(first);
                first.len_utf8()
            }
        };
        let (read, unread) = rest.split_at(taken);
        is_in_word = read.chars().next_back().is_some_and(is_word);
        rest = unread;
    }
    later
}

/// A year of the 20th or 21st century in a title, with or without the two digits of the next year.
struct YearSpan<'a> {
    text: &'a str,
    year: i64,
    /// The dash or slash before the next year.
    dash: Option<char>,
}

impl<'a> YearSpan<'a> {
    fn at_start_of(text: &'a str) -> Option<Self> {
        let (year, behind) = (text.get(..4)?, text.get(4..)?);
        let is_year = (year.starts_with("19") || year.starts_with("20")) && is_digits(year);
        if !is_year || behind.starts_with(is_word) {
            return None;
        }
        let year = year.parse().ok()?;
        let next = next_year(year, behind);
        Some(Self {
            text: &text[..4 + next.map_or(0, |dash| dash.len_utf8() + 2)],
            year,
            dash: next,
        })
    }

    fn moved(&self, years: i64) -> String {
        let year = self.year.saturating_add(years);
        match self.dash {
            None => year.to_string(),
            Some(dash) => format!("{year}{dash}{:02}", year.saturating_add(1).rem_euclid(100)),
        }
    }
}

/// The dash before the two digits of the year after `year`. "2019-20" has it; "2019-12" is a month.
fn next_year(year: i64, behind: &str) -> Option<char> {
    let dash = behind
        .chars()
        .next()
        .filter(|dash| matches!(dash, '-' | '–' | '/'))?;
    let digits = behind.get(dash.len_utf8()..dash.len_utf8() + 2)?;
    let is_end = !behind[dash.len_utf8() + 2..].starts_with(is_word);
    let is_next = is_digits(digits) && digits.parse() == Ok((year + 1) % 100);
    (is_end && is_next).then_some(dash)
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_word(char: char) -> bool {
    char.is_alphanumeric() || char == '_'
}

#[cfg(test)]
mod tests {
    use super::later_title;

    #[test]
    fn years_in_a_title_are_shifted() {
        let cases = [
            ("DIG 2019", 1, "DIG 2020"),
            ("Mentorat 2019-2020", 1, "Mentorat 2020-2021"),
            ("Mentorat 2019–20", 2, "Mentorat 2021–22"),
            ("1999/00", 1, "2000/01"),
            ("Depuis 2019-12", 1, "Depuis 2020-12"),
            ("Portes ouvertes", 1, "Portes ouvertes"),
            ("Salle 12019, lot 20190", 1, "Salle 12019, lot 20190"),
            ("Été2019, 2019é, été 2019", 1, "Été2019, 2019é, été 2020"),
            ("2019-", 1, "2020-"),
            ("", 1, ""),
        ];
        for (title, years, later) in cases {
            assert_eq!(later_title(title, years), later, "{title:?}");
        }
    }
}
