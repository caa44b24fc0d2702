//! `vestochka mirrors check` and `watch`: all mirrors of a site, for people and for cron.

use serde_json::Value;

use super::editors::{Editors, created};
use super::judging::{edit, release};
use super::server::{Answer, Proxy, Server};
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

    fn add(&self, url: &str, args: &[&str]) -> Ran {
        let common = [
            "--site",
            "site",
            "mirrors",
            "add",
            url,
            "--since",
            "2026-10-01",
        ];
        self.site.run(&[&common[..], args].concat())
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

#[test]
fn a_broken_list_that_is_not_public_is_not_quoted() {
    let office = Office::with(&[]);
    for line in [
        "https://secret.example/x | https | 2026-10-01 |",
        "https | https://secret.example/ | 2026-10-01 |",
        "https://secret.example/ | https | https://secret.example/ |",
        "https://secret.example/",
    ] {
        office.site.write("unlisted.txt", format!("{line}\n"));
        for ran in [
            office.check(&["--unlisted", "unlisted.txt"]),
            office.add("https://b.example/", &["--unlisted", "unlisted.txt"]),
        ] {
            assert_eq!(ran.code, 3, "{}{}", ran.out, ran.err);
            assert!(ran.err.contains("unlisted.txt, line 1: "), "{}", ran.err);
            assert!(!ran.err.contains("secret"), "{}", ran.err);
        }
    }
}

#[cfg(unix)]
#[test]
fn a_list_that_is_not_public_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let office = Office::with(&[]);
    for url in ["https://a.example/", "https://b.example/"] {
        office.add(url, &["--unlisted", "unlisted.txt"]).succeeded();
        let about = std::fs::metadata(office.site.path().join("unlisted.txt")).unwrap();
        assert_eq!(about.permissions().mode() & 0o777, 0o600, "{url}");
    }
}

#[test]
fn one_mirror_is_not_counted_as_several() {
    let office = Office::with(&[]);
    for (url, expected) in [
        ("https://a.example/", "1 mirror in "),
        ("https://b.example/", "2 mirrors in "),
    ] {
        let ran = office.add(url, &[]);
        assert!((ran.out + &ran.err).starts_with(expected), "{url}");
    }
}

#[test]
fn checking_nothing_is_no_success() {
    let office = Office::with(&[]);
    let ran = office.check(&["--status", "status.json"]);
    assert_eq!(ran.code, 3, "{}{}", ran.out, ran.err);
    assert!(ran.err.contains("mirrors add"), "{}", ran.err);
    assert!(!office.site.has("status.json"));
    let server = Server::of(&release(&office.editors, 5));
    office
        .site
        .write("site/content/mirrors.txt", list(&[&server]));
    let ran = office.check(&["--unlisted", "unlisted.txt"]);
    assert_eq!(ran.code, 3, "{}{}", ran.out, ran.err);
    assert!(ran.err.contains("unlisted.txt"), "{}", ran.err);
}

#[test]
fn a_name_in_letters_of_any_script_is_asked_for_as_programs_write_it() {
    let (server, tree) = later();
    let office = Office::with(&[&server]);
    tree.set(release(&office.editors, 5)).unwrap();
    office.add("http://почта.рф/", &[]).succeeded();
    let proxy = Proxy::to(server.port());
    let ran = office.check(&["--proxy", &proxy.url()]);
    assert!(
        ran.out.contains("genuine           5  http://почта.рф/"),
        "{}{}",
        ran.out,
        ran.err
    );
    assert!(proxy.names().contains(&"xn--80a1acny.xn--p1ai".to_owned()));
}

#[test]
fn an_address_that_cannot_be_used_is_refused_and_does_not_end_the_check() {
    let (server, tree) = later();
    let office = Office::with(&[&server]);
    tree.set(release(&office.editors, 5)).unwrap();
    let ran = office.add("https://a.example:x/", &[]);
    assert_eq!(ran.code, 3, "{}{}", ran.out, ran.err);
    assert!(ran.err.contains("`https://a.example:x/`"), "{}", ran.err);
    let broken = "https://a.example:x/ | https | 2026-10-01 |\n";
    office.site.write(
        "site/content/mirrors.txt",
        broken.to_owned() + &list(&[&server]),
    );
    let ran = office.check(&[]);
    assert_eq!(ran.code, 19, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("\ngenuine "), "{}", ran.out);
}

#[test]
fn a_mirror_that_missed_a_rotation_of_the_root_keys_is_behind_and_not_unknown() {
    let (behind, newer) = (later(), later());
    let mut office = Office::with(&[&behind.0]);
    behind.1.set(release(&office.editors, 4)).unwrap();
    assert_eq!(office.check(&[]).code, 0);
    office.editors.rotate_roots(2, 2);
    newer.1.set(release(&office.editors, 5)).unwrap();
    for (name, bytes) in &office.editors.keys.0 {
        office
            .site
            .write(&format!("site/content/keys/{name}"), bytes);
    }
    office
        .site
        .write("site/content/mirrors.txt", list(&[&newer.0, &behind.0]));
    for (code, word) in [(11, "stale "), (12, "rolled back ")] {
        let ran = office.check(&[]);
        assert_eq!(ran.code, code, "{}{}", ran.out, ran.err);
        assert!(ran.out.starts_with("genuine "), "{}", ran.out);
        assert!(ran.out.contains(&format!("\n{word}")), "{}", ran.out);
    }
}

#[test]
fn a_silent_mirror_does_not_silence_the_others() {
    let silent = Server::start(|_| Answer::Silence);
    let (good, tree) = later();
    let office = Office::with(&[&silent, &good]);
    tree.set(release(&office.editors, 5)).unwrap();
    let ran = office.check(&["--deadline", "1", "--timeout", "3600"]);
    assert_eq!(ran.code, 19, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("\ngenuine "), "{}", ran.out);
    assert!(ran.out.contains("--deadline"), "{}", ran.out);
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
