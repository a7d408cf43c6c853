//! A day typed in with the keyboard.

use serde_json::Value;

use deroule_tests::store::Store;
use deroule_tests::window::Window;

/// Typed lines, and the stored slot of each: start, minutes, kind, title, number of tracks.
const LINES: [(&str, &str); 14] = [
    ("9h Accueil 30", "09:00 30 welcome Accueil 0"),
    ("Tour de table 15", "09:30 15 plenary Tour de table 0"),
    ("Bilan de l'été 1h", "09:45 60 wrapUp Bilan de l'été 0"),
    ("Pause", "10:45 15 break Pause 0"),
    (
        "45 Présentation des projets",
        "11:00 45 plenary Présentation des projets 0",
    ),
    ("Questions 15 min", "11:45 15 plenary Questions 0"),
    ("Déjeuner 1h15", "12:00 75 meal Déjeuner 0"),
    ("Atelier n°1 75 min", "13:15 75 workshop Atelier n°1 0"),
    ("15h Pause 20", "15:00 20 break Pause 0"),
    (
        "- 15h20 - 16h : Restitution",
        "15:20 40 wrapUp Restitution 0",
    ),
    ("Temps libre 30", "16:00 30 freeTime Temps libre 0"),
    ("/clôt", "16:30 30 wrapUp Clôture 0"),
    ("/ateliers en", "17:00 75 workshop Ateliers en parallèle 3"),
    ("0 Fin", "18:15 0 wrapUp Fin 0"),
];

/// The slots of the day in the form of `LINES`.
fn slot_lines(plan: &Value) -> Vec<String> {
    let sessions = plan["sessions"].as_array().unwrap();
    let session = sessions
        .iter()
        .find(|one| one["title"] == "Journée")
        .unwrap();
    let slots = session["days"][0]["slots"].as_array().unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    slots
        .iter()
        .map(|slot| {
            format!(
                "{} {} {} {} {}",
                text(&slot["start"]),
                slot["minutes"],
                text(&slot["kind"]),
                text(&slot["title"]),
                slot["tracks"].as_array().unwrap().len(),
            )
        })
        .collect()
}

#[test]
fn a_day_of_fourteen_slots_is_typed_with_keys_only() {
    let window = Window::open(Store::with_page("automne.md"));
    window.keys(&["Control+n"]);
    window.shows("return document.activeElement?.dataset.testid === 'new-date'");
    window.keys(&["Enter"]);
    window.stored("a new session", |plan| {
        plan["sessions"].as_array().unwrap().len() == 3
    });
    window.rect("tr.on");
    window.keys(&["Alt+2"]);
    window.reads("[data-testid=session] h1", "Nouvelle session");
    window.script(
        "document.querySelector('[data-testid=session] h1 button').focus()",
        &Value::Null,
    );
    window.keys(&["F2"]);
    window.shows("return document.activeElement?.matches('h1 input')");
    window.keys(&["Control+a"]);
    window.write("Journée");
    window.keys(&["Enter"]);
    window.shows(
        "return document.activeElement?.matches('h1 button') &&
           document.activeElement.textContent === 'Journée'",
    );

    window.keys(&["n"]);
    for (line, _) in LINES {
        window.shows("return document.activeElement?.matches('[data-testid=typing] input')");
        window.shows("return document.activeElement.value === ''");
        window.write(line);
        window.keys(&["Enter"]);
    }
    window.keys(&["Escape"]);
    window.lacks("[data-testid=typing]");
    let wanted: Vec<&str> = LINES.iter().map(|(_, slot)| *slot).collect();
    window.stored("fourteen slots", |plan| {
        slot_lines(plan).len() == LINES.len()
    });
    assert_eq!(slot_lines(&window.store.plan()), wanted);
    window.shows("return document.querySelectorAll('[data-testid=axis] .slots > [data-testid=slot]').length === 14");
    // The slot typed last has the focus.
    window.shows("return document.activeElement?.textContent.includes('Fin')");
}

#[test]
fn suggestions_at_the_end_of_a_day_are_in_view() {
    let window = crate::support::day();
    window.script(
        "[...document.querySelectorAll('[data-testid=axis] .slots > [data-testid=slot]')].at(-1).focus()",
        &Value::Null,
    );
    window.keys(&["n"]);
    window.shows("return document.activeElement?.matches('[data-testid=typing] input')");
    window.write("/");
    window.shows(
        "const list = document.querySelector('[data-testid=typing] [role=listbox]');
         const offered = list?.getBoundingClientRect();
         const axis = document.querySelector('[data-testid=axis]').getBoundingClientRect();
         return offered?.height > 200 && offered.bottom <= axis.bottom && offered.top > axis.top",
    );
}
