//! The arguments and environment of the start: which store, and whether a test drives the window.

use std::ffi::OsString;
use std::path::PathBuf;

use deroule_app::Problem;
use deroule_app::model::Message;

/// What the arguments and the environment say.
#[derive(Debug, PartialEq, Eq)]
pub struct LaunchArgs {
    named: Option<PathBuf>,
    /// The files after the first, which a file manager passes when several are opened at once.
    others: Vec<PathBuf>,
    automated: bool,
}

impl LaunchArgs {
    /// Reads `--store FILE` or `--store=FILE`, else `FILE`, as file managers pass it, else `DEROULE_STORE`.
    pub fn of(
        arguments: impl IntoIterator<Item = OsString>,
        environment: impl Fn(&str) -> Option<OsString>,
    ) -> Self {
        let mut arguments = arguments.into_iter();
        let mut named = None;
        let mut files = Vec::new();
        let mut has_options_ended = false;
        while let Some(argument) = arguments.next() {
            if has_options_ended || !argument.as_encoded_bytes().starts_with(b"-") {
                files.push(argument);
            } else if argument == "--" {
                has_options_ended = true;
            } else if argument == "--store" {
                named = arguments.next();
            } else if let Some(path) = argument.to_str().and_then(|a| a.strip_prefix("--store=")) {
                named = Some(path.into());
            }
        }
        files.retain(|path| !path.is_empty());
        if named.is_none() && !files.is_empty() {
            named = Some(files.remove(0));
        }
        let named = named
            .or_else(|| environment("DEROULE_STORE"))
            .filter(|path| !path.is_empty());
        let automated =
            environment("TAURI_WEBVIEW_AUTOMATION").is_some_and(|value| value == "true");
        Self {
            named: named.map(PathBuf::from),
            others: files.into_iter().map(PathBuf::from).collect(),
            automated,
        }
    }

    /// The store to open.
    pub fn store(&self) -> Result<PathBuf, Problem> {
        let usual = || {
            deroule_app::default_store()
                .ok_or_else(|| Problem::new(Message::new("problem-no-home")))
        };
        self.named.clone().map_or_else(usual, Ok)
    }

    /// The stores that open in windows of their own.
    pub fn others(&self) -> &[PathBuf] {
        &self.others
    }

    /// Whether a second start should show the first one's window: not when each names its store.
    pub fn shares_instance(&self) -> bool {
        self.named.is_none() && !self.automated
    }

    /// Whether the window opens where it was closed.
    pub fn remembers_window(&self) -> bool {
        !self.automated
    }
}

#[cfg(test)]
mod tests {
    use super::LaunchArgs;
    use std::path::PathBuf;

    fn launch_args(arguments: &[&str], variables: &[(&str, &str)]) -> LaunchArgs {
        LaunchArgs::of(arguments.iter().map(Into::into), |name| {
            variables
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| value.into())
        })
    }

    #[test]
    fn the_argument_comes_before_the_environment() {
        let both = launch_args(&["--store", "a.deroule"], &[("DEROULE_STORE", "b.deroule")]);
        assert_eq!(both.store().unwrap().to_str(), Some("a.deroule"));
        let joined = launch_args(&["--store=c.deroule"], &[]);
        assert_eq!(joined.store().unwrap().to_str(), Some("c.deroule"));
        let variable = launch_args(&[], &[("DEROULE_STORE", "b.deroule")]);
        assert_eq!(variable.store().unwrap().to_str(), Some("b.deroule"));
    }

    #[test]
    fn files_of_a_file_manager_open_each_in_its_window() {
        let one = launch_args(&["a.deroule"], &[("DEROULE_STORE", "b.deroule")]);
        assert_eq!(one.store().unwrap().to_str(), Some("a.deroule"));
        assert!(!one.shares_instance());
        assert!(one.others().is_empty());
        let several = launch_args(&["a.deroule", "c d.deroule"], &[]);
        assert_eq!(several.store().unwrap().to_str(), Some("a.deroule"));
        assert_eq!(several.others(), ["c d.deroule"].map(PathBuf::from));
        let both = launch_args(&["a.deroule", "--store", "b.deroule"], &[]);
        assert_eq!(both.store().unwrap().to_str(), Some("b.deroule"));
        assert_eq!(both.others(), ["a.deroule"].map(PathBuf::from));
        let odd_name = launch_args(&["--", "-x.deroule"], &[]);
        assert_eq!(odd_name.store().unwrap().to_str(), Some("-x.deroule"));
        assert!(launch_args(&["--unknown", ""], &[]).shares_instance());
    }

    #[test]
    fn a_named_store_has_an_instance_of_its_own() {
        assert!(launch_args(&[], &[]).shares_instance());
        assert!(!launch_args(&["--store", "a.deroule"], &[]).shares_instance());
    }
}
