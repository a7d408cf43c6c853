//! Copies the log from one store into another.

use rusqlite::types::Value;
use rusqlite::{Connection, params, params_from_iter};

use crate::error::StoreError;

/// The columns of the log.
const LOG: &str = "number, id, at, device, kind, reverts, format, verb, label, changes, origin, \
                   undo_top, redo_top, below";

/// Copies the log, the settings and the id of the store.
pub(crate) fn carry_over(from: &Connection, to: &Connection) -> Result<(), StoreError> {
    let mut entries = from.prepare(&format!("SELECT {LOG} FROM log ORDER BY number"))?;
    let mut entries = entries.query([])?;
    let columns = LOG.split(", ").count();
    let places: Vec<String> = (1..=columns).map(|at| format!("?{at}")).collect();
    let insert = format!(
        "INSERT OR REPLACE INTO log ({LOG}) VALUES ({})",
        places.join(", ")
    );
    let mut insert = to.prepare(&insert)?;
    while let Some(row) = entries.next()? {
        let values = (0..columns).map(|at| row.get::<_, Value>(at));
        let values = values.collect::<Result<Vec<_>, _>>()?;
        insert.execute(params_from_iter(values))?;
    }
    let mut settings = from.prepare("SELECT key, value FROM setting")?;
    let mut settings = settings.query([])?;
    while let Some(row) = settings.next()? {
        to.execute(
            "INSERT OR REPLACE INTO setting VALUES (?1, ?2)",
            params![row.get::<_, String>(0)?, row.get::<_, String>(1)?],
        )?;
    }
    let store: String = from.query_row("SELECT store FROM revision", [], |row| row.get(0))?;
    to.execute("UPDATE revision SET store = ?1", [store])?;
    Ok(())
}
