//! An axe-core audit of every screen and dialog, in both themes and with large text, and a screenshot of each.

use deroule_tests::paths;
use deroule_tests::store::Store;
use deroule_tests::window::Window;
use serde_json::{Value, json};

use crate::support::{click_text, fill_in};

/// The screens: name, key, and a selector that matches when the screen is complete.
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

/// Dialogs that open with a key on any screen: name and key.
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
    // Dismiss a finding, so that the list of findings has a dismissal.
    window.click("[data-testid=inspector] [data-testid=dismiss]");
    for theme in ["light", "dark"] {
        window.set("fr", theme);
        for (screen, key, sign) in SCREENS {
            show(&window, screen, key, sign);
            faults.extend(audit(&window, &format!("{screen}, {theme}")));
        }
        faults.extend(audit_session(&window, theme));
        faults.extend(audit_clicked(&window, theme));
        for (dialog, key) in DIALOGS {
            window.keys(&[key]);
            faults.extend(audit_part(&window, dialog, theme, "dialog[open]"));
            close(&window, "dialog[open]");
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn axe_finds_no_fault_with_text_of_200_percent() {
    let window = Window::open(Store::new());
    window.set("fr", "light");
    window.script(
        "localStorage.setItem('deroule.text-size', '200'); location.reload()",
        &Value::Null,
    );
    window.shows(
        "return document.documentElement.dataset.ready === 'true'
           && getComputedStyle(document.documentElement).fontSize === '32px'",
    );
    let mut faults = Vec::new();
    for (screen, key, sign) in SCREENS {
        show(&window, screen, key, sign);
        let place = format!("{screen} at 200 %");
        assert_fits(&window, &place);
        window.photograph(&format!("{screen}-fr-large"));
        faults.extend(audit(&window, &place));
    }
    for (dialog, key) in DIALOGS {
        window.keys(&[key]);
        faults.extend(audit_part(&window, dialog, "large", "dialog[open]"));
        close(&window, "dialog[open]");
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_screen_fits_the_window_in_both_languages_themes_and_sizes() {
    let window = Window::open(Store::new());
    let sizes = [(960, 600), (1024, 700), (1280, 800), (1920, 1080)];
    for (width, height) in sizes {
        for language in ["fr", "en"] {
            for theme in ["light", "dark"] {
                // At other sizes each language is seen in one theme.
                if width != 1280 && (language == "fr") != (theme == "light") {
                    continue;
                }
                window.set(language, theme);
                window.resize(width, height);
                for (screen, key, sign) in SCREENS {
                    show(&window, screen, key, sign);
                    assert_fits(&window, &format!("{screen}, {language}, {width}×{height}"));
                    window.photograph(&format!("{screen}-{language}-{theme}-{width}"));
                }
            }
        }
    }
}

/// Waits for `sign`, opens all `details`, takes a screenshot, and returns the faults.
fn audit_part(window: &Window, name: &str, theme: &str, sign: &str) -> Vec<String> {
    window.rect(sign);
    window.script(
        "document.querySelectorAll('details').forEach((one) => (one.open = true))",
        &Value::Null,
    );
    wait_until_still(window);
    window.photograph(&format!("{name}-fr-{theme}"));
    audit(window, &format!("{name}, {theme}"))
}

/// Presses Escape and waits until no element matches `sign`.
fn close(window: &Window, sign: &str) {
    window.keys(&["Escape"]);
    window.lacks(sign);
}

/// Audits the parts of the session's screen that a key opens: findings, list, dialogs of a slot.
fn audit_session(window: &Window, theme: &str) -> Vec<String> {
    let (screen, key, sign) = SCREENS[1];
    show(window, screen, key, sign);
    let mut faults = Vec::new();
    for (name, key, sign) in [
        ("findings", "Control+j", "[data-testid=findings]"),
        ("list", "l", "[data-testid=list]"),
    ] {
        window.keys(&[key]);
        faults.extend(audit_part(window, name, theme, sign));
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
        faults.extend(audit_part(window, name, theme, sign));
        close(window, sign);
        window.shows("return document.activeElement?.matches('[data-testid=slot]')");
    }
    faults
}

/// Menus and dialogs that a click opens: index of the screen, name, script that opens it, selector of the open part.
const CLICKED: [(usize, &str, &str, &str); 9] = [
    (
        0,
        "hours",
        "document.querySelector('[data-testid=session-row] .cell').click()",
        "dialog[open]",
    ),
    (
        0,
        "row-menu",
        "document.querySelector('[data-testid=session-row] .more .opener').click()",
        "[role=menu]",
    ),
    (
        0,
        "copy-session",
        "document.querySelector('[data-testid=session-row] .more .opener').click();
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

/// Audits the menus and dialogs that a click opens.
fn audit_clicked(window: &Window, theme: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (at, name, open, sign) in CLICKED {
        let (screen, key, ready) = SCREENS[at];
        show(window, screen, key, ready);
        window.script(open, &Value::Null);
        faults.extend(audit_part(window, name, theme, sign));
        close(window, sign);
    }
    faults.extend(audit_idea(window, theme));
    faults.extend(audit_all_orders(window, theme));
    faults.extend(audit_report(window, theme));
    faults
}

/// Audits the dialog of an idea.
fn audit_idea(window: &Window, theme: &str) -> Vec<String> {
    let (screen, key, ready) = SCREENS[2];
    show(window, screen, key, ready);
    window.click("[data-testid=idea]");
    window.rect("[data-testid=idea-dialog]");
    fill_in(window, "[data-testid=idea-dialog]", "Mots-clés", "argent");
    click_text(window, "[data-testid=idea-tags] button", "#argent");
    let faults = audit_part(window, "idea", theme, "[data-testid=idea-tags] [role=menu]");
    // The first Escape is for the menu.
    close(window, "[role=menu]");
    window.rect("[data-testid=idea-dialog]");
    close(window, "dialog[open]");
    faults
}

/// Audits the view of all running orders of the programme.
fn audit_all_orders(window: &Window, theme: &str) -> Vec<String> {
    let (screen, key, ready) = SCREENS[0];
    show(window, screen, key, ready);
    click_text(window, "label, button", "Déroulés");
    let faults = audit_part(window, "all-orders", theme, "[data-testid=all-orders]");
    click_text(window, "label, button", "Annoncé");
    window.rect(ready);
    faults
}

/// Audits the report of an import before it is written.
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
    let faults = audit_part(
        window,
        "import-report",
        theme,
        "[data-testid=import-report]",
    );
    close(window, "dialog[open]");
    faults
}

/// Fails if the window overflows the screen. Long content scrolls inside the window.
fn assert_fits(window: &Window, place: &str) {
    let overflow = window.script(
        "const main = document.querySelector('main');
         const box = document.querySelector('.window').getBoundingClientRect();
         const foot = document.querySelector('nav .foot').getBoundingClientRect();
         return [main.scrollWidth - main.clientWidth, main.scrollHeight - main.clientHeight,
           Math.max(0, box.right - innerWidth), Math.max(0, foot.bottom - innerHeight)]",
        &Value::Null,
    );
    assert_eq!(overflow, json!([0, 0, 0, 0]), "{place}: pixels of overflow");
}

fn show(window: &Window, screen: &str, key: &str, sign: &str) {
    window.keys(&[key]);
    window.rect(&format!("[data-screen={screen}]"));
    window.rect(sign);
    wait_until_still(window);
}

/// Waits until no animation runs and all fonts are loaded.
pub fn wait_until_still(window: &Window) {
    window.shows(
        "return document.fonts.status === 'loaded' &&
           document.getAnimations().every((one) => one.playState !== 'running')",
    );
}

/// The faults that axe-core finds, one line for each.
pub fn audit(window: &Window, place: &str) -> Vec<String> {
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
