//! Waiting for what a test expects, never for a stretch of time.

use std::time::{Duration, Instant};

/// How long a window may take over anything before its test fails.
const PATIENCE: Duration = Duration::from_secs(20);

/// Asks again and again until there is an answer; fails telling what never came.
pub fn until<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(Instant::now() < deadline, "waited in vain for: {what}");
        std::thread::sleep(Duration::from_millis(25));
    }
}
