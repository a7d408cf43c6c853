//! Zooming in while a slot is selected.

use serde_json::json;

use crate::support::{self, select, slot};

#[test]
fn zooming_in_keeps_the_selected_slot_in_view() {
    let window = support::day();
    select(&window, "atelier n°2");
    let is_taller_and_visible = "const axis = document.querySelector('[data-testid=axis]').getBoundingClientRect();
        const card = document.querySelector(arguments[0][0]).getBoundingClientRect();
        return card.height > arguments[0][1] && card.top >= axis.top && card.top < axis.bottom - 40";
    let css = slot(&window, "atelier n°2");
    for key in ["Control+=", "Control+=", "Control+="] {
        let before = window.rect(&css).height;
        window.keys(&[key]);
        window.shows_with(is_taller_and_visible, &json!([css, before]));
    }
}
