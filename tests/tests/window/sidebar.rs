//! The sidebar: links with dates, and tiles in a narrow window.

use deroule_tests::store::Store;
use deroule_tests::window::Window;
use serde_json::Value;

use crate::every_screen::audit;
use crate::support::expect_focus;

const LINK: &str = "[data-testid=session-link]";

#[test]
fn a_narrow_window_has_date_tiles_that_lead_to_their_sessions() {
    let window = Window::open(Store::with_page("automne.md"));
    window.reads(LINK, "10 sept.");
    window.reads(LINK, "Session Équipes");
    assert!(window.rect("nav").width >= 230.0);
    for (width, height) in [(1024, 700), (960, 600)] {
        window.resize(width, height);
        window.shows("return document.querySelector('nav').getBoundingClientRect().width <= 48");
        // The title is read, and is the tip.
        window.shows(
            "const link = document.querySelector('[data-testid=session-link]');
             return link.querySelector('.tile b')?.textContent === '10'
               && link.title.includes('Session Équipes') && link.textContent.includes('Session Équipes')",
        );
        let faults = audit(&window, &format!("sidebar at {width}"));
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
    window.script(
        "document.querySelector('[data-testid=session-link]').focus()",
        &Value::Null,
    );
    expect_focus(&window, LINK);
    window.keys(&["Enter"]);
    window.rect("[data-screen=session]");
    window.rect(&format!("{LINK}[aria-current=page]"));
}
