//! Waits for conditions, never for a fixed time.

use std::time::{Duration, Instant};

/// Time after which a wait fails its test.
const TIMEOUT: Duration = Duration::from_secs(20);

/// Calls `attempt` until it returns a value. Fails with `what` after a timeout.
pub fn until<T>(what: &str, mut attempt: impl FnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + TIMEOUT;
    loop {
        if let Some(value) = attempt() {
            return value;
        }
        assert!(Instant::now() < deadline, "timed out waiting for: {what}");
        std::thread::sleep(Duration::from_millis(25));
    }
}
