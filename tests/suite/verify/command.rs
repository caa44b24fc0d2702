//! `vestochka verify` as it is typed: exit codes, both outputs, and the memory.

use serde_json::Value;

use super::editors::{Editors, created};
use super::judging::{edit, lay, lay_in, release};
use super::server::{Answer, Server};
use crate::site::{Ran, Tree, run_in};

struct Desk {
    folder: tempfile::TempDir,
    editors: Editors,
}

impl Desk {
    fn new() -> Self {
        Desk {
            folder: tempfile::tempdir().unwrap(),
            editors: Editors::new(),
        }
    }

    fn verify(&self, args: &[&str]) -> Ran {
        let (key, now) = (self.editors.anchor().to_string(), created(5).to_string());
        let common = [
            "verify",
            "--key",
            &key,
            "--now",
            &now,
            "--memory",
            "memory.txt",
            "--retries",
            "1",
        ];
        run_in(self.folder.path(), &[&common[..], args].concat())
    }

    fn lay(&self, name: &str, tree: &Tree) {
        lay_in(&self.folder.path().join(name), tree);
    }
}

#[test]
fn statuses_are_exit_codes() {
    let desk = Desk::new();
    let tree = release(&desk.editors, 5);
    desk.lay("good", &tree);
    desk.lay("old", &release(&desk.editors, 4));
    let mut changed = tree.clone();
    edit(&mut changed, "index.html", "letters", "lies");
    desk.lay("changed", &changed);
    let mut less = tree.clone();
    less.remove("index.html");
    desk.lay("less", &less);
    let mut more = tree.clone();
    more.insert("donate.html".into(), b"x".to_vec());
    desk.lay("more", &more);
    std::fs::create_dir(desk.folder.path().join("empty")).unwrap();
    for (name, code, word) in [
        ("good", 0, "genuine: "),
        ("old", 12, "rolled back: "),
        ("changed", 14, "tampered: "),
        ("less", 15, "incomplete: "),
        ("more", 16, "extra files: "),
        ("empty", 18, "unsigned: "),
    ] {
        let ran = desk.verify(&[name]);
        assert_eq!(ran.code, code, "{name}: {}{}", ran.out, ran.err);
        assert!(ran.out.starts_with(word), "{}", ran.out);
    }
    let blocked = Server::start(|_| Answer::page(451, "<html>"));
    assert_eq!(desk.verify(&[&blocked.url()]).code, 20);
    assert_eq!(desk.verify(&["http://127.0.0.1:1/"]).code, 19);
    assert_eq!(desk.verify(&["--id", "another", "good"]).code, 17);
    let key = desk.editors.anchor().to_string();
    let late = [
        "verify",
        "good",
        "--key",
        &key,
        "--now",
        "2027-01-01T00:00:00Z",
    ];
    let late = run_in(desk.folder.path(), &[&late[..], &["--no-memory"]].concat());
    assert_eq!(late.code, 11, "{}{}", late.out, late.err);
    assert!(late.out.contains("expired on"), "{}", late.out);
    assert_eq!(desk.verify(&["nowhere"]).code, 3);
    assert_eq!(desk.verify(&[]).code, 2);
}

#[test]
fn the_help_names_every_status_with_its_code() {
    let help = run_in(std::path::Path::new("."), &["verify", "--help"])
        .succeeded()
        .out;
    for status in vestochka::verify::Status::all() {
        let line = format!("{:>2}  {}", status.code(), status.word());
        assert!(help.contains(&line), "`{line}` in {help}");
    }
}

#[test]
fn several_copies_are_a_table_and_the_worst_decides() {
    let desk = Desk::new();
    desk.lay("five", &release(&desk.editors, 5));
    let four = Server::of(&release(&desk.editors, 4));
    let ran = desk.verify(&["five", &four.url()]);
    assert_eq!(ran.code, 11, "{}", ran.out);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert!(
        lines[0].starts_with("genuine ") && lines[0].ends_with("5  five"),
        "{}",
        ran.out
    );
    assert!(lines[1].starts_with("stale "), "{}", ran.out);
    assert!(
        ran.out
            .contains("behind: release 4, and another copy has 5"),
        "{}",
        ran.out
    );
}

