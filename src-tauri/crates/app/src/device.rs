//! The id of this device: a random UUID in a file of the user's data, created at first use. Entries of the
//! operation log have it.

use std::fs;
use std::io::Write;
use std::path::Path;

use uuid::Uuid;

use crate::paths;

/// The name of the file.
const FILE: &str = "device";

/// The id of this device and user; empty if it can be neither read nor stored.
pub fn device() -> String {
    paths::data_folder()
        .and_then(|folder| id_in(&folder))
        .map_or_else(String::new, |id| id.to_string())
}

fn id_in(folder: &Path) -> Option<Uuid> {
    let path = folder.join(FILE);
    let read = || Uuid::try_parse(fs::read_to_string(&path).ok()?.trim()).ok();
    if let Some(id) = read() {
        return Some(id);
    }
    // Another process may create the file at the same moment. The first file wins.
    fs::create_dir_all(folder).ok()?;
    let mut file = tempfile::NamedTempFile::new_in(folder).ok()?;
    let id = Uuid::new_v4();
    writeln!(file, "{id}").ok()?;
    match file.persist_noclobber(&path) {
        Ok(_) => Some(id),
        Err(_) => read(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn device_id_is_stable() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("data");
        let first = id_in(&folder);
        assert!(first.is_some());
        assert_eq!(id_in(&folder), first);
        fs::write(folder.join(FILE), "no id").unwrap();
        assert_eq!(id_in(&folder), None, "an existing file is left unchanged");
    }
}
