//! The operation log: every edit, undo and redo is an entry, written in one transaction with the rows it
//! changes. Nothing is ever deleted from it.
//!
//! An undo reverts the entry on top of the undo stack, a redo the undo on top of the redo stack. Both stacks
//! are linked lists in the log: an entry says what is on top of each once it is written (`undo_top`,
//! `redo_top`) and what is below itself (`below`). So the state of both is in the last entry, however long
//! the log is.

mod carry_over;
mod encoding;
mod entry;
mod format;
mod journal;

use chrono::{DateTime, Utc};
use deroule_model::{Change, Message, inverse};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, TransactionBehavior, params};
use uuid::Uuid;

use crate::error::StoreError;
use crate::rows;
use encoding::{corrupt, json, read};

pub(crate) use carry_over::carry_over;
pub use entry::{Entry, EntryHead, History, LogEntry, LogKind, Replayed};
pub(crate) use journal::migrate;

/// The tops of both stacks; 0 for an empty one.
#[derive(Clone, Copy, Default)]
struct Tops {
    last: i64,
    undo: i64,
    redo: i64,
}

/// An entry on one of the stacks.
struct Stacked {
    id: String,
    origin: i64,
    below: i64,
    label: Message,
    changes: Vec<Change>,
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
    entry: &Entry,
    device: &str,
    at: DateTime<Utc>,
) -> Result<u64, StoreError> {
    let transaction = begin(connection, expected)?;
    append_edit(&transaction, entry, device, at)?;
    finish(transaction, expected, &entry.changes, at)
}

/// Undoes or redoes an edit by reverting the entry on top of a stack. `None` if the stack is empty.
pub(crate) fn step(
    connection: &mut Connection,
    kind: LogKind,
    expected: u64,
    device: &str,
    at: DateTime<Utc>,
) -> Result<Option<Replayed>, StoreError> {
    let transaction = begin(connection, expected)?;
    let tops = tops(&transaction)?;
    let is_undo = kind == LogKind::Undo;
    let reverted = stacked(&transaction, if is_undo { tops.undo } else { tops.redo })?;
    let Some(Stacked {
        id,
        origin,
        below,
        label,
        changes,
    }) = reverted
    else {
        return Ok(None);
    };
    let number = tops.last + 1;
    let changes = inverse(&changes);
    let row = NewRow {
        number,
        kind,
        reverts: Some(&id),
        verb: None,
        label: &label,
        changes: &changes,
        origin,
        // The new entry goes on top of the other stack.
        undo_top: if is_undo { below } else { number },
        redo_top: if is_undo { number } else { below },
        below: if is_undo { tops.redo } else { tops.undo },
    };
    append(&transaction, &row, device, at)?;
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
    let tops = tops(connection)?;
    Ok(History {
        done: heads(connection, tops.undo, limit)?,
        undone: heads(connection, tops.redo, limit)?,
    })
}

/// The entries of a stack from its top, at most `limit`.
fn heads(connection: &Connection, top: i64, limit: usize) -> Result<Vec<EntryHead>, StoreError> {
    let sql = "SELECT origin, label, at, below FROM log WHERE number = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let mut heads = Vec::new();
    let mut next = top;
    while next > 0 && heads.len() < limit {
        let row = statement.query_row([next], |row| {
            Ok((
                row.get(0)?,
                row.get::<_, String>(1)?,
                row.get(2)?,
                row.get(3)?,
            ))
        })?;
        let (sequence, label, at, below) = row;
        heads.push(EntryHead {
            sequence,
            label: read(&label)?,
            at,
        });
        // The entry below is always older.
        next = if below < next { below } else { 0 };
    }
    Ok(heads)
}

/// The entries of the log before `before`, newest first, at most `limit`.
pub(crate) fn entries(
    connection: &Connection,
    before: Option<i64>,
    limit: usize,
) -> Result<Vec<LogEntry>, StoreError> {
    let sql = "SELECT number, id, at, device, kind, label FROM log WHERE number < ?1
               ORDER BY number DESC LIMIT ?2";
    let mut statement = connection.prepare_cached(sql)?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let rows = statement.query_map([before.unwrap_or(i64::MAX), limit], |row| {
        let label = row.get::<_, String>(5)?;
        let kind = row.get_ref(4)?.as_str()?;
        let kind = LogKind::ALL.into_iter().find(|one| one.name() == kind);
        let id = row.get::<_, String>(1)?;
        let (number, at, device) = (row.get(0)?, row.get(2)?, row.get(3)?);
        Ok((number, id, at, device, kind, label))
    })?;
    rows.map(|row| {
        let (number, id, at, device, kind, label) = row?;
        let kind = kind.ok_or_else(|| corrupt(&"an entry of no known kind"))?;
        Ok(LogEntry {
            number,
            id: Uuid::try_parse(&id).map_err(|error| corrupt(&error))?,
            at,
            device,
            kind,
            label: read(&label)?,
        })
    })
    .collect()
}

