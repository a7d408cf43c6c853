//! What a dialog for files asks.

#[cfg(target_os = "linux")]
use deroule_app::{Messages, system_language};

/// What a dialog for files asks.
#[derive(Clone)]
pub struct FileDialog {
    /// The message that is its title.
    pub title: &'static str,
    /// What the files are called.
    pub kind: &'static str,
    /// The extensions of such files, without dots.
    pub extensions: &'static [&'static str],
    /// The proposed name of a file to save; `None` to open one.
    pub save_as: Option<String>,
}

impl FileDialog {
    /// What the names of such files look like, whatever their case.
    #[cfg(target_os = "linux")]
    pub(super) fn patterns(&self) -> impl Iterator<Item = String> {
        self.extensions.iter().map(|extension| {
            let letters = extension.chars().map(|letter| {
                format!(
                    "[{}{}]",
                    letter.to_ascii_lowercase(),
                    letter.to_ascii_uppercase()
                )
            });
            format!("*.{}", letters.collect::<String>())
        })
    }

    /// Its title, in the system's language.
    #[cfg(target_os = "linux")]
    pub(super) fn title(&self) -> String {
        Messages::of(system_language()).text(self.title)
    }
}
