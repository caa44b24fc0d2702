//! The folder of a release: what may stand in it, who may read it, and where its
//! key must not lie.

use std::fs;

use crate::release::{key, names, release, released};
use crate::site::{DATE, Site, assert_same_tree};

#[test]
fn files_of_others_in_the_folder_are_named_and_not_deleted() {
    let site = Site::golden("full");
    released(&site, &["--first"]);
    for path in [
        ".git/objects/ab/cd",
        ".git/HEAD",
        "CNAME",
        "ru/notes.txt",
        "bundle/more.zip",
    ] {
        site.write(&format!("release/{path}"), "mine");
    }
    let before = site.tree("release");
    let refused = release(&site, &[]);
    assert_eq!(refused.code, 3, "{}{}", refused.out, refused.err);
    for name in [
        "`.git/`",
        "`CNAME`",
        "`ru/notes.txt`",
        "`bundle/more.zip`",
        "move them away",
    ] {
        assert!(refused.err.contains(name), "{name}: {}", refused.err);
    }
    assert_same_tree(&site.tree("release"), &before, "foreign files");
    fs::rename(site.path().join("release/.git"), site.path().join("git")).unwrap();
    ["CNAME", "ru/notes.txt", "bundle/more.zip"]
        .iter()
        .for_each(|path| site.remove(&format!("release/{path}")));
    released(&site, &[]);
    released(&site, &[]);
}

#[test]
fn a_key_anywhere_in_the_folder_of_the_site_is_refused() {
    let site = Site::golden("full");
    for place in ["release.key", "keys/release.key", ".vestochka/release.key"] {
        site.write(place, fs::read(key("release.key")).unwrap());
        let ran = site.run(&["release", "--key", place, "--date", DATE, "--first"]);
        assert_eq!(ran.code, 3, "{place}: {}{}", ran.out, ran.err);
        assert!(
            ran.err.contains("lies in the folder of the site"),
            "{}",
            ran.err
        );
        assert!(
            ran.err.contains("move it away and make a new one"),
            "{}",
            ran.err
        );
    }
    assert_eq!(names(&site.tree("release"), ""), [""; 0]);
    let said = site.check();
    assert_eq!(said.code, 1, "{}", said.out);
    for place in ["release.key", "keys/release.key"] {
        site.remove(place);
        let line = format!("error[E12]: this is a secret key\n --> {place}\n");
        assert!(said.out.contains(&line), "{}", said.out);
    }
    assert_eq!(site.check().code, 0);
}

/// Web servers run as another user.
#[cfg(unix)]
#[test]
fn a_release_can_be_read_by_everybody_whatever_the_umask() {
    use std::os::unix::fs::PermissionsExt as _;
    let site = Site::golden("full");
    let script = r#"umask "$4"; exec "$0" release --key "$1" --date "$2" "$3""#;
    for (umask, option) in [("077", "--first"), ("000", "--fewer-people")] {
        let done = std::process::Command::new("sh")
            .args(["-c", script, env!("CARGO_BIN_EXE_vestochka")])
            .args([&*key("release.key"), DATE, option, umask])
            .current_dir(site.path())
            .output()
            .unwrap();
        assert!(done.status.success(), "{done:?}");
        let mut seen = 0;
        for entry in walkdir::WalkDir::new(site.path().join("release")) {
            let entry = entry.unwrap();
            let mode = entry.metadata().unwrap().permissions().mode() & 0o7777;
            let expected = if entry.file_type().is_dir() {
                0o755
            } else {
                0o644
            };
            assert_eq!(mode, expected, "{}: {mode:o}", entry.path().display());
            seen += 1;
        }
        assert!(seen > 80, "{seen}");
    }
}
