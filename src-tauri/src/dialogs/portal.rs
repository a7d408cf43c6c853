//! The desktop's portal: its dialogs run in a process of their own.

use std::fs::File;
use std::io::{Seek, Write};
use std::path::PathBuf;
use std::pin::pin;
use std::time::Duration;

use ashpd::desktop::ResponseError;
use ashpd::desktop::file_chooser::{FileFilter, SelectedFiles};
use ashpd::desktop::print::{PrintOptions, PrintProxy};
use ashpd::zbus::export::futures_core::Stream;
use ashpd::zbus::fdo::DBusProxy;
use ashpd::zbus::proxy::CacheProperties;
use ashpd::zbus::{Connection, Proxy, proxy};
use ashpd::{Error, WindowIdentifier};
use raw_window_handle::{HasWindowHandle, RawWindowHandle};
use tauri::{Url, WebviewWindow};
use tokio::time::{Instant, timeout};

use super::file_dialog::FileDialog;

/// The portal's dialogs for files.
pub const FILES: &str = "org.freedesktop.portal.FileChooser";
/// The portal's dialog for printing.
pub const PRINTERS: &str = "org.freedesktop.portal.Print";

const DESTINATION: &str = "org.freedesktop.portal.Desktop";
const PATH: &str = "/org/freedesktop/portal/desktop";

/// How long the portal may take to say that it is there; it may have to be started.
const PATIENCE: Duration = Duration::from_secs(3);

/// A dialog that ends sooner by itself was never shown: nobody closes one that fast, not even a program.
const NEVER_SHOWN: Duration = Duration::from_millis(100);

/// How a dialog ended.
pub enum Answer<T> {
    /// With what was asked for.
    Done(T),
    /// The organiser thought better of it.
    Cancelled,
    /// It did not open.
    Failed,
}

/// A portal that answers.
pub struct Portal {
    connection: Connection,
}

impl Portal {
    /// The portal, if it has an interface and says so in time.
    pub async fn find(interface: &'static str) -> Option<Self> {
        timeout(PATIENCE, look_for(interface)).await.ok()?.ok()
    }

    /// Asks for a file.
    pub async fn choose_file(
        &self,
        window: &WebviewWindow,
        dialog: &FileDialog,
    ) -> Answer<PathBuf> {
        let title = dialog.title();
        let mut filter = FileFilter::new(dialog.kind);
        for pattern in dialog.patterns() {
            filter = filter.glob(&pattern);
        }
        let connection = Some(self.connection.clone());
        let parent = identifier(window);
        let asked = async {
            let request = match &dialog.save_as {
                Some(name) => {
                    let save = SelectedFiles::save_file().current_name(name.as_str());
                    let save = save.title(title.as_str()).identifier(parent).modal(true);
                    save.filter(filter).connection(connection).send().await?
                }
                None => {
                    let open = SelectedFiles::open_file().multiple(false);
                    let open = open.title(title.as_str()).identifier(parent).modal(true);
                    open.filter(filter).connection(connection).send().await?
                }
            };
            request.response()
        };
        match self.answer(asked).await {
            Answer::Done(files) => local_path(&files).map_or(Answer::Failed, Answer::Done),
            Answer::Cancelled => Answer::Cancelled,
            Answer::Failed => Answer::Failed,
        }
    }

    /// Asks for a printer, and prints.
    pub async fn print(&self, window: &WebviewWindow, title: &str, pdf: &[u8]) -> Answer<()> {
        let Ok(file) = unnamed(pdf) else {
            return Answer::Failed;
        };
        let parent = identifier(window);
        self.answer(async {
            let proxy = PrintProxy::with_connection(self.connection.clone()).await?;
            let options = PrintOptions::default().set_modal(true);
            let request = proxy.print(parent.as_ref(), title, &file, options).await?;
            request.response()
        })
        .await
    }

    /// Waits for a dialog, as long as the portal is there.
    async fn answer<T>(&self, asked: impl Future<Output = Result<T, Error>>) -> Answer<T> {
        let began = Instant::now();
        let answer = tokio::select! {
            answer = asked => answer,
            () = self.leaves() => Err(Error::NoResponse),
        };
        let was_shown = began.elapsed() > NEVER_SHOWN;
        match answer {
            Ok(answer) => Answer::Done(answer),
            Err(Error::Response(ResponseError::Cancelled)) => Answer::Cancelled,
            // Closed by the window manager, with some portals; or it could not be shown.
            Err(Error::Response(ResponseError::Other) | Error::NoResponse) if was_shown => {
                Answer::Cancelled
            }
            Err(_) => Answer::Failed,
        }
    }

    /// Waits until the portal has left the bus; an answer would never come then.
    async fn leaves(&self) {
        let Ok(bus) = DBusProxy::new(&self.connection).await else {
            return std::future::pending().await;
        };
        let owners = bus.receive_name_owner_changed_with_args(&[(0, DESTINATION)]);
        let Ok(owners) = owners.await else {
            return std::future::pending().await;
        };
        let mut owners = pin!(owners);
        while let Some(change) = std::future::poll_fn(|cx| owners.as_mut().poll_next(cx)).await {
            if change.args().is_ok_and(|args| args.new_owner().is_none()) {
                return;
            }
        }
    }
}

async fn look_for(interface: &'static str) -> ashpd::zbus::Result<Portal> {
    let connection = Connection::session().await?;
    let proxy: Proxy<'_> = proxy::Builder::new(&connection)
        .interface(interface)?
        .path(PATH)?
        .destination(DESTINATION)?
        .cache_properties(CacheProperties::No)
        .build()
        .await?;
    let _version: u32 = proxy.get_property("version").await?;
    Ok(Portal { connection })
}

/// The window as the portal knows it, to open the dialog over it. Wayland's would have to be exported first;
/// a dialog stands alone there.
fn identifier(window: &WebviewWindow) -> Option<WindowIdentifier> {
    match window.window_handle().ok()?.as_raw() {
        RawWindowHandle::Xlib(handle) => Some(WindowIdentifier::from_xid(handle.window)),
        RawWindowHandle::Xcb(handle) => {
            Some(WindowIdentifier::from_xid(handle.window.get().into()))
        }
        _ => None,
    }
}

fn local_path(files: &SelectedFiles) -> Option<PathBuf> {
    let uri = files.uris().first()?;
    Url::parse(uri.as_str()).ok()?.to_file_path().ok()
}

/// A file without a name that holds `bytes`.
fn unnamed(bytes: &[u8]) -> std::io::Result<File> {
    let mut file = tempfile::tempfile()?;
    file.write_all(bytes)?;
    file.rewind()?;
    Ok(file)
}