/// The changes that lead from the current rows back to those after entry `number`, step by step.
pub(crate) fn changes_back_to(
    connection: &Connection,
    number: i64,
) -> Result<Vec<Change>, StoreError> {
    let sql = "SELECT format, changes FROM log WHERE number > ?1 ORDER BY number DESC";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([number])?;
    let mut state = format::Rows::of(connection);
    let mut changes = Vec::new();
    while let Some(row) = rows.next()? {
        let (version, text) = (row.get(0)?, row.get::<_, String>(1)?);
        let back = state.revert(version, &text)?;
        changes.extend(back);
    }
    Ok(changes)
}

/// More than the number of writes between a copy and the loss of its store. Published calendars may have the
/// revisions of those writes.
const LOST_WRITES: u64 = 1_000;

/// Replaces all rows by those of a copy, as one edit that can be undone. The revision continues from the higher
/// of the two, so that published calendars never go backwards. A store that was never written takes over the
/// copy's log and id too.
pub(crate) fn restore(
    connection: &mut Connection,
    expected: u64,
    entry: &Entry,
    copy: &Connection,
    device: &str,
    at: DateTime<Utc>,
) -> Result<u64, StoreError> {
    let transaction = begin(connection, expected)?;
    let mut floor = revision(copy)?.0.max(expected);
    let mut logged = entry.clone();
    if expected == 0 {
        carry_over(copy, &transaction)?;
        floor += LOST_WRITES;
        // After the entries of the copy, the rows are already those of the copy. This entry changes nothing.
        logged.changes.clear();
    }
    transaction.execute(
        "UPDATE revision SET number = ?1",
        [i64::try_from(floor).unwrap_or(i64::MAX)],
    )?;
    append_edit(&transaction, &logged, device, at)?;
    finish(transaction, floor, &entry.changes, at)
}

fn append_edit(
    transaction: &Transaction<'_>,
    entry: &Entry,
    device: &str,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let tops = tops(transaction)?;
    let number = tops.last + 1;
    let row = NewRow {
        number,
        kind: LogKind::Edit,
        reverts: None,
        verb: entry.verb.as_deref(),
        label: &entry.label,
        changes: &entry.changes,
        origin: number,
        undo_top: number,
        // A new edit empties the redo stack.
        redo_top: 0,
        below: tops.undo,
    };
    append(transaction, &row, device, at)
}

/// The columns of a new entry that depend on its position in the log.
struct NewRow<'a> {
    number: i64,
    kind: LogKind,
    reverts: Option<&'a str>,
    verb: Option<&'a str>,
    label: &'a Message,
    changes: &'a [Change],
    origin: i64,
    undo_top: i64,
    redo_top: i64,
    below: i64,
}

fn append(
    transaction: &Transaction<'_>,
    row: &NewRow<'_>,
    device: &str,
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    transaction
        .prepare_cached(
            "INSERT INTO log (number, id, at, device, kind, reverts, format, verb, label, changes,
                              origin, undo_top, redo_top, below)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
        )?
        .execute(params![
            row.number,
            Uuid::now_v7().to_string(),
            at,
            device,
            row.kind.name(),
            row.reverts,
            format::VERSION,
            row.verb,
            json(row.label)?,
            format::write(row.changes)?,
            row.origin,
            row.undo_top,
            row.redo_top,
            row.below,
        ])?;
    Ok(())
}

fn tops(connection: &Connection) -> Result<Tops, StoreError> {
    let sql = "SELECT number, undo_top, redo_top FROM log ORDER BY number DESC LIMIT 1";
    let mut statement = connection.prepare_cached(sql)?;
    let tops = statement.query_row([], |row| {
        Ok(Tops {
            last: row.get(0)?,
            undo: row.get(1)?,
            redo: row.get(2)?,
        })
    });
    Ok(tops.optional()?.unwrap_or_default())
}

/// The entry with that number, to be reverted; `None` for 0.
fn stacked(connection: &Connection, number: i64) -> Result<Option<Stacked>, StoreError> {
    let sql = "SELECT id, origin, below, label, format, changes FROM log WHERE number = ?1";
    let read_row = |row: &Row<'_>| {
        let (label, text) = (row.get::<_, String>(3)?, row.get::<_, String>(5)?);
        Ok((
            row.get(0)?,
            row.get(1)?,
            row.get(2)?,
            label,
            row.get(4)?,
            text,
        ))
    };
    let row = connection.query_row(sql, [number], read_row).optional()?;
    row.map(|(id, origin, below, label, version, text)| {
        Ok(Stacked {
            id,
            origin,
            below,
            label: read(&label)?,
            changes: format::Rows::of(connection).changes(version, &text)?,
        })
    })
    .transpose()
}

/// Starts a transaction that can write from the start, so that no other process can write between the check of
/// the revision and the commit.
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
