//! An acknowledged commit survives the process, however it ends.

use std::io::{BufRead, BufReader, Lines};
use std::process::ChildStdout;

use crate::{add, child, day, open, temporary_store, titles};

/// The prefix of each revision that a child prints, to distinguish it from the test harness.
const COMMITTED: &str = "committed ";

#[test]
#[ignore = "runs as the child that is killed"]
#[allow(
    clippy::print_stdout,
    reason = "the child reports to its parent on the output"
)]
fn child_commits_until_killed() {
    let Some(path) = child::store() else { return };
    let store = open(&path);
    loop {
        let title = format!("{:06}", store.revision().unwrap() + 1);
        println!("\n{COMMITTED}{}", add(&store, &title));
    }
}

/// The next revision that the child printed; `None` once it has ended.
fn next_revision(lines: &mut Lines<BufReader<ChildStdout>>) -> Option<u64> {
    let mut revisions = lines.map_while(Result::ok).filter_map(|line| {
        let revision = line.strip_prefix(COMMITTED)?;
        revision.parse().ok()
    });
    revisions.next()
}

#[test]
fn every_acknowledged_commit_survives_a_kill() {
    let (_folder, path) = temporary_store();
    let mut last = 0;
    for _ in 0..3 {
        let name = "killed::child_commits_until_killed";
        let mut process = child::command(&child::program(), name, &path)
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        for _ in 0..40 {
            last = next_revision(&mut lines).unwrap();
        }
        process.kill().unwrap();
        process.wait().unwrap();
        while let Some(revision) = next_revision(&mut lines) {
            last = revision;
        }

        let store = open(&path);
        let revision = store.revision().unwrap();
        // The commit in progress may be complete too.
        assert!(
            revision == last || revision == last + 1,
            "{revision} {last}"
        );
        let expected: Vec<String> = (1..=revision)
            .map(|number| format!("{number:06}"))
            .collect();
        assert_eq!(titles(&store), expected);
        let count = usize::try_from(revision).unwrap();
        assert_eq!(store.history(count + 1).unwrap().done.len(), count);
    }
    let store = open(&path);
    let revision = store.revision().unwrap();
    assert!(store.undo(revision, day(0)).unwrap().is_some());
}
