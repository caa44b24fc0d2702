//! `vestochka mirrors watch`: the check again and again, at times that nobody can foretell.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::time::Duration;

use anyhow::Context as _;
use jiff::SignedDuration;

use super::check;
use crate::command::{Exit, print};

/// Check all mirrors again and again
///
/// The same as `mirrors check`, repeated until it is stopped with Ctrl-C. Each
/// pause is up to a fifth shorter or longer than asked for, so that a host
/// cannot expect the check.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// How long to wait between two checks: `30m`, `6h`, `1d`
    #[arg(long, value_name = "TIME", default_value = "6h", value_parser = parse_pause)]
    every: Duration,

    #[command(flatten)]
    check: check::Args,
}

pub(super) fn run(site: &Path, args: &Args) -> anyhow::Result<Exit> {
    let stop = Arc::new(AtomicBool::new(false));
    let (wake, woken) = mpsc::channel();
    let stopping = Arc::clone(&stop);
    ctrlc::set_handler(move || {
        stopping.store(true, Ordering::Relaxed);
        let _ = wake.send(());
    })
    .context("waiting for Ctrl-C")?;
    while !stop.load(Ordering::Relaxed) {
        // One bad round, as with a full disk, must not end the watch.
        if let Err(error) = check::check(site, &args.check, &stop) {
            print::machine_error(&error);
        }
        if !stop.load(Ordering::Relaxed) && woken.recv_timeout(pause(args.every)).is_ok() {
            break;
        }
    }
    print::note("stopped");
    Ok(Exit::Success)
}

fn pause(every: Duration) -> Duration {
    every.mul_f64(0.8 + fastrand::f64() * 0.4)
}

fn parse_pause(text: &str) -> Result<Duration, String> {
    let wrong = || format!("`{text}` is not a time; write it like `30m` or `6h`");
    let whole = match text
        .strip_suffix('d')
        .and_then(|days| days.parse::<u32>().ok())
    {
        Some(days) => SignedDuration::from_hours(i64::from(days) * 24),
        None => text.parse().map_err(|_| wrong())?,
    };
    let positive = Duration::try_from(whole).map_err(|_| wrong())?;
    if positive < Duration::from_secs(1) {
        return Err("a pause is at least one second".to_owned());
    }
    Ok(positive)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_are_read_and_vary_by_a_fifth() {
        let hour = Duration::from_secs(3600);
        assert_eq!(parse_pause("1h"), Ok(hour));
        assert_eq!(parse_pause("2d"), Ok(hour * 48));
        assert!(
            ["", "0s", "-1h", "soon", "9999999999999d"]
                .iter()
                .all(|it| parse_pause(it).is_err())
        );
        let range = hour.mul_f64(0.8)..=hour.mul_f64(1.2);
        let pauses: Vec<Duration> = (0..50).map(|_| pause(hour)).collect();
        assert!(pauses.iter().all(|it| range.contains(it)));
        assert!(pauses.iter().any(|it| *it != pauses[0]));
    }
}
