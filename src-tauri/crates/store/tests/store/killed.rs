//! What a commit answered for outlives the process, however it ends.

use std::io::{BufRead, BufReader, Lines};
use std::process::ChildStdout;

use crate::{add, child, day, open, place, titles};

/// Before each revision a child tells, apart from what the test harness prints.
const COMMITTED: &str = "committed ";

#[test]
#[ignore = "runs as the child that is killed"]
#[allow(
    clippy::print_stdout,
    reason = "this is how the child tells its parent"
)]
fn a_child_commits_without_end() {
    let Some(path) = child::store() else { return };
    let store = open(&path);
    loop {
        let title = format!("{:06}", store.revision().unwrap() + 1);
        println!("\n{COMMITTED}{}", add(&store, &title));
    }
}

/// The next revision told; none once the child is gone.
fn told(lines: &mut Lines<BufReader<ChildStdout>>) -> Option<u64> {
    let mut revisions = lines.map_while(Result::ok).filter_map(|line| {
        let revision = line.strip_prefix(COMMITTED)?;
        revision.parse().ok()
    });
    revisions.next()
}

#[test]
fn every_acknowledged_commit_survives_a_kill() {
    let (_folder, path) = place();
    let mut last = 0;
    for _ in 0..3 {
        let name = "killed::a_child_commits_without_end";
        let mut process = child::command(&child::program(), name, &path)
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        for _ in 0..40 {
            last = told(&mut lines).unwrap();
        }
        process.kill().unwrap();
        process.wait().unwrap();
        while let Some(revision) = told(&mut lines) {
            last = revision;
        }

        let store = open(&path);
        let revision = store.revision().unwrap();
        // The one being made may be there too, whole.
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
