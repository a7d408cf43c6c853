//! Tests of the real window on a virtual display.
//!
//! Each fact is checked on the screen and then in the store. Run them with
//! `script/headless cargo test -p deroule-tests --test window`, or with `script/test`.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failed step fails its test"
)]

mod agenda;
mod audiences;
mod blocks;
mod board;
mod clipboard;
mod command_line;
mod crash;
mod crew;
mod damaged_store;
mod dialogs;
mod drag;
mod duplicates;
mod durability;
mod edge_scroll;
mod every_screen;
mod findings;
mod first_start;
mod fitted;
mod fixes;
mod gallery;
mod history;
mod keys;
mod list;
mod log_file;
mod menus;
mod midnight;
mod milestones;
mod navigation;
mod pictures;
mod print;
mod programme;
mod reimport;
mod search;
mod selection;
mod seminar;
mod sidebar;
mod support;
mod templates;
mod toasts;
mod tracks;
mod typing;
mod view;
mod year;
mod zoom;
