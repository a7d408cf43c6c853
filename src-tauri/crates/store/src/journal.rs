//! The journal: every edit is written with its rows before and after, in one transaction with the
//! rows themselves. Undo and redo are the same rows, swapped or as they were.

use chrono::{DateTime, Utc};
use deroule_plan::{Change, Message, inverse};
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

use crate::{StoreError, rescue, rows};

/// An edit that was taken back or done again.
#[derive(Clone, Debug)]
pub struct Replayed {
    /// The revision the store is at now.
    pub revision: u64,
    /// What the edit is called.
    pub label: Message,
    /// The changes as they were written: those of the edit for redo, their inverse for undo.
    pub changes: Vec<Change>,
    /// What can be undone and redone after it, at most one of each.
    pub next: History,
}

/// One line of the journal, without its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryHead {
    /// Its number; later edits have higher ones.
    pub sequence: i64,
    /// What the edit is called.
    pub label: Message,
    /// When it was made.
    pub at: DateTime<Utc>,
}

/// What can be undone and redone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// Edits in force, newest first: the first one is undone next.
    pub done: Vec<EntryHead>,
    /// Edits taken back, in the order in which redo does them again.
    pub undone: Vec<EntryHead>,
}

pub(crate) fn revision(connection: &Connection) -> Result<(u64, DateTime<Utc>), StoreError> {
    let row = connection.query_row("SELECT number, changed_at FROM revision", [], |row| {
        Ok((row.get::<_, i64>(0)?, row.get::<_, DateTime<Utc>>(1)?))
    })?;
    Ok((u64::try_from(row.0).unwrap_or(0), row.1))
}

pub(crate) fn commit(
    connection: &mut Connection,
    expected: u64,
    label: &Message,
    changes: &[Change],
    at: DateTime<Utc>,
) -> Result<u64, StoreError> {
    let transaction = begin(connection, expected)?;
    insert(&transaction, label, changes, at)?;
    finish(transaction, expected, changes, at)
}

pub(crate) fn undo(
    connection: &mut Connection,
    expected: u64,
    at: DateTime<Utc>,
) -> Result<Option<Replayed>, StoreError> {
    let transaction = begin(connection, expected)?;
    let entry = entry(&transaction, "WHERE NOT undone ORDER BY sequence DESC")?;
    let Some((sequence, label, changes)) = entry else {
        return Ok(None);
    };
    transaction.execute(
        "UPDATE journal SET undone = 1 WHERE sequence = ?1",
        [sequence],
    )?;
    let next = history(&transaction, 1)?;
    let changes = inverse(&changes);
    let revision = finish(transaction, expected, &changes, at)?;
    Ok(Some(Replayed {
        revision,
        label,
        changes,
        next,
    }))
}

pub(crate) fn redo(
    connection: &mut Connection,
    expected: u64,
    at: DateTime<Utc>,
) -> Result<Option<Replayed>, StoreError> {
    let transaction = begin(connection, expected)?;
    let entry = entry(&transaction, "WHERE undone ORDER BY sequence")?;
    let Some((sequence, label, changes)) = entry else {
        return Ok(None);
    };
    transaction.execute(
        "UPDATE journal SET undone = 0 WHERE sequence = ?1",
        [sequence],
    )?;
    let next = history(&transaction, 1)?;
    let revision = finish(transaction, expected, &changes, at)?;
    Ok(Some(Replayed {
        revision,
        label,
        changes,
        next,
    }))
}

pub(crate) fn history(connection: &Connection, limit: usize) -> Result<History, StoreError> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let heads = |sql: &str| -> Result<Vec<EntryHead>, StoreError> {
        let mut statement = connection.prepare_cached(sql)?;
        let rows = statement.query_map([limit], |row| {
            Ok((
                row.get::<_, i64>(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, DateTime<Utc>>(2)?,
            ))
        })?;
        rows.map(|row| {
            let (sequence, label, at) = row?;
            Ok(EntryHead {
                sequence,
                label: read(&label)?,
                at,
            })
        })
        .collect()
    };
    Ok(History {
        done: heads(
            "SELECT sequence, label, at FROM journal WHERE NOT undone
             ORDER BY sequence DESC LIMIT ?1",
        )?,
        undone: heads(
            "SELECT sequence, label, at FROM journal WHERE undone ORDER BY sequence LIMIT ?1",
        )?,
    })
}

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
        // Every transaction changes the row that says whose the write-ahead log is.
        transaction.execute("UPDATE revision SET writes = writes + 1", [])?;
    }
    transaction.commit()?;
    Ok(())
}

/// More than were written between a copy and the loss of its store: calendars sent out meanwhile bear their
/// numbers.
const LOST_WRITES: u64 = 1_000;

/// Makes the rows those of a copy, as one edit that can be taken back. The revision goes on from whichever
/// is higher, so that calendars sent out never go backwards. A store that never held anything takes over
/// the copy's history too, and is that store from now on.
pub(crate) fn restore(
    connection: &mut Connection,
    expected: u64,
    label: &Message,
    changes: &[Change],
    copy: &Connection,
    at: DateTime<Utc>,
) -> Result<u64, StoreError> {
    let transaction = begin(connection, expected)?;
    let mut floor = revision(copy)?.0.max(expected);
    if expected == 0 {
        rescue::carry_over(copy, &transaction)?;
        floor += LOST_WRITES;
    }
    transaction.execute(
        "UPDATE revision SET number = ?1",
        [i64::try_from(floor).unwrap_or(i64::MAX)],
    )?;
    insert(&transaction, label, changes, at)?;
    finish(transaction, floor, changes, at)
}

fn insert(
    transaction: &Transaction<'_>,
    label: &Message,
    changes: &[Change],
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    transaction.execute("DELETE FROM journal WHERE undone", [])?;
    transaction.execute(
        "INSERT INTO journal (at, label, changes) VALUES (?1, ?2, ?3)",
        params![at, json(label)?, json(changes)?],
    )?;
    Ok(())
}

/// A transaction that holds the right to write from its first moment, so that no other process can
/// write between the look at the revision and the commit.
fn begin(connection: &mut Connection, expected: u64) -> Result<Transaction<'_>, StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let (actual, _) = revision(&transaction)?;
    if actual == expected {
        Ok(transaction)
    } else {
        Err(StoreError::Stale { expected, actual })
    }
}

fn finish(
    transaction: Transaction<'_>,
    expected: u64,
    changes: &[Change],
    at: DateTime<Utc>,
) -> Result<u64, StoreError> {
    for change in changes {
        rows::write(&transaction, change)?;
    }
    transaction.execute(
        "UPDATE revision SET number = number + 1, changed_at = ?1, writes = writes + 1",
        params![at],
    )?;
    transaction.commit()?;
    Ok(expected + 1)
}

fn entry(
    transaction: &Transaction<'_>,
    which: &str,
) -> Result<Option<(i64, Message, Vec<Change>)>, StoreError> {
    let sql = format!("SELECT sequence, label, changes FROM journal {which} LIMIT 1");
    let row = transaction.query_row(&sql, [], |row| {
        Ok((
            row.get::<_, i64>(0)?,
            row.get::<_, String>(1)?,
            row.get::<_, String>(2)?,
        ))
    });
    row.optional()?
        .map(|(sequence, label, changes)| Ok((sequence, read(&label)?, read(&changes)?)))
        .transpose()
}

fn json<T: serde::Serialize + ?Sized>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(corrupt)
}

fn read<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(corrupt)
}

fn corrupt(error: serde_json::Error) -> StoreError {
    StoreError::Corrupt {
        table: "journal",
        reason: error.to_string(),
    }
}
