//! Suggested file names.

use deroule_app::export::file_name;
use proptest::prelude::*;

#[test]
fn file_name_has_no_path_separator() {
    assert_eq!(
        file_name("DIG/EIG 2025/2026", "pdf"),
        "DIG-EIG 2025-2026.pdf"
    );
    assert_eq!(file_name("../../etc/passwd", "ics"), "etc-passwd.ics");
    assert_eq!(file_name("C:\\Users\\me", "ics"), "C--Users-me.ics");
    assert_eq!(file_name("/", "ics"), "Déroulé.ics");
}

#[test]
fn file_name_starts_with_neither_a_dot_nor_a_dash() {
    assert_eq!(file_name(".cache", "pdf"), "cache.pdf");
    assert_eq!(file_name("-rf ~", "pdf"), "rf ~.pdf");
    assert_eq!(file_name("~/plan", "pdf"), "plan.pdf");
    assert_eq!(file_name(" . - . ", "pdf"), "Déroulé.pdf");
    assert_eq!(file_name("", "pdf"), "Déroulé.pdf");
}

#[test]
fn control_and_reserved_characters_are_replaced() {
    assert_eq!(
        file_name("one\ntwo\u{7}\tthree", "ics"),
        "one two three.ics"
    );
    assert_eq!(file_name("Que faire ?", "ics"), "Que faire.ics");
    assert_eq!(
        file_name("Atelier\u{a0}: le <bilan>", "ics"),
        "Atelier\u{a0}- le bilan.ics"
    );
    // With its direction reversed, this would look like a name that ends in "pdf".
    assert_eq!(file_name("plan\u{202e}fdp.exe", "pdf"), "planfdp.exe.pdf");
}

#[test]
fn extension_is_added_once_and_kept_in_a_long_name() {
    assert_eq!(file_name("Programme.PDF", "pdf"), "Programme.pdf");
    assert_eq!(file_name("v1.2", "pdf"), "v1.2.pdf");
    let name = file_name(&"é".repeat(300), "ics");
    assert_eq!(name, format!("{}.ics", "é".repeat(58)));
}

#[test]
fn windows_device_names_are_avoided() {
    assert_eq!(file_name("con", "pdf"), "_con.pdf");
    assert_eq!(file_name("AUX.plan", "pdf"), "_AUX.plan.pdf");
    assert_eq!(file_name("Com1 ", "pdf"), "_Com1.pdf");
    assert_eq!(file_name("COM²", "pdf"), "_COM².pdf");
    assert_eq!(file_name("Conférence", "pdf"), "Conférence.pdf");
    assert_eq!(file_name("COM10", "pdf"), "COM10.pdf");
}

proptest! {
    #[test]
    fn any_title_gives_a_valid_file_name(title in any_title()) {
        let name = file_name(&title, "pdf");
        let stem = name.strip_suffix(".pdf").unwrap_or_default();
        prop_assert!(!stem.is_empty(), "{name:?}");
        prop_assert!(name.len() <= 120, "{name:?}");
        let reserved = |one: char| one.is_control() || "/\\:*?\"<>|".contains(one);
        prop_assert!(!name.contains(reserved), "{name:?}");
        prop_assert!(!name.starts_with(['.', '-', '~']), "{name:?}");
        prop_assert!(!stem.ends_with('.'), "{name:?}");
        prop_assert_eq!(stem.trim(), stem);
        // A suggested name is suggested again unchanged.
        prop_assert_eq!(file_name(&name, "pdf"), name);
    }
}

/// Any text, and texts with characters that are replaced, trimmed and cut.
fn any_title() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[./\\\\: \\-~?a\u{a0}\u{202e}\n]{0,12}",
        "(?i)(con|aux|nul|com1|lpt9)[. ]{0,2}(x|pdf)?",
        "[é.\u{1f3b2} -]{50,200}",
    ]
}
