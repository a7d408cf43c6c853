//! The text of a page in the form in which it is parsed.

use crate::error::{Counted, PageError};
use crate::limits::{check_count, count_lines, count_marks};

/// The largest page that is read, in bytes.
pub const MAX_PAGE_BYTES: usize = 5 * 1024 * 1024;

/// Removes the byte order mark and ends all lines in `\n`.
///
/// # Errors
/// When the page is too big or not text.
pub(crate) fn normalized_source(page: &str) -> Result<String, PageError> {
    let bytes = page.len();
    if bytes > MAX_PAGE_BYTES {
        let limit = MAX_PAGE_BYTES;
        return Err(PageError::TooBig { bytes, limit });
    }
    if page.contains('\0') {
        return Err(PageError::NotText);
    }
    let page = page.strip_prefix('\u{feff}').unwrap_or(page);
    let page = page.replace("\r\n", "\n").replace('\r', "\n");
    check_count(Counted::Lines, count_lines(&page))?;
    check_count(Counted::Marks, count_marks(&page))?;
    Ok(page)
}
