//! What a child process costs: time on the clock, time on processors, memory.
//!
//! Processor time and memory come from `/proc`, and are 0 where there is none.

use std::fs;
use std::io::{self, Read as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use walkdir::WalkDir;

/// What one run cost.
#[derive(Debug, Clone, Copy, Default)]
pub struct Cost {
    /// In seconds.
    pub wall: f64,
    /// In seconds, of all threads.
    pub cpu: f64,
    /// The most that was resident, in bytes; read every few milliseconds, so a little less than the truth.
    pub memory: u64,
}

impl Cost {
    /// The median of each, by itself.
    pub fn median(costs: &[Cost]) -> Cost {
        Cost {
            wall: median(costs.iter().map(|cost| cost.wall)),
            cpu: median(costs.iter().map(|cost| cost.cpu)),
            memory: median(costs.iter().map(|cost| cost.memory as f64)) as u64,
        }
    }
}

/// How much was written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Size {
    pub files: usize,
    pub bytes: u64,
}

impl Size {
    /// Of everything in a folder.
    pub fn of(folder: &Path) -> io::Result<Self> {
        let mut size = Size::default();
        for entry in WalkDir::new(folder) {
            let entry = entry?;
            if entry.file_type().is_file() {
                size.files += 1;
                size.bytes += entry.metadata()?.len();
            }
        }
        Ok(size)
    }
}

/// The one in the middle.
pub fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

/// Runs a command to its end; its standard output, if it ended well.
pub fn measure(mut command: Command) -> io::Result<(Cost, String)> {
    let (start, cpu) = (Instant::now(), cpu_of_children());
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let watched = child.id();
    let watch = thread::spawn(move || peak(watched));
    let (mut out, mut err) = (String::new(), String::new());
    child
        .stdout
        .take()
        .map_or(Ok(0), |mut pipe| pipe.read_to_string(&mut out))?;
    child
        .stderr
        .take()
        .map_or(Ok(0), |mut pipe| pipe.read_to_string(&mut err))?;
    let status = child.wait()?;
    let wall = start.elapsed().as_secs_f64();
    if !status.success() {
        return Err(io::Error::other(format!(
            "{command:?}: {status}\n{out}{err}"
        )));
    }
    let memory = watch.join().unwrap_or_default();
    let cpu = cpu_of_children() - cpu;
    Ok((Cost { wall, cpu, memory }, out + &err))
}

/// Processor time of all children that have ended, in seconds: `cutime` and
/// `cstime` of proc_pid_stat(5), in hundredths on every Linux of today.
fn cpu_of_children() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit_once(") ").map_or("", |(_, rest)| rest);
    let ticks = after_name
        .split(' ')
        .skip(13)
        .take(2)
        .filter_map(|field| field.parse::<f64>().ok());
    ticks.sum::<f64>() / 100.0
}

/// `VmHWM` of proc_pid_status(5), until the process ends.
fn peak(process: u32) -> u64 {
    let mut peak = 0;
    while let Ok(status) = fs::read_to_string(format!("/proc/{process}/status")) {
        let Some(line) = status.lines().find_map(|line| line.strip_prefix("VmHWM:")) else {
            break;
        };
        peak = line
            .trim()
            .trim_end_matches(" kB")
            .parse::<u64>()
            .map_or(peak, |kib| kib * 1_024);
        thread::sleep(Duration::from_millis(2));
    }
    peak
}