#[test]
fn json_has_everything() {
    let desk = Desk::new();
    let mut tree = release(&desk.editors, 5);
    edit(&mut tree, "index.html", "letters", "lies");
    desk.lay("copy", &tree);
    let ran = desk.verify(&["copy", "--format", "json"]);
    let json: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((ran.code, &json["exit"]), (14, &Value::from(14)));
    let copy = &json["copies"][0];
    assert_eq!(copy["status"], "tampered");
    assert_eq!(copy["sequence"], 5);
    assert_eq!(copy["site"], "test-site");
    assert_eq!(copy["findings"][0]["path"], "index.html");
    assert_eq!(copy["findings"][0]["what"], "changed");
}

#[test]
fn the_newest_list_of_mirrors_is_followed() {
    let desk = Desk::new();
    let other = Server::of(&release(&desk.editors, 4));
    let mirrors = format!("{} | http | 2026-10-01 | a mirror\n", other.url());
    let tree = desk.editors.tree(&super::editors::Edition {
        sequence: 5,
        pages: &super::judging::PAGES,
        mirrors: &mirrors,
        before: None,
    });
    desk.lay("copy", &tree);
    assert_eq!(desk.verify(&["copy"]).code, 0);
    assert!(other.asked().is_empty());
    std::fs::remove_file(desk.folder.path().join("memory.txt")).unwrap();
    let ran = desk.verify(&["copy", "--mirrors"]);
    assert_eq!(ran.code, 11, "{}", ran.out);
    assert!(ran.out.contains(&other.url()), "{}", ran.out);
}

#[test]
fn a_broken_memory_stops_and_is_left_alone() {
    let desk = Desk::new();
    desk.lay("copy", &release(&desk.editors, 5));
    let file = desk.folder.path().join("memory.txt");
    std::fs::write(&file, "no memory\n").unwrap();
    let ran = desk.verify(&["copy"]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.contains("memory.txt"), "{}", ran.err);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "no memory\n");
}

#[test]
fn a_damaged_archive_is_no_fault_of_the_machine() {
    let desk = Desk::new();
    std::fs::write(
        desk.folder.path().join("site.zip"),
        "PK\u{3}\u{4} and no more",
    )
    .unwrap();
    let ran = desk.verify(&["site.zip"]);
    assert_eq!(ran.code, 15, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("no whole zip archive"), "{}", ran.out);
}

#[test]
fn names_from_a_copy_cannot_trick_the_terminal() {
    let desk = Desk::new();
    let laid = lay(&release(&desk.editors, 5));
    let name = "a\u{1b}[2Jgenuine\u{202e}.html";
    std::fs::write(laid.path().join(name), "x").unwrap();
    let ran = desk.verify(&[laid.path().to_str().unwrap()]);
    assert_eq!(ran.code, 16);
    assert!(!ran.out.contains(['\u{1b}', '\u{202e}']), "{:?}", ran.out);
}

/// What `release` makes, `verify` believes.
#[test]
fn a_real_release_is_genuine_as_a_folder_and_as_its_zip() {
    let site = crate::site::Site::golden("full");
    let key = crate::site::tests().join("keys/release.key");
    let args = [
        "release",
        "--first",
        "--date",
        crate::site::DATE,
        "-o",
        "release",
        "--key",
    ];
    site.run(&[&args[..], &[key.to_str().unwrap()]].concat())
        .succeeded();
    let set = vestochka::trust::KeySet::parse(site.read("content/keys/1.txt").as_bytes()).unwrap();
    let key = set.fingerprint().to_string();
    for copy in ["release", "release/bundle/site.zip"] {
        let ran = site.run(&["verify", copy, "--no-memory", "--key", &key]);
        assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    }
}
