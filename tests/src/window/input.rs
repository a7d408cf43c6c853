//! Input of a pointer and a keyboard: click, drag, type.

use serde_json::{Value, json};

use crate::window::Window;

/// A point of the page, in pixels from the top left of what is visible.
#[derive(Clone, Copy, Debug)]
pub struct Point {
    /// Distance from the left.
    pub x: f64,
    /// Distance from the top.
    pub y: f64,
}

/// A box of the page, in pixels.
#[derive(Clone, Copy, Debug)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Rect {
    /// The point at a fraction of the width and of the height.
    pub fn at(self, across: f64, down: f64) -> Point {
        Point {
            x: self.x + self.width * across,
            y: self.y + self.height * down,
        }
    }

    /// The centre.
    pub fn middle(self) -> Point {
        self.at(0.5, 0.5)
    }
}

impl Window {
    /// Clicks the middle of the first element that matches a selector.
    pub fn click(&self, css: &str) {
        let at = self.rect(css).middle();
        self.send_pointer(&[move_to(at), down(), up()]);
    }

    /// Clicks at a point with the right button.
    pub fn right_click(&self, at: Point) {
        let press = |kind| json!({ "type": kind, "button": 2 });
        self.send_pointer(&[move_to(at), press("pointerDown"), press("pointerUp")]);
    }

    /// Presses at a point, moves to another in steps, and releases the button there.
    pub fn drag(&self, from: Point, to: Point) {
        self.hold(from, to);
        self.release();
    }

    /// Presses at a point and moves to another in steps; the button stays down.
    pub fn hold(&self, from: Point, to: Point) {
        const STEPS: u32 = 8;
        let mut actions = vec![move_to(from), down()];
        for step in 1..=STEPS {
            let fraction = f64::from(step) / f64::from(STEPS);
            let x = from.x + (to.x - from.x) * fraction;
            let y = from.y + (to.y - from.y) * fraction;
            actions.push(move_to(Point { x, y }));
        }
        self.send_pointer(&actions);
    }

    /// Moves the pointer by one pixel and back, so that a drag is computed again.
    pub fn nudge(&self, at: Point) {
        let next_pixel = Point {
            x: at.x + 1.0,
            ..at
        };
        self.send_pointer(&[move_to(next_pixel), move_to(at)]);
    }

    /// Releases the button at the position of the pointer.
    pub fn release(&self) {
        self.send_pointer(&[up()]);
    }

    /// Presses keys one after the other, such as `Control+Shift+z`, `ArrowUp`, `p`.
    pub fn keys(&self, chords: &[&str]) {
        let mut actions = Vec::new();
        for chord in chords {
            let keys: Vec<&str> = match *chord {
                "+" => vec!["+"],
                chord => chord.split('+').map(key).collect(),
            };
            actions.extend(keys.iter().map(|key| stroke("keyDown", key)));
            actions.extend(keys.iter().rev().map(|key| stroke("keyUp", key)));
        }
        self.send_keys(&actions);
    }

    /// Presses a key and keeps it down, as a modifier for the pointer.
    pub fn hold_key(&self, name: &str) {
        self.send_keys(&[stroke("keyDown", key(name))]);
    }

    /// Releases a key.
    pub fn release_key(&self, name: &str) {
        self.send_keys(&[stroke("keyUp", key(name))]);
    }

    /// Types a text into the element with the focus.
    pub fn write(&self, text: &str) {
        let strokes = text.chars().flat_map(|letter| {
            let letter = letter.to_string();
            [stroke("keyDown", &letter), stroke("keyUp", &letter)]
        });
        let actions: Vec<Value> = strokes.collect();
        self.send_keys(&actions);
    }

    fn send_keys(&self, actions: &[Value]) {
        self.session()
            .perform(&json!({ "type": "key", "id": "keyboard", "actions": actions }));
    }

    fn send_pointer(&self, actions: &[Value]) {
        self.session().perform(&json!({
            "type": "pointer",
            "id": "mouse",
            "parameters": { "pointerType": "mouse" },
            "actions": actions,
        }));
    }
}

fn move_to(at: Point) -> Value {
    // The protocol takes whole pixels.
    json!({ "type": "pointerMove", "duration": 16, "x": at.x.round() as i64, "y": at.y.round() as i64 })
}

fn down() -> Value {
    json!({ "type": "pointerDown", "button": 0 })
}

fn up() -> Value {
    json!({ "type": "pointerUp", "button": 0 })
}

fn stroke(kind: &str, key: &str) -> Value {
    json!({ "type": kind, "value": key })
}

/// The code of a key in the WebDriver protocol.
fn key(name: &str) -> &str {
    match name {
        "Backspace" => "\u{e003}",
        "Tab" => "\u{e004}",
        "Enter" => "\u{e007}",
        "Shift" => "\u{e008}",
        "Control" => "\u{e009}",
        "Alt" => "\u{e00a}",
        "Escape" => "\u{e00c}",
        "Space" => " ",
        "ArrowLeft" => "\u{e012}",
        "ArrowUp" => "\u{e013}",
        "ArrowRight" => "\u{e014}",
        "ArrowDown" => "\u{e015}",
        "Delete" => "\u{e017}",
        "F2" => "\u{e032}",
        "F10" => "\u{e03a}",
        letter => letter,
    }
}
