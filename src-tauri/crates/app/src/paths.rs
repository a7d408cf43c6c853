//! The default paths of the store, the data and the log, and the system's language.

use std::env;
use std::path::PathBuf;

use crate::wire::Language;

/// The name of the application's folder in the user's data folder.
const FOLDER: &str = "org.deroule.desktop";

/// The path of the user's own store, which the window opens too. `None` without a home folder.
pub fn default_store() -> Option<PathBuf> {
    Some(data_folder()?.join("programmes.deroule"))
}

/// The folder of the application's data: in `$XDG_DATA_HOME`, else `~/.local/share`, on Linux; in the
/// platform's usual place elsewhere. `None` without a home folder.
pub(crate) fn data_folder() -> Option<PathBuf> {
    let data = if cfg!(target_os = "windows") {
        env_path("APPDATA")
    } else if cfg!(target_os = "macos") {
        env_path("HOME").map(|home| home.join("Library/Application Support"))
    } else {
        let path = env_path("XDG_DATA_HOME").filter(|path| path.is_absolute());
        path.or_else(|| env_path("HOME").map(|home| home.join(".local/share")))
    };
    Some(data?.join(FOLDER))
}

/// The folder of the log: in `$XDG_STATE_HOME`, else `~/.local/state`, on Linux; the platform's usual place
/// elsewhere. `None` without a home folder.
pub fn state_folder() -> Option<PathBuf> {
    let current = if cfg!(target_os = "windows") {
        env_path("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        return env_path("HOME").map(|home| home.join("Library/Logs").join(FOLDER));
    } else {
        let path = env_path("XDG_STATE_HOME").filter(|path| path.is_absolute());
        path.or_else(|| env_path("HOME").map(|home| home.join(".local/state")))
    };
    Some(current?.join(FOLDER))
}

/// The path in an environment variable.
fn env_path(name: &str) -> Option<PathBuf> {
    env::var_os(name)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
}

/// The language of the system: French or English, by the POSIX locale variables in their order of precedence.
/// English for any other language.
pub fn system_language() -> Language {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
    let tag = names
        .iter()
        .find_map(|name| env::var(name).ok().filter(|tag| !tag.is_empty()));
    match tag {
        Some(tag) if tag.starts_with("fr") => Language::Fr,
        _ => Language::En,
    }
}
