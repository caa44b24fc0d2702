//! `vestochka mirrors check` and `watch`: all mirrors of a site, for people and for cron.

use serde_json::Value;

use super::editors::{Editors, created};
use super::judging::{edit, release};
use super::server::{Answer, Server};
use crate::site::{Ran, Site};

struct Office {
    site: Site,
    editors: Editors,
}

impl Office {
    /// A site whose public mirrors these are.
    fn with(mirrors: &[&Server]) -> Self {
        let (site, editors) = (Site::empty(), Editors::new());
        for (name, bytes) in &editors.keys.0 {
            site.write(&format!("site/content/keys/{name}"), bytes);
        }
        site.write("site/content/mirrors.txt", list(mirrors));
        Office { site, editors }
    }

    fn check(&self, args: &[&str]) -> Ran {
        let now = created(5).to_string();
        let common = [
            "--site",
            "site",
            "mirrors",
            "check",
            "--now",
            &now,
            "--memory",
            "memory.txt",
        ];
        self.site
            .run(&[&common[..], &["--retries", "1"], args].concat())
    }
}

fn list(mirrors: &[&Server]) -> String {
    let line = |server: &&Server| format!("{} | http | 2026-10-01 | a mirror\n", server.url());
    mirrors.iter().map(line).collect()
}

/// A server whose tree is known only after the site is.
fn later() -> (
    Server,
    std::sync::Arc<std::sync::OnceLock<crate::site::Tree>>,
) {
    let tree: std::sync::Arc<std::sync::OnceLock<crate::site::Tree>> = Default::default();
    let served = std::sync::Arc::clone(&tree);
    let server = Server::start(move |request| match served.get() {
        Some(tree) => Answer::of(tree, &request.path),
        None => Answer::Missing,
    });
    (server, tree)
}

#[test]
fn each_mirror_is_judged_and_the_worst_decides() {
    let (good, changed) = (later(), later());
    let office = Office::with(&[&good.0, &changed.0]);
    let tree = release(&office.editors, 5);
    good.1.set(tree.clone()).unwrap();
    let mut other = tree;
    edit(&mut other, "index.html", "letters", "lies");
    changed.1.set(other).unwrap();
    let ran = office.check(&["--status", "status/mirrors.json"]);
    assert_eq!(ran.code, 14, "{}{}", ran.out, ran.err);
    let status: Value = serde_json::from_str(&office.site.read("status/mirrors.json")).unwrap();
    assert_eq!(status["checked"], created(5).to_string());
    assert_eq!(status["mirrors"][0]["status"], "genuine");
    assert_eq!(status["mirrors"][0]["url"], good.0.url());
    assert_eq!(status["mirrors"][1]["status"], "tampered");
    assert_eq!(status["mirrors"][1]["sequence"], 5);
    let ran = office.check(&["--status"]);
    assert_eq!(ran.code, 14, "{}", ran.err);
    assert_eq!(
        office.site.read("site/content/mirror-status.json"),
        office.site.read("status/mirrors.json")
    );
}

#[test]
fn an_unlisted_mirror_is_checked_and_named_nowhere() {
    let (listed, unlisted) = (later(), later());
    let office = Office::with(&[&listed.0]);
    let tree = release(&office.editors, 5);
    listed.1.set(tree.clone()).unwrap();
    let closed = Server::start(|_| Answer::redirect("http://elsewhere.example/"));
    office
        .site
        .write("unlisted.txt", list(&[&unlisted.0, &closed]));
    let secrets = [
        unlisted.0.port().to_string(),
        closed.port().to_string(),
        "elsewhere".into(),
    ];
    let mut changed = tree;
    edit(&mut changed, "index.html", "letters", "lies");
    unlisted.1.set(changed).unwrap();
    for format in ["human", "json"] {
        let args = [
            "--unlisted",
            "unlisted.txt",
            "--status",
            "status.json",
            "--format",
            format,
        ];
        let ran = office.check(&args);
        assert_eq!(ran.code, 14, "{}{}", ran.out, ran.err);
        let said =
            ran.out + &ran.err + &office.site.read("status.json") + &office.site.read("memory.txt");
        assert!(said.contains("unlisted mirror 2"), "{said}");
        assert!(
            !secrets.iter().any(|secret| said.contains(secret)),
            "{said}"
        );
    }
    let status = office.site.read("status.json");
    assert!(
        !status.contains("unlisted") && status.contains("\"status\": \"genuine\""),
        "{status}"
    );
    let shown = office.check(&["--unlisted", "unlisted.txt", "--show-unlisted"]);
    assert!(shown.out.contains(&secrets[0]), "{}", shown.out);
}

#[test]
fn a_list_inside_the_site_is_refused() {
    let office = Office::with(&[]);
    office.site.write("site/unlisted.txt", "");
    let ran = office.check(&["--unlisted", "site/unlisted.txt"]);
    assert_eq!(ran.code, 3, "{}{}", ran.out, ran.err);
    assert!(ran.err.contains("elsewhere"), "{}", ran.err);
}

#[cfg(unix)]
#[test]
fn a_watch_checks_again_and_ends_at_ctrl_c() {
    use std::process::{Command, Stdio};
    let (server, tree) = later();
    let office = Office::with(&[&server]);
    tree.set(release(&office.editors, 5)).unwrap();
    let now = created(5).to_string();
    let mut watch = Command::new(env!("CARGO_BIN_EXE_vestochka"))
        .args([
            "--site",
            "site",
            "mirrors",
            "watch",
            "--every",
            "1s",
            "--no-memory",
            "--now",
            &now,
        ])
        .current_dir(office.site.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let rounds = || {
        server
            .asked()
            .iter()
            .filter(|path| *path == "release.txt")
            .count()
    };
    while rounds() < 2 {
        assert_eq!(watch.try_wait().unwrap(), None, "it ended by itself");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    let id = watch.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-INT", &id])
            .status()
            .unwrap()
            .success()
    );
    let done = watch.wait_with_output().unwrap();
    let said = String::from_utf8(done.stdout).unwrap();
    assert_eq!(done.status.code(), Some(0), "{said}");
    assert!(said.starts_with("genuine: "), "{said}");
    assert!(String::from_utf8(done.stderr).unwrap().contains("stopped"));
}
