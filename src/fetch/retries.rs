//! Asking again, later each time, for what may come when it is asked for again.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::Failure;

/// The longest pause, whatever the host wishes.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

const FIRST_PAUSE: Duration = Duration::from_secs(1);

/// How often to ask, and how to wait in between.
#[derive(Clone)]
pub struct Retries {
    attempts: u32,
    sleep: Arc<dyn Fn(Duration) + Send + Sync>,
}

impl Retries {
    /// Asks at most so many times, at least once, and waits by sleeping.
    #[must_use]
    pub fn new(attempts: u32) -> Self {
        Retries::with_sleeper(attempts, std::thread::sleep)
    }

    /// The same, waiting in another way.
    #[must_use]
    pub fn with_sleeper(attempts: u32, sleep: impl Fn(Duration) + Send + Sync + 'static) -> Self {
        Retries {
            attempts: attempts.max(1),
            sleep: Arc::new(sleep),
        }
    }

    /// Tries until something else than a transient failure comes, and waits no
    /// longer than there is time left.
    pub(super) fn run<T>(
        &self,
        left: impl Fn() -> Duration,
        mut attempt: impl FnMut() -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        for number in 1..self.attempts {
            match attempt() {
                Err(Failure::Transient { pause, .. }) => {
                    (self.sleep)(wait(number, pause).min(left()));
                }
                done => return done,
            }
        }
        attempt().map_err(|failure| give_up(failure, self.attempts))
    }
}

/// Twice as long each time, and up to half as long again, so that many checkers do not come at once.
fn wait(number: u32, wish: Option<Duration>) -> Duration {
    let doubled = FIRST_PAUSE.saturating_mul(2u32.saturating_pow(number - 1));
    let jitter = doubled.mul_f64(fastrand::f64() / 2.0);
    wish.unwrap_or_default()
        .max(doubled + jitter)
        .min(LONGEST_PAUSE)
}

fn give_up(failure: Failure, attempts: u32) -> Failure {
    match failure {
        Failure::Transient { what, .. } if attempts > 1 => {
            Failure::Unreachable(format!("{what} (asked {attempts} times)"))
        }
        Failure::Transient { what, .. } => Failure::Unreachable(what),
        other => other,
    }
}

impl fmt::Debug for Retries {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Retries({})", self.attempts)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    fn busy(pause: Option<u64>) -> Failure {
        Failure::Transient {
            what: "busy".to_owned(),
            pause: pause.map(Duration::from_secs),
        }
    }

    /// What came of a sequence of answers, and how long each pause was.
    fn tried(
        attempts: u32,
        mut answers: Vec<Result<u8, Failure>>,
    ) -> (Result<u8, Failure>, Vec<Duration>) {
        let pauses: Arc<Mutex<Vec<Duration>>> = Arc::default();
        let heard = Arc::clone(&pauses);
        let retries = Retries::with_sleeper(attempts, move |it| heard.lock().unwrap().push(it));
        answers.reverse();
        let done = retries.run(|| Duration::MAX, || answers.pop().unwrap());
        let pauses = pauses.lock().unwrap().clone();
        (done, pauses)
    }

    #[test]
    fn what_is_transient_is_asked_for_again_and_later_each_time() {
        let (done, pauses) = tried(4, vec![Err(busy(None)), Err(busy(None)), Ok(7)]);
        assert_eq!(done, Ok(7));
        let seconds = |number: u64| Duration::from_secs(number);
        assert!((seconds(1)..=seconds(2)).contains(&pauses[0]), "{pauses:?}");
        assert!((seconds(2)..=seconds(3)).contains(&pauses[1]), "{pauses:?}");
    }

    #[test]
    fn what_is_final_is_not_asked_for_again() {
        let (done, pauses) = tried(4, vec![Err(Failure::Missing)]);
        assert_eq!((done, pauses.len()), (Err(Failure::Missing), 0));
    }

    #[test]
    fn it_gives_up_and_says_how_often_it_asked() {
        let (done, pauses) = tried(3, vec![Err(busy(None)), Err(busy(None)), Err(busy(None))]);
        let expected = Failure::Unreachable("busy (asked 3 times)".to_owned());
        assert_eq!((done, pauses.len()), (Err(expected), 2));
    }

    #[test]
    fn no_pause_is_longer_than_the_time_that_is_left() {
        let slept: Arc<Mutex<Vec<Duration>>> = Arc::default();
        let heard = Arc::clone(&slept);
        let retries = Retries::with_sleeper(2, move |it| heard.lock().unwrap().push(it));
        let left = Duration::from_millis(5);
        let done: Result<u8, Failure> = retries.run(|| left, || Err(busy(Some(50))));
        assert!(done.is_err());
        assert_eq!(*slept.lock().unwrap(), [left]);
    }

    #[test]
    fn the_hosts_wish_counts_within_bounds() {
        let (_, pauses) = tried(3, vec![Err(busy(Some(20))), Err(busy(Some(99_999))), Ok(1)]);
        assert_eq!(pauses, [Duration::from_secs(20), LONGEST_PAUSE]);
    }
}
