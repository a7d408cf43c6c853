//! What hands do in the window: point, drag, type.

use serde_json::{Value, json};

use crate::window::Window;

/// A point of the page, in pixels from the top left of what is visible.
#[derive(Clone, Copy, Debug)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// A box of the page, in pixels.
#[derive(Clone, Copy, Debug)]
pub struct Rect {
    /// Its left edge.
    pub x: f64,
    /// Its top edge.
    pub y: f64,
    /// How wide it is.
    pub width: f64,
    /// How high it is.
    pub height: f64,
}

impl Rect {
    /// The point at a share of the width and of the height.
    pub fn at(self, across: f64, down: f64) -> Point {
        Point {
            x: self.x + self.width * across,
            y: self.y + self.height * down,
        }
    }

    /// Its middle.
    pub fn middle(self) -> Point {
        self.at(0.5, 0.5)
    }
}

impl Window {
    /// Clicks the first element of a selector, where a pointer would.
    pub fn click(&self, css: &str) {
        let at = self.rect(css).middle();
        self.point(&[moved(at), down(), up()]);
    }

    /// Clicks at a point with the button that opens menus.
    pub fn click_beside(&self, at: Point) {
        let press = |kind| json!({ "type": kind, "button": 2 });
        self.point(&[moved(at), press("pointerDown"), press("pointerUp")]);
    }

    /// Presses at a point, moves to another in steps, and lets go there.
    pub fn drag(&self, from: Point, to: Point) {
        self.hold(from, to);
        self.let_go();
    }

    /// Presses at a point and moves to another in steps; the button stays down.
    pub fn hold(&self, from: Point, to: Point) {
        const STEPS: u32 = 8;
        let mut actions = vec![moved(from), down()];
        for step in 1..=STEPS {
            let share = f64::from(step) / f64::from(STEPS);
            let x = from.x + (to.x - from.x) * share;
            let y = from.y + (to.y - from.y) * share;
            actions.push(moved(Point { x, y }));
        }
        self.point(&actions);
    }

    /// Moves the pointer, whose button is down, a little and back to where it is.
    pub fn hold_on(&self, at: Point) {
        let beside = Point {
            x: at.x + 1.0,
            ..at
        };
        self.point(&[moved(beside), moved(at)]);
    }

    /// Lets the button go where the pointer is.
    pub fn let_go(&self) {
        self.point(&[up()]);
    }

    /// Presses keys one after the other, each as `Control+Shift+z`, `ArrowUp`, `p`.
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
        self.strike(&actions);
    }

    /// Presses a key that stays down; what the pointer does then, it does with that key.
    pub fn hold_key(&self, name: &str) {
        self.strike(&[stroke("keyDown", key(name))]);
    }

    /// Lets a key go that was held.
    pub fn let_key_go(&self, name: &str) {
        self.strike(&[stroke("keyUp", key(name))]);
    }

    /// Types a text into what has the focus.
    pub fn write(&self, text: &str) {
        let strokes = text.chars().flat_map(|letter| {
            let letter = letter.to_string();
            [stroke("keyDown", &letter), stroke("keyUp", &letter)]
        });
        let actions: Vec<Value> = strokes.collect();
        self.strike(&actions);
    }

    fn strike(&self, actions: &[Value]) {
        self.session()
            .act(&json!({ "type": "key", "id": "keyboard", "actions": actions }));
    }

    fn point(&self, actions: &[Value]) {
        self.session().act(&json!({
            "type": "pointer",
            "id": "mouse",
            "parameters": { "pointerType": "mouse" },
            "actions": actions,
        }));
    }
}

fn moved(at: Point) -> Value {
    // The protocol wants whole pixels.
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

/// What the protocol calls a key.
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
