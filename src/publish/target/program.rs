//! Runs a program of the system, so that it learns nothing of who runs it.

use std::io::Write as _;
use std::process::{Command, Output, Stdio};
use std::thread;

use anyhow::{Context as _, bail};

/// Variables by which the user's name reaches `rsync` and others.
const NAMES: [&str; 4] = ["USER", "LOGNAME", "USERNAME", "EMAIL"];

/// A program with an environment in which nobody has a name. Where it looks for
/// keys and settings stays as it is.
pub(super) fn program(name: &str) -> Command {
    let mut command = Command::new(name);
    command.env("LC_ALL", "C");
    for name in NAMES {
        command.env_remove(name);
    }
    command
}

/// Runs a program to its end.
pub(super) fn run(command: &mut Command, input: &[u8]) -> anyhow::Result<Output> {
    let name = command.get_program().to_string_lossy().into_owned();
    let stdin = if input.is_empty() {
        Stdio::null()
    } else {
        Stdio::piped()
    };
    command
        .stdin(stdin)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command
        .spawn()
        .with_context(|| format!("starting `{name}`; is it installed?"))?;
    let pipe = child.stdin.take();
    // A program that writes much before it has read all would wait for us, and we for it.
    let output = thread::scope(|scope| {
        scope.spawn(move || pipe.map(|mut pipe| pipe.write_all(input)));
        child.wait_with_output()
    });
    output.with_context(|| format!("running `{name}`"))
}

/// Runs a program that must succeed; what it printed.
pub(super) fn succeed(command: &mut Command, input: &[u8]) -> anyhow::Result<Vec<u8>> {
    let output = run(command, input)?;
    if !output.status.success() {
        bail!("{}", complaint(command, &output));
    }
    Ok(output.stdout)
}

/// The last words of a program that failed.
pub(super) fn complaint(command: &Command, output: &Output) -> String {
    const LINES: usize = 3;
    let name = command.get_program().to_string_lossy();
    let said = String::from_utf8_lossy(&output.stderr);
    let lines: Vec<&str> = said
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let last = lines[lines.len().saturating_sub(LINES)..].join("; ");
    if last.is_empty() {
        format!("`{name}` ended with {}", output.status)
    } else {
        format!("`{name}` says: {last}")
    }
}
