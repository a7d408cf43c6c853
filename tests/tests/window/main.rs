//! The real window, driven on a virtual display: each fact is seen on the screen and then in the
//! store. Run with `script/headless cargo test -p deroule-tests --test window`, or `script/test`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failed step fails its test"
)]

mod agenda;
mod audiences;
mod blocks;
mod board;
mod chosen;
mod copies;
mod crash;
mod crew;
mod damaged;
mod day;
mod days;
mod dialogs;
mod edge;
mod elsewhere;
mod every_screen;
mod first_start;
mod fixes;
mod history;
mod keys;
mod late;
mod listed;
mod logged;
mod menus;
mod merged;
mod milestones;
mod navigation;
mod opened;
mod pasted;
mod pictures;
mod print;
mod reading;
mod templates;
mod tracks;
mod trust;
mod typed;
mod year;
mod zoomed;
