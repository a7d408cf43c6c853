//! The gallery of the design system's parts: audited and photographed in both themes, and with large text.

use deroule_tests::store::Store;
use deroule_tests::window::Window;
use serde_json::{Value, json};

use crate::every_screen::{audit, wait_until_still};

#[test]
fn axe_finds_no_fault_in_the_parts_of_the_design_system() {
    let window = Window::open(Store::new());
    let mut faults = Vec::new();
    for (theme, size) in [("light", "100"), ("dark", "100"), ("light", "200")] {
        window.script(
            "localStorage.setItem('deroule.language', 'fr');
             localStorage.setItem('deroule.theme', arguments[0][0]);
             localStorage.setItem('deroule.text-size', arguments[0][1]);
             location.hash = 'gallery';
             document.body.replaceChildren();
             setTimeout(() => location.reload())",
            &json!([theme, size]),
        );
        window.rect("[data-part=Icon]");
        window.shows("return document.querySelectorAll('[data-testid=toast]').length === 2");
        wait_until_still(&window);
        window.photograph(&format!("gallery-{theme}-{size}"));
        let place = format!("gallery, {theme}, {size} %");
        faults.extend(audit(&window, &place));
        let clipped = window.script(
            "return [...document.querySelectorAll('section[data-part]')]
               .filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.dataset.part)",
            &Value::Null,
        );
        assert_eq!(clipped, json!([]), "{place}: clipped parts");
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
