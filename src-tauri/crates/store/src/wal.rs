//! Whether the write-ahead log next to a store belongs to it.
//!
//! SQLite replays a log into any file of the right name. If a copy is restored by hand next to a leftover log,
//! the log would turn it back into the old state, or into a broken file. So every transaction of this program
//! rewrites the row of `revision`: the id of the store, its epoch and the number of its writes. The log then
//! has a chain of such marks. It belongs to a file whose mark is in the chain or right before its first.

use std::fs::{self, File};
use std::io::{self, BufReader, Read, Seek};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use crate::identity::{self, with_suffix};

/// The state of a store, as its `revision` row records it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Mark {
    /// The number of writes so far.
    pub(crate) number: i64,
    /// The id of the store; the same in all its copies. Empty in stores of older versions.
    pub(crate) store: String,
    /// Random, and new before the first write of each run, so that no older copy has it.
    pub(crate) epoch: String,
    /// The previous epoch.
    pub(crate) epoch_before: String,
    /// The number of transactions, without those that set an epoch. Zero in stores of older versions.
    pub(crate) writes: i64,
}

impl Mark {
    /// The mark of an open database.
    pub(crate) fn of(connection: &Connection) -> rusqlite::Result<Self> {
        let has_epoch = connection
            .prepare("SELECT 1 FROM pragma_table_info('revision') WHERE name = 'epoch'")?
            .exists([])?;
        let columns = if has_epoch {
            "number, store, epoch, epoch_before, writes"
        } else {
            "number, '', '', '', 0"
        };
        connection.query_row(&format!("SELECT {columns} FROM revision"), [], |row| {
            Ok(Self {
                number: row.get(0)?,
                store: row.get(1)?,
                epoch: row.get(2)?,
                epoch_before: row.get(3)?,
                writes: row.get(4)?,
            })
        })
    }

    fn has_same_state(&self, other: &Self) -> bool {
        (&self.epoch, self.number, self.writes) == (&other.epoch, other.number, other.writes)
    }

    /// Whether this may be the state right before `first`: the transaction between them was an ordinary one,
    /// set an epoch, or came from a version that did not count.
    fn precedes(&self, first: &Self) -> bool {
        let is_next = |now: i64, next: i64| now == next || now + 1 == next;
        let counted = if self.epoch.is_empty() {
            is_next(self.number, first.number)
        } else {
            is_next(self.writes, first.writes)
        };
        let drawn = (self.number, self.writes) == (first.number, first.writes);
        self.epoch == first.epoch && counted || self.epoch == first.epoch_before && drawn
    }
}

/// The file that a log belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    /// There is no log, or it has nothing to replay.
    None,
    /// It belongs to this file.
    ThisFile,
    /// It belongs to another file.
    OtherFile,
}

/// The number of reads of a log that others are writing, and the time between them.
const MAX_READS: usize = 40;
const RETRY_DELAY: Duration = Duration::from_millis(25);

/// The file that the log next to the store at `path` belongs to. `open` opens the file without its log.
pub(crate) fn owner(
    path: &Path,
    open: impl Fn(&Path) -> rusqlite::Result<Connection>,
) -> rusqlite::Result<Owner> {
    let log = with_suffix(path, "-wal");
    let state = |path: &Path| identity::identify(path).ok();
    for _ in 0..MAX_READS {
        if state(&log).is_none() {
            return Ok(Owner::None);
        }
        let before = (state(path), state(&log));
        let connection = open(path)?;
        let main = Mark::of(&connection)?;
        let root = connection.query_row(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'revision'",
            [],
            |row| row.get::<_, u32>(0),
        )?;
        let chain = chain(&log, root).unwrap_or_default();
        // A checkpoint may have changed the file while the log was read.
        drop(connection);
        let later = Mark::of(&open(path)?)?;
        match chain {
            None => return Ok(Owner::None),
            Some(chain) if is_in(&chain, &main) || is_in(&chain, &later) => {
                return Ok(Owner::ThisFile);
            }
            // A foreign program that has the file open wrote it. This program never leaves the row out.
            Some(chain) if chain.is_empty() && is_open_somewhere(path) => {
                return Ok(Owner::ThisFile);
            }
            Some(_) if before == (state(path), state(&log)) => return Ok(Owner::OtherFile),
            // Another process is writing to the log, so it is in use. It is read again shortly.
            Some(_) => thread::sleep(RETRY_DELAY),
        }
    }
    Ok(Owner::ThisFile)
}

fn is_in(chain: &[Mark], main: &Mark) -> bool {
    let base = chain.first().is_some_and(|first| main.precedes(first));
    base || chain.iter().any(|mark| main.has_same_state(mark))
}

/// Whether a process holds a lock on the file at `path`, as each one does that has it open as a database.
/// Assumed where the system has no list of locks.
fn is_open_somewhere(path: &Path) -> bool {
    let Ok(locks) = fs::read_to_string("/proc/locks") else {
        return true;
    };
    let inode = identity::inode(path).map_or_else(String::new, |inode| format!(":{inode} "));
    locks.lines().any(|line| line.contains(&inode))
}

