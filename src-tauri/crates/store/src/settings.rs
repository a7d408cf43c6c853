//! Settings: values that the program remembers besides the rows. They have no history.

use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

use crate::error::StoreError;

pub(crate) fn setting(connection: &Connection, key: &str) -> Result<Option<String>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT value FROM setting WHERE key = ?1")?;
    Ok(statement.query_row([key], |row| row.get(0)).optional()?)
}

pub(crate) fn set_setting(
    connection: &mut Connection,
    key: &str,
    value: &str,
) -> Result<(), StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let written = transaction.execute(
        "INSERT INTO setting VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value
         WHERE value <> excluded.value",
        [key, value],
    )?;
    if written > 0 {
        // Every transaction writes the row that links the write-ahead log to its store.
        transaction.execute("UPDATE revision SET writes = writes + 1", [])?;
    }
    transaction.commit()?;
    Ok(())
}
