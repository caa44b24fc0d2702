//! How often something is tried again, and how long is waited in between.

use std::thread;
use std::time::Duration;

/// Tries, with pauses that double.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// How often something is tried in all.
    pub tries: u32,
    /// The first pause.
    pub pause: Duration,
}

impl Pace {
    /// For a line that breaks now and then.
    pub const LINE: Pace = Pace {
        tries: 4,
        pause: Duration::from_millis(500),
    };

    /// For caches that still show what was there before.
    pub const CACHES: Pace = Pace {
        tries: 6,
        pause: Duration::from_secs(1),
    };

    /// Runs something until it succeeds, or the tries are used up.
    ///
    /// # Errors
    ///
    /// What the last try said.
    pub fn run<T>(self, mut work: impl FnMut() -> anyhow::Result<T>) -> anyhow::Result<T> {
        let mut pause = self.pause;
        for _ in 1..self.tries {
            if let Ok(done) = work() {
                return Ok(done);
            }
            thread::sleep(pause);
            pause *= 2;
        }
        work()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_error_counts_and_so_does_the_first_success() {
        let pace = Pace {
            tries: 3,
            pause: Duration::ZERO,
        };
        let mut count = 0;
        let mut until = |good: u32| {
            count = 0;
            pace.run(|| {
                count += 1;
                if count == good {
                    Ok(count)
                } else {
                    Err(anyhow::anyhow!("try {count}"))
                }
            })
        };
        assert_eq!(until(1).unwrap(), 1);
        assert_eq!(until(3).unwrap(), 3);
        assert_eq!(until(4).unwrap_err().to_string(), "try 3");
    }
}