/// Moves a log and its index aside. Returns the new path of the log.
pub(crate) fn move_aside(path: &Path, now: DateTime<Utc>) -> io::Result<Option<PathBuf>> {
    let mut moved = None;
    let date = now.format("%Y-%m-%d %H%M%S");
    let free = |end: &str| {
        let numbered = (1..).map(|number| match number {
            1 => with_suffix(path, &format!(" stray {date}{end}")),
            _ => with_suffix(path, &format!(" stray {date} {number}{end}")),
        });
        numbered
            .into_iter()
            .find(|path| !path.exists())
            .unwrap_or_default()
    };
    for end in ["-wal", "-shm"] {
        let from = with_suffix(path, end);
        let to = free(end);
        match fs::rename(&from, &to) {
            Ok(()) if end == "-wal" => moved = Some(to),
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    Ok(moved)
}

const LOG_HEADER: usize = 32;
const FRAME_HEADER: usize = 24;

/// The marks that the committed transactions of a log wrote, in order. `None` if there is nothing to replay.
/// `root` is the page of the row. The chain is empty if no transaction wrote the row.
fn chain(log: &Path, root: u32) -> io::Result<Option<Vec<Mark>>> {
    let mut file = BufReader::new(File::open(log)?);
    let mut header = [0; LOG_HEADER];
    if file.read_exact(&mut header).is_err() || !is_log(&header) {
        return Ok(None);
    }
    let page_size = match number(&header, 8) {
        1 => 65_536,
        size @ 512..=32_768 => size as usize,
        _ => return Ok(None),
    };
    let salts = header.get(16..24).unwrap_or_default().to_vec();
    let (mut chain, mut written) = (Vec::new(), Vec::new());
    let mut has_commit = false;
    let mut frame = [0; FRAME_HEADER];
    let mut page = vec![0; page_size];
    // Frames with other salts are left over from an earlier use of the log.
    while file.read_exact(&mut frame).is_ok() && frame.get(8..16) == Some(salts.as_slice()) {
        if number(&frame, 0) == root {
            if file.read_exact(&mut page).is_err() {
                break;
            }
            written.extend(row(&page));
        } else {
            let length = i64::try_from(page_size).unwrap_or_default();
            file.seek_relative(length)?;
            if file.stream_position()? > file.get_ref().metadata()?.len() {
                break;
            }
        }
        if number(&frame, 4) != 0 {
            has_commit = true;
            chain.append(&mut written);
        }
    }
    Ok(has_commit.then_some(chain))
}

fn is_log(header: &[u8]) -> bool {
    matches!(number(header, 0), 0x377f_0682 | 0x377f_0683)
}

/// Reads the big-endian number at offset `at`.
fn number(bytes: &[u8], at: usize) -> u32 {
    let part = bytes.get(at..at + 4).and_then(|part| part.try_into().ok());
    part.map_or(0, u32::from_be_bytes)
}

/// Reads the mark from a page that is the whole `revision` table: a leaf with one row
/// (<https://www.sqlite.org/fileformat2.html>, 1.6 and 2.1).
fn row(page: &[u8]) -> Option<Mark> {
    const LEAF: u8 = 13;
    const NUMBER: usize = 1;
    const STORE: usize = 3;
    if page.first() != Some(&LEAF) || page.get(3..5)? != [0, 1] {
        return None;
    }
    let cell = usize::from(u16::from_be_bytes(page.get(8..10)?.try_into().ok()?));
    let mut at = cell;
    let _length = varint(page, &mut at)?;
    let _rowid = varint(page, &mut at)?;
    let record = at;
    let header_length = usize::try_from(varint(page, &mut at)?).ok()?;
    let mut types = Vec::new();
    while at < record + header_length {
        types.push(varint(page, &mut at)?);
    }
    let mut at = record + header_length;
    let mut values = Vec::new();
    for kind in types {
        let length = match kind {
            0 | 8 | 9 => 0,
            1..=4 => usize::try_from(kind).ok()?,
            5 => 6,
            6 | 7 => 8,
            _ => usize::try_from(kind.checked_sub(12)? / 2).ok()?,
        };
        values.push((kind, page.get(at..at + length)?));
        at += length;
    }
    let integer = |(kind, bytes): &(u64, &[u8])| match kind {
        8 => Some(0),
        9 => Some(1),
        1..=6 => {
            let negative = bytes.first().is_some_and(|byte| byte & 0x80 != 0);
            let start = if negative { -1_i64 } else { 0 };
            Some(
                bytes
                    .iter()
                    .fold(start, |number, byte| (number << 8) | i64::from(*byte)),
            )
        }
        _ => None,
    };
    let text = |at: usize| {
        let bytes = values.get(at).map_or(&[][..], |(_, bytes)| bytes);
        String::from_utf8_lossy(bytes).into_owned()
    };
    Some(Mark {
        number: integer(values.get(NUMBER)?)?,
        store: text(STORE),
        epoch: text(STORE + 1),
        epoch_before: text(STORE + 2),
        writes: values.get(STORE + 3).and_then(integer).unwrap_or(0),
    })
}

fn varint(bytes: &[u8], at: &mut usize) -> Option<u64> {
    let mut number = 0;
    for place in 0..9 {
        let byte = *bytes.get(*at)?;
        *at += 1;
        if place == 8 {
            return Some((number << 8) | u64::from(byte));
        }
        number = (number << 7) | u64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            break;
        }
    }
    Some(number)
}
