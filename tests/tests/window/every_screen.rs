//! Every screen and every dialog, in both themes: no fault that axe-core can find, and a picture of
//! each in `target/screenshots`.

use deroule_tests::paths;
use deroule_tests::store::Store;
use deroule_tests::window::Window;
use serde_json::{Value, json};

use crate::support::{click_text, fill_in};

/// The screens: name, key, and what tells that all of it is there.
const SCREENS: [(&str, &str, &str); 5] = [
    ("programme", "Alt+1", "[data-testid=session-row]"),
    ("session", "Alt+2", "[data-testid=slot]"),
    ("board", "Alt+3", "[data-testid=cell]"),
    ("agenda", "Alt+4", "[data-testid=events] li"),
    (
        "print",
        "Alt+5",
        "[data-testid=print] [aria-busy=false] img",
    ),
];

/// What opens over a screen: name and key.
const DIALOGS: [(&str, &str); 5] = [
    ("palette", "Control+k"),
    ("keys", "?"),
    ("import", "Control+o"),
    ("history", "Control+h"),
    ("settings", "Control+,"),
];

#[test]
fn axe_finds_no_fault_on_any_screen_or_dialog_in_either_theme() {
    let window = Window::open(Store::new());
    let mut faults = Vec::new();
    let (screen, key, sign) = SCREENS[1];
    show(&window, screen, key, sign);
    // Something is set aside, for the findings to list.
    window.click("[data-testid=inspector] [data-testid=dismiss]");
    for theme in ["light", "dark"] {
        window.set("fr", theme);
        for (screen, key, sign) in SCREENS {
            show(&window, screen, key, sign);
            faults.extend(audit(&window, &format!("{screen}, {theme}")));
        }
        faults.extend(audit_session(&window, theme));
        faults.extend(audit_opened(&window, theme));
        for (dialog, key) in DIALOGS {
            window.keys(&[key]);
            faults.extend(look(&window, dialog, theme, "dialog[open]"));
            leave(&window, "dialog[open]");
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_screen_fits_the_window_in_both_languages_themes_and_sizes() {
    let window = Window::open(Store::new());
    let sizes = [(1280, 800), (1920, 1080)];
    for (width, height) in sizes {
        for language in ["fr", "en"] {
            for theme in ["light", "dark"] {
                if (width, theme) == (1920, "dark") {
                    continue;
                }
                window.set(language, theme);
                window.resize(width, height);
                for (screen, key, sign) in SCREENS {
                    show(&window, screen, key, sign);
                    fits(&window, &format!("{screen}, {language}, {width}×{height}"));
                    window.photograph(&format!("{screen}-{language}-{theme}-{width}"));
                }
            }
        }
    }
}

/// What axe-core finds once something is there and all it folds away is open; leaves a picture of it.
fn look(window: &Window, name: &str, theme: &str, sign: &str) -> Vec<String> {
    window.rect(sign);
    window.script(
        "document.querySelectorAll('details').forEach((one) => (one.open = true))",
        &Value::Null,
    );
    at_rest(window);
    window.photograph(&format!("{name}-fr-{theme}"));
    audit(window, &format!("{name}, {theme}"))
}

/// Escape closes it.
fn leave(window: &Window, sign: &str) {
    window.keys(&["Escape"]);
    window.lacks(sign);
}

/// What the session's screen shows on demand: the findings, the list, what a chosen slot opens.
fn audit_session(window: &Window, theme: &str) -> Vec<String> {
    let (screen, key, sign) = SCREENS[1];
    show(window, screen, key, sign);
    let mut faults = Vec::new();
    for (name, key, sign) in [
        ("findings", "Control+j", "[data-testid=findings]"),
        ("list", "l", "[data-testid=list]"),
    ] {
        window.keys(&[key]);
        faults.extend(look(window, name, theme, sign));
        window.keys(&[key]);
        window.lacks(sign);
    }
    window.rect(sign);
    window.keys(&["ArrowDown"]);
    window.shows("return document.activeElement?.matches('[data-testid=slot]')");
    for (name, key, sign) in [
        ("move", "m", "dialog[open]"),
        ("kind", "k", "dialog[open]"),
        ("slot-menu", "Shift+F10", "[data-testid=slot-menu]"),
    ] {
        window.keys(&[key]);
        faults.extend(look(window, name, theme, sign));
        leave(window, sign);
        window.shows("return document.activeElement?.matches('[data-testid=slot]')");
    }
    faults
}

/// What opens by a click: which screen it is on, its name, how it is opened, and what tells that it is there.
const OPENED: [(usize, &str, &str, &str); 9] = [
    (
        0,
        "hours",
        "document.querySelector('[data-testid=session-row] .cell').click()",
        "dialog[open]",
    ),
    (
        0,
        "row-menu",
        "document.querySelector('[data-testid=session-row] .opener').click()",
        "[role=menu]",
    ),
    (
        0,
        "copy-session",
        "document.querySelector('[data-testid=session-row] .opener').click();
         requestAnimationFrame(() => [...document.querySelectorAll('[role=menuitem]')]
           .find((one) => one.innerText.includes('Dupliquer')).click())",
        "dialog[open]",
    ),
    (
        0,
        "copy-programme",
        "document.querySelector('[data-testid=copy-programme-open]').click()",
        "[data-testid=copy-preview]",
    ),
    (
        1,
        "templates",
        "document.querySelector('[data-testid=templates]').click()",
        "[role=menu]",
    ),
    (
        1,
        "template-save",
        "document.querySelector('[data-testid=templates]').click();
         requestAnimationFrame(() => [...document.querySelectorAll('[role=menuitem]')]
           .find((one) => one.innerText.includes('journée')).click())",
        "dialog[open]",
    ),
    (
        1,
        "month",
        "document.querySelector('[data-testid=inspector] .date > button').click()",
        ".month",
    ),
    (
        1,
        "fixes",
        "document.querySelector('[data-testid=fixes]').click()",
        "[role=menu]",
    ),
    (
        1,
        "typing",
        "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }))",
        "[data-testid=typing] [role=option]",
    ),
];

/// Menus and dialogs that open by a click, and the report on a page.
fn audit_opened(window: &Window, theme: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (at, name, open, sign) in OPENED {
        let (screen, key, there) = SCREENS[at];
        show(window, screen, key, there);
        window.script(open, &Value::Null);
        faults.extend(look(window, name, theme, sign));
        leave(window, sign);
    }
    faults.extend(audit_idea(window, theme));
    faults.extend(audit_all_orders(window, theme));
    faults.extend(audit_report(window, theme));
    faults
}

/// All there is to say of an idea.
fn audit_idea(window: &Window, theme: &str) -> Vec<String> {
    let (screen, key, there) = SCREENS[2];
    show(window, screen, key, there);
    window.click("[data-testid=idea]");
    window.rect("[data-testid=idea-dialog]");
    fill_in(window, "[data-testid=idea-dialog]", "Mots-clés", "argent");
    click_text(window, "[data-testid=idea-tags] button", "#argent");
    let faults = look(window, "idea", theme, "[data-testid=idea-tags] [role=menu]");
    // The first Escape is for the menu.
    leave(window, "[role=menu]");
    window.rect("[data-testid=idea-dialog]");
    leave(window, "dialog[open]");
    faults
}

/// Every running order of the programme at a glance.
fn audit_all_orders(window: &Window, theme: &str) -> Vec<String> {
    let (screen, key, there) = SCREENS[0];
    show(window, screen, key, there);
    click_text(window, "label, button", "Déroulés");
    let faults = look(window, "all-orders", theme, "[data-testid=all-orders]");
    click_text(window, "label, button", "Annoncé");
    window.rect(there);
    faults
}

/// What the import says of a page before anything is written.
fn audit_report(window: &Window, theme: &str) -> Vec<String> {
    window.keys(&["Control+o"]);
    window.rect("[data-testid=import-text]");
    let page = paths::organisers_page();
    window.script(
        "const field = document.querySelector('[data-testid=import-text]');
         field.value = arguments[0];
         field.dispatchEvent(new InputEvent('input', { bubbles: true }))",
        &json!(std::fs::read_to_string(page).unwrap()),
    );
    window.reads("[data-testid=import-report]", "6 sessions");
    let faults = look(
        window,
        "import-report",
        theme,
        "[data-testid=import-report]",
    );
    leave(window, "dialog[open]");
    faults
}

/// Nothing of the window is out of sight: what is long scrolls inside it.
fn fits(window: &Window, place: &str) {
    let out_of_sight = window.script(
        "const main = document.querySelector('main');
         const box = document.querySelector('.window').getBoundingClientRect();
         const foot = document.querySelector('footer').getBoundingClientRect();
         return [main.scrollWidth - main.clientWidth, main.scrollHeight - main.clientHeight,
           Math.max(0, box.right - innerWidth), Math.max(0, foot.bottom - innerHeight)]",
        &Value::Null,
    );
    assert_eq!(
        out_of_sight,
        json!([0, 0, 0, 0]),
        "{place}: pixels out of sight"
    );
}

fn show(window: &Window, screen: &str, key: &str, sign: &str) {
    window.keys(&[key]);
    window.rect(&format!("[data-screen={screen}]"));
    window.rect(sign);
    at_rest(window);
}

/// Waits until nothing moves and every letter is drawn.
fn at_rest(window: &Window) {
    window.shows(
        "return document.fonts.status === 'loaded' &&
           document.getAnimations().every((one) => one.playState !== 'running')",
    );
}

/// What axe-core finds, a line a fault.
fn audit(window: &Window, place: &str) -> Vec<String> {
    let axe = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../ui/node_modules/axe-core/axe.min.js"
    );
    if window.script("return typeof axe", &Value::Null) != "object" {
        let source = std::fs::read_to_string(axe)
            .unwrap_or_else(|error| panic!("{axe}: {error}: run script/setup"));
        window.script(&source, &Value::Null);
    }
    let found = window.script_async(
        "const done = arguments[1];
         axe.run(document).then(
           ({ violations }) => done(violations.flatMap((fault) =>
             fault.nodes.map((node) => `${fault.id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`))),
           (error) => done([String(error)]))",
        &json!(null),
    );
    let lines = found.as_array().unwrap().iter();
    lines
        .map(|line| format!("{place}: {}", line.as_str().unwrap()))
        .collect()
}
