//! Runs a program of the system, so that it learns nothing of who runs it.

use std::ffi::OsString;
use std::io::Write as _;
use std::process::{Command, Output, Stdio};
use std::thread;

use anyhow::{Context as _, bail};

use crate::publish::secrets;

/// Variables by which the user's name or language reaches hosts: `rsync` sends
/// names, `git` asks for pages in a language, `ssh` passes on what `SendEnv` says.
const TELLING: [&str; 6] = ["USER", "LOGNAME", "USERNAME", "EMAIL", "LANG", "LANGUAGE"];

/// A program with an environment in which nobody has a name or a language. Where
/// it looks for keys and settings stays as it is.
pub(super) fn program(name: &str) -> Command {
    let names = std::env::vars_os().map(|(name, _)| name);
    without_traits(name, names)
}

fn without_traits(name: &str, variables: impl Iterator<Item = OsString>) -> Command {
    let mut command = Command::new(name);
    let is_telling = |name: &OsString| {
        TELLING.iter().any(|it| name == it) || name.to_string_lossy().starts_with("LC_")
    };
    for name in variables.filter(is_telling) {
        command.env_remove(name);
    }
    command.env("LC_ALL", "C");
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
    let said = secrets::redacted(&String::from_utf8_lossy(&output.stderr));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_and_no_language_of_the_user_reaches_a_program() {
        let names = ["USER", "LANG", "LANGUAGE", "LC_TIME", "LC_ALL", "HOME"];
        let command = without_traits("x", names.map(OsString::from).into_iter());
        let changed: Vec<_> = command
            .get_envs()
            .map(|(name, value)| (name.to_string_lossy(), value.is_some()))
            .collect();
        let removed = ["LANG", "LANGUAGE", "LC_TIME", "USER"].map(|it| (it.into(), false));
        let set = [("LC_ALL".into(), true)];
        let mut expected = [&set[..], &removed].concat();
        expected.sort();
        assert_eq!(changed, expected);
    }
}
