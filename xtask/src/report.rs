//! The lines a person reads while waiting: what is being done, and for how long.
//! Knows nothing of what the steps are.

use std::time::{Duration, Instant};

use crate::project::Outcome;

/// Tells what happens, each line with the time since the start.
pub struct Progress {
    start: Instant,
}

impl Progress {
    /// The clock starts now.
    pub fn start() -> Self {
        Self { start: Instant::now() }
    }

    /// One line.
    pub fn say(&self, line: impl AsRef<str>) {
        eprintln!("[{:>9}] {}", seconds(self.start.elapsed()), line.as_ref());
    }

    /// Does a piece of work between a line that announces it and one that says how long it took.
    pub fn step<T>(&self, what: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
        self.say(format!("{what} …"));
        let began = Instant::now();
        let done = work();
        match &done {
            Ok(_) => self.say(format!("{what}: done in {}", seconds(began.elapsed()))),
            Err(_) => self.say(format!("{what}: failed after {}", seconds(began.elapsed()))),
        }
        done
    }
}

/// A duration as people write it: `0.4 s`, `42 s`, `3 m 05 s`.
pub fn seconds(duration: Duration) -> String {
    let whole = duration.as_secs();
    match whole {
        0..10 => format!("{:.1} s", duration.as_secs_f64()),
        10..60 => format!("{whole} s"),
        _ => format!("{} m {:02} s", whole / 60, whole % 60),
    }
}

/// A short duration: `420 ms`.
pub fn milliseconds(duration: Duration) -> String {
    format!("{} ms", duration.as_millis())
}

/// Bytes in kB with one decimal; 1 kB is 1000 bytes, as networks count.
pub fn kilobytes(bytes: u64) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_and_sizes_read_well() {
        assert_eq!(seconds(Duration::from_millis(420)), "0.4 s");
        assert_eq!(seconds(Duration::from_secs(185)), "3 m 05 s");
        assert_eq!(kilobytes(121_964), "121.9 kB");
    }
}
