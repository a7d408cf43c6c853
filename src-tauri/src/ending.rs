//! How the program ends: with the store closed, so that one whole file is left.

use tauri::AppHandle;

/// Ends the program when the system asks it to: at the end of a session, or from a terminal.
#[cfg(unix)]
pub fn end_on_signals(handle: &AppHandle) {
    use crate::startup::Startup;
    use deroule_app::ignore_failure;
    use tauri::Manager;
    use tokio::signal::unix::{SignalKind, signal};

    let handle = handle.clone();
    tauri::async_runtime::spawn(async move {
        let kinds = [
            SignalKind::terminate(),
            SignalKind::interrupt(),
            SignalKind::hangup(),
        ];
        let [Ok(mut terminate), Ok(mut interrupt), Ok(mut hangup)] = kinds.map(signal) else {
            tracing::debug!("signals are not heeded");
            return;
        };
        tokio::select! {
            _ = terminate.recv() => (),
            _ = interrupt.recv() => (),
            _ = hangup.recv() => (),
        }
        // Before the window goes, which may wait for a dialog.
        let startup = handle.state::<Startup>().inner().clone();
        let closed = tauri::async_runtime::spawn_blocking(move || startup.close()).await;
        ignore_failure(closed.map_err(|_| "panic"), "close the store on a signal");
        tracing::info!("asked to end");
        handle.exit(0);
    });
}

/// Elsewhere the window is asked to close.
#[cfg(not(unix))]
pub fn end_on_signals(_: &AppHandle) {}
