//! The desktop shell of Déroulé: the only code that knows Tauri. It opens the store, shows the
//! window, and hands what the window asks for to the use cases.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod allowed_files;
mod commands;
mod dialogs;
mod ending;
mod internal_error;
mod launch_args;
mod navigation;
#[cfg(target_os = "linux")]
mod preload;
#[cfg(target_os = "linux")]
mod printing;
mod startup;
#[cfg(target_os = "linux")]
mod webkit_rendering;

use std::path::Path;
use std::process::Command;

use deroule_app::log::Log;
use deroule_app::{Messages, Problem, ignore_failure, system_language};
use tauri::{DragDropEvent, Emitter, Manager, RunEvent, WindowEvent};
use tauri_plugin_dialog::{DialogExt, MessageDialogButtons, MessageDialogKind};

use launch_args::LaunchArgs;
use startup::Startup;

fn main() {
    #[cfg(target_os = "linux")]
    let software_rendering =
        webkit_rendering::software_rendering(std::env::var_os("DEROULE_PAINTING"));
    #[cfg(target_os = "linux")]
    if software_rendering {
        webkit_rendering::skip_opengl();
    }
    let launch_args = LaunchArgs::of(std::env::args_os().skip(1), |name| std::env::var_os(name));
    let mut log = Log::to_file();
    tracing::info!(version = env!("CARGO_PKG_VERSION"), "start");
    for store in launch_args.others() {
        open_in_another_process(store);
    }
    let startup = Startup::begin(launch_args.store());
    let builder = if launch_args.shares_instance() {
        // A second start shows the window of the first: two windows on one store would be one too many.
        tauri::Builder::default().plugin(tauri_plugin_single_instance::init(|handle, _, _| {
            if let Some(window) = handle.get_webview_window("main") {
                let shown = window.unminimize().and_then(|()| window.set_focus());
                ignore_failure(
                    shown.map_err(|_| "the window is closing"),
                    "show the window",
                );
            }
        }))
    } else {
        tauri::Builder::default()
    };
    let builder = if launch_args.remembers_window() {
        // Size and place are remembered; a window that was hidden is shown again.
        let flags = tauri_plugin_window_state::StateFlags::all()
            - tauri_plugin_window_state::StateFlags::VISIBLE;
        builder.plugin(
            tauri_plugin_window_state::Builder::default()
                .with_state_flags(flags)
                .build(),
        )
    } else {
        builder
    };
    let app = builder
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .invoke_handler(tauri::generate_handler![
            commands::window::ready,
            commands::window::open_path,
            commands::programme::snapshot,
            commands::programme::revision,
            commands::programme::orders,
            commands::programme::findings,
            commands::programme::copy_preview,
            commands::programme::apply,
            commands::programme::previews,
            commands::programme::undo,
            commands::programme::redo,
            commands::programme::history,
            commands::programme::log,
            commands::programme::return_to,
            commands::programme::add_sample,
            commands::importing::choose_page,
            commands::importing::read_page,
            commands::importing::preview_import,
            commands::importing::import,
            commands::importing::read_lines,
            commands::importing::copied_slots,
            commands::agenda::calendar,
            commands::agenda::save_calendar,
            commands::print::sheet_preview,
            commands::print::save_sheet,
            commands::print::cancel_sheet,
            commands::print::print_page,
            commands::store::store_state,
            commands::store::copies,
            commands::store::restore_copy,
            commands::store::save_elsewhere,
            commands::store::show_file,
        ])
        .on_window_event(|window, event| {
            if let WindowEvent::DragDrop(event) = event {
                tell_of_pages(window, event);
            }
        })
        .setup(move |tauri| {
            tauri.manage(allowed_files::AllowedFiles::default());
            tauri.manage(dialogs::Turn::default());
            tauri.manage(commands::print::SaveCancelled::default());
            let window = navigation::open_window(tauri)?;
            #[cfg(target_os = "linux")]
            if let Some(window) = window {
                if software_rendering {
                    window.with_webview(|webview| {
                        webkit_rendering::use_software_rendering(&webview)
                    })?;
                }
                preload::preload(window, &startup);
            }
            let handle = tauri.handle().clone();
            tauri.manage(startup.clone());
            ending::end_on_signals(&handle);
            startup.on_failure(move |problem| say_and_end(&handle, problem));
            Ok(())
        })
        .build(tauri::generate_context!());
    match app {
        Ok(app) => app.run(move |handle, event| {
            if let RunEvent::Exit = event {
                handle.state::<Startup>().close();
                tracing::info!("end");
                // The process ends without dropping anything: what is left of the log is written now.
                log.take();
            }
        }),
        Err(error) => {
            tracing::error!("no window");
            log.take();
            complain(&error.to_string());
            std::process::exit(1);
        }
    }
}

/// Opens one more store: a process has one store and one window.
fn open_in_another_process(store: &Path) {
    let program = std::env::current_exe();
    let started =
        program.and_then(|program| Command::new(program).arg("--store").arg(store).spawn());
    ignore_failure(started, "open another store");
}

/// Without a store there is nothing to show: says why, then ends. A damaged one can be moved out of the way
/// where there is a sound copy: the copies are offered then.
fn say_and_end(handle: &tauri::AppHandle, problem: &Problem) {
    let messages = Messages::of(system_language());
    let text = messages.format(&problem.message);
    complain(&text);
    let dialog = handle
        .dialog()
        .message(text)
        .title(messages.text("dialog-no-store"))
        .kind(MessageDialogKind::Error);
    let ending = handle.clone();
    let store = handle.state::<Startup>().path();
    match store {
        Ok(store) if problem.code == "problem-store-damaged" => {
            let set_aside = messages.text("dialog-set-aside");
            let quit = messages.text("dialog-quit");
            dialog
                .buttons(MessageDialogButtons::OkCancelCustom(set_aside, quit))
                .show(move |is_wanted| {
                    if !is_wanted {
                        return ending.exit(1);
                    }
                    match deroule_app::set_aside(&store, chrono::Utc::now()) {
                        Ok(_) => ending.restart(),
                        Err(problem) => say_and_end(&ending, &problem),
                    }
                });
        }
        _ => dialog.show(move |_| ending.exit(1)),
    }
}

#[expect(
    clippy::print_stderr,
    reason = "who starts a program from a terminal reads it there"
)]
fn complain(text: &str) {
    eprintln!("deroule: {text}");
}

/// Tells the page of a file held over the window or dropped on it; the page asks for its text.
fn tell_of_pages(window: &tauri::Window, event: &DragDropEvent) {
    #[derive(Clone, serde::Serialize)]
    struct Hover {
        over: bool,
    }
    #[derive(Clone, serde::Serialize)]
    struct Dropped {
        path: std::path::PathBuf,
    }
    let told = match event {
        DragDropEvent::Enter { .. } => window.emit("page-hover", Hover { over: true }),
        DragDropEvent::Leave => window.emit("page-hover", Hover { over: false }),
        DragDropEvent::Drop { paths, .. } => {
            let told = window.emit("page-hover", Hover { over: false });
            told.and_then(|()| match paths.first() {
                Some(path) => {
                    window.state::<allowed_files::AllowedFiles>().drop_on(path);
                    window.emit("page-dropped", Dropped { path: path.clone() })
                }
                None => Ok(()),
            })
        }
        _ => Ok(()),
    };
    ignore_failure(
        told.map_err(|_| "the window is closing"),
        "tell the page of a file",
    );
}
