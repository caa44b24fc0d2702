//! Releases: what a signed tree holds, what stops one, and that nothing which
//! stops one spoils the release that stands.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::{Command, Stdio};
use std::time::Instant;

use vestochka::output::Digest;
use vestochka::trust::{Anchor, KeyFiles, PublicKey, Release, Sums, Trusted, authenticate, follow};

use crate::site::{DATE, Ran, Site, Tree, assert_same_tree, run_in, tests};

pub fn key(name: &str) -> String {
    let path = tests().join("keys").join(name);
    path.to_str().unwrap().to_owned()
}

pub fn release(site: &Site, args: &[&str]) -> Ran {
    let key = key("release.key");
    site.run(&[&["release", "--key", &key, "--date", DATE], args].concat())
}

pub fn released(site: &Site, args: &[&str]) -> Tree {
    release(site, args).succeeded();
    site.tree("release")
}

/// The release that a tree holds, if everything in it is as a checker wants it.
#[track_caller]
pub fn judged(tree: &Tree) -> Release {
    let files = KeyFiles(
        tree.iter()
            .filter_map(|(path, bytes)| Some((path.strip_prefix("keys/")?.into(), bytes.clone())))
            .collect(),
    );
    let (set, _) = files.set(1).unwrap().unwrap();
    let trusted: Trusted = follow(&Anchor::Root(set.fingerprint()), &files).unwrap();
    let signature = tree.get("release.txt.minisig").map(Vec::as_slice);
    let release = authenticate(&trusted, &tree["release.txt"], signature).unwrap();
    assert!(release.files.is(&tree["SHA256SUMS"]));
    assert!(release.mirrors.is(&tree["mirrors.txt"]));
    let listed = Sums::parse(&tree["SHA256SUMS"]).unwrap().entries;
    let listed: BTreeMap<&str, Digest> = listed
        .iter()
        .map(|(path, it)| (path.as_str(), *it))
        .collect();
    let found: BTreeMap<&str, Digest> = tree
        .iter()
        .filter(|(path, _)| !vestochka::trust::is_control(path))
        .map(|(path, bytes)| (path.as_str(), Digest::of(bytes)))
        .collect();
    assert_eq!(listed, found);
    release
}

pub fn names(tree: &Tree, prefix: &str) -> Vec<String> {
    let inner = tree.keys().filter_map(|path| path.strip_prefix(prefix));
    inner.map(str::to_owned).collect()
}

#[test]
fn a_release_lists_every_file_and_is_signed() {
    let site = Site::golden("full");
    let tree = released(&site, &["--first"]);
    let release = judged(&tree);
    assert_eq!((release.sequence, release.previous), (1, None));
    assert_eq!(release.created.to_string(), format!("{DATE}T00:00:00Z"));
    assert_eq!(release.expires.to_string(), "2026-12-21T00:00:00Z");
    let pages = site.built();
    let without_control: Tree = tree
        .iter()
        .filter(|(path, _)| !vestochka::trust::is_control(path))
        .map(|(path, bytes)| (path.clone(), bytes.clone()))
        .collect();
    assert_same_tree(
        &without_control,
        &pages,
        "a release holds what `build` writes",
    );
    assert_eq!(
        names(&tree, "bundle/"),
        [
            "bundles.txt",
            "bundles.txt.minisig",
            "site.car",
            "site.torrent",
            "site.zip"
        ]
    );
    for (path, bytes) in tree
        .iter()
        .filter_map(|(path, bytes)| Some((path.strip_prefix("r/1/")?, bytes)))
    {
        assert_eq!(tree.get(path), Some(bytes), "{path}");
    }
}

/// All but the signatures, which are never made twice alike, and the archives
/// that hold them.
#[test]
fn the_same_content_and_day_give_the_same_release() {
    let unsigned = |site: Site| {
        let mut tree = released(&site, &["--first"]);
        tree.retain(|path, _| !path.ends_with(".minisig") || path.starts_with("keys/"));
        tree.retain(|path, _| !path.starts_with("bundle/"));
        tree
    };
    let one = unsigned(Site::golden("full"));
    assert_same_tree(&unsigned(Site::golden("full")), &one, "again");
    assert!(one.contains_key("release.txt"));
}

#[test]
fn the_zip_holds_the_tree_without_what_cannot_be_in_it() {
    let site = Site::golden("full");
    let tree = released(&site, &["--first"]);
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(&tree["bundle/site.zip"])).unwrap();
    let mut members = Tree::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let name = file
            .name()
            .unwrap()
            .strip_prefix("site/")
            .unwrap()
            .to_owned();
        let mut bytes = Vec::new();
        std::io::copy(&mut file, &mut bytes).unwrap();
        members.insert(name, bytes);
    }
    let mut expected = tree.clone();
    expected.retain(|path, _| !path.starts_with("r/") && !path.starts_with("bundle/"));
    assert_same_tree(&members, &expected, "the zip");
    assert_eq!(judged(&members).sequence, 1, "it can be judged by itself");
}

#[test]
fn each_release_follows_the_one_before_and_keeps_its_lists() {
    let site = Site::golden("full");
    let first = released(&site, &["--first"]);
    let second = released(&site, &[]);
    let stated = judged(&second);
    assert_eq!(stated.sequence, 2);
    assert_eq!(stated.previous, Some(Digest::of(&first["release.txt"])));
    assert_eq!(second["r/1/release.txt"], first["release.txt"]);
    let third = released(&site, &[]);
    assert_eq!(names(&third, "r/1/").len(), 0);
    assert_eq!(third["r/2/SHA256SUMS"], second["SHA256SUMS"]);
    assert_eq!(third["r/3/release.txt"], third["release.txt"]);
}

#[test]
fn another_editor_goes_on_from_a_copy() {
    let site = Site::golden("full");
    released(&site, &["--first"]);
    let other = Site::golden("full");
    other.lay(&crate::site::below("copy", site.tree("release")));
    let second = released(&other, &["--previous", "copy"]);
    assert_eq!(judged(&second).sequence, 2);
    let fork = release(&other, &["--output", "elsewhere", "--previous", "copy"]);
    assert_eq!(fork.code, 3);
    assert!(
        fork.err.contains("release 2 was signed here already"),
        "{}",
        fork.err
    );
}

/// Each stops the release; what stood there stands.
#[test]
fn what_stops_a_release_leaves_the_last_one_whole() {
    let site = Site::golden("full");
    let first = released(&site, &["--first"]);
    let mut stopped = 0;
    let mut stops = |site: &Site, ran: Ran, code: i32, why: &str| {
        let said = format!("{}{}", ran.out, ran.err);
        assert!(said.contains(why), "{why}: {said}");
        assert_eq!(ran.code, code, "{said}");
        assert_same_tree(&site.tree("release"), &first, why);
        stopped += 1;
    };
    stops(
        &site,
        release(&site, &["--first"]),
        3,
        "release 1 stands already",
    );
    let root = key("root-1.key");
    let by_root = site.run(&["release", "--key", &root, "--date", DATE]);
    stops(&site, by_root, 3, "is not a release key of key set 1");
    let late = site.run(&[
        "release",
        "--key",
        &key("release.key"),
        "--date",
        "2027-11-21",
    ]);
    stops(&site, late, 3, "key set 1 expired on 2027-11-20");
    let early = site.run(&[
        "release",
        "--key",
        &key("release.key"),
        "--date",
        "2026-11-20",
    ]);
    stops(&site, early, 3, "may not sign releases of 2026-11-20");
    site.write(
        "content/notes/release.txt",
        fs::read(key("release.key")).unwrap(),
    );
    let inside = site.run(&[
        "release",
        "--key",
        "content/notes/release.txt",
        "--date",
        DATE,
    ]);
    stops(&site, inside, 3, "lies in the folder of the site");
    stops(
        &site,
        release(&site, &[]),
        1,
        "error[E12]: this is a secret key",
    );
    site.remove("content/notes/release.txt");
    site.append("content/site.yaml", "colour: red\n");
    stops(&site, release(&site, &[]), 1, "unknown key `colour`");
    assert_eq!(stopped, 7);
}

#[test]
fn a_revoked_key_signs_nothing_more() {
    let site = Site::golden("full");
    let set = vestochka::trust::KeySet::parse(site.read("content/keys/1.txt").as_bytes()).unwrap();
    let id = set.release[0].key.id().to_string();
    let fresh = tempfile::tempdir().unwrap();
    let secret = fresh.path().join("next.key");
    run_in(
        fresh.path(),
        &["keys", "new", "next.key", "--without-passphrase"],
    )
    .succeeded();
    let public = fresh.path().join("next.pub");
    let public = public.to_str().unwrap();
    site.run(&["keys", "revoke", &id, "--release", public, "--date", DATE])
        .succeeded();
    let waiting = site.check();
    assert!(
        waiting.err.is_empty() && waiting.out.contains("signed by 0 root keys"),
        "{}",
        waiting.out
    );
    assert_eq!(
        judged(&released(&site, &["--first"])).keys.number,
        1,
        "it is not in force yet"
    );
    for root in ["root-1.key", "root-2.key"] {
        site.run(&["keys", "sign", "content/keys/2.txt", "--key", &key(root)])
            .succeeded();
    }
    let refused = release(&site, &[]);
    assert!(
        refused.err.contains("was revoked on 2026-11-21"),
        "{}",
        refused.err
    );
    let secret = secret.to_str().unwrap();
    site.run(&["release", "--key", secret, "--date", DATE])
        .succeeded();
    let release = judged(&site.tree("release"));
    assert_eq!((release.sequence, release.keys.number), (2, 2));
}

#[test]
fn commands_by_hand_group_the_signatures_by_who_signs() {
    let site = crowd();
    let fresh = tempfile::tempdir().unwrap();
    let new = ["keys", "new", "root-4.key", "--without-passphrase"];
    run_in(fresh.path(), &new).succeeded();
    let fourth = |end: &str| {
        let path = fresh.path().join(format!("root-4.{end}"));
        path.to_str().unwrap().to_owned()
    };
    let roots = [key("root-2.pub"), key("root-3.pub"), fourth("pub")];
    let rotate = roots.iter().flat_map(|root| ["--root", root]);
    let rotate: Vec<&str> = ["keys", "rotate", "--date", DATE]
        .into_iter()
        .chain(rotate)
        .collect();
    site.run(&rotate).succeeded();
    for secret in [key("root-1.key"), key("root-2.key"), fourth("key")] {
        site.run(&["keys", "sign", "content/keys/2.txt", "--key", &secret])
            .succeeded();
    }
    released(&site, &["--first"]);
    let page = site.read("release/en/verify.html");
    let own = commands_for([&key("root-2.pub"), &fourth("pub")]);
    let old = commands_for([&key("root-1.pub"), &key("root-2.pub")]);
    assert_eq!(signature_blocks(&page), [own.clone(), own, old]);
}

/// The commands that check these keys' signatures over key set 2.
fn commands_for(keys: [&str; 2]) -> BTreeSet<String> {
    let command = |path: &str| {
        let text = fs::read_to_string(path).unwrap();
        let key: PublicKey = text.lines().last().unwrap().parse().unwrap();
        let name = KeyFiles::signature_name(2, key.id());
        format!("minisign -VHm keys/2.txt -x keys/{name} -P ROOT")
    };
    keys.map(command).into()
}

/// The blocks of a page that check signatures over key set 2.
fn signature_blocks(page: &str) -> Vec<BTreeSet<String>> {
    page.split("<pre tabindex=\"0\">")
        .skip(1)
        .filter_map(|rest| Some(rest.split_once("</pre>")?.0))
        .filter(|block| block.contains("-VHm keys/2.txt"))
        .map(|block| block.lines().map(str::to_owned).collect())
        .collect()
}

/// A site of twelve people, with keys of its own.
pub fn crowd() -> Site {
    let site = Site::golden("minimal");
    let text = site.read("content/people/ivan-sample.md");
    for number in 1..12 {
        site.write(&format!("content/people/ivan-sample-{number}.md"), &text);
    }
    let mut rotate: Vec<String> = vec!["keys".into(), "rotate".into()];
    for root in ["root-1.pub", "root-2.pub", "root-3.pub"] {
        rotate.extend(["--root".into(), key(root)]);
    }
    rotate.extend([
        "--release".into(),
        key("release.pub"),
        "--date".into(),
        DATE.into(),
    ]);
    let rotate: Vec<&str> = rotate.iter().map(String::as_str).collect();
    site.run(&rotate).succeeded();
    for root in ["root-2.key", "root-3.key"] {
        let sign = ["keys", "sign", "content/keys/1.txt", "--key", &key(root)];
        site.run(&sign).succeeded();
    }
    site
}

#[test]
fn people_who_vanish_stop_a_release() {
    let site = crowd();
    released(&site, &["--first"]);
    let person = |number: usize| format!("content/people/ivan-sample-{number}.md");
    let text = site.read(&person(1));
    site.remove(&person(1));
    let refused = release(&site, &[]);
    assert_eq!(refused.code, 1);
    let gone = "error[E15]: the page of `ivan-sample-1` stood in the last release, and is gone";
    assert!(refused.err.contains(gone), "{}", refused.err);
    assert!(!refused.err.contains("E14"), "{}", refused.err);

    site.write(&person(1), text);
    released(&site, &[]);
}

#[test]
fn ten_of_twelve_people_less_stop_a_release_unless_that_is_meant() {
    let site = crowd();
    released(&site, &["--first"]);
    for number in 1..11 {
        let file = format!("content/people/ivan-sample-{number}.md");
        site.write(&file, "---\nremoved: {date: 2026-11-21}\n---\n");
    }
    let next_day = |args: &[&str]| {
        let key = key("release.key");
        site.run(&[&["release", "--key", &key, "--date", "2026-11-22"], args].concat())
    };
    let refused = next_day(&[]);
    assert_eq!(refused.code, 1);
    let fewer = "error[E14]: 12 people stood in the last release, and 2 do now";
    assert!(refused.err.contains(fewer), "{}", refused.err);
    let against = [
        "check",
        "--date",
        "2026-11-22",
        "--against",
        "release/SHA256SUMS",
    ];
    let checked = site.run(&against);
    assert_eq!(checked.code, 1);
    assert!(checked.out.contains(fewer), "{}", checked.out);
    site.run(&[&against[..], &["--fewer-people"]].concat())
        .succeeded();
    next_day(&["--fewer-people"]).succeeded();
    // Tombstones of before count for nobody any more.
    next_day(&[]).succeeded();
}

#[test]
fn a_list_that_names_somebody_who_leaves_no_trace_is_not_kept() {
    let site = crowd();
    released(&site, &["--first"]);
    let removed = "---\nremoved: {date: 2026-11-21, trace: none}\n---\n";
    site.write("content/people/ivan-sample-7.md", removed);
    let second = released(&site, &[]);
    assert!(!second.keys().any(|path| path.starts_with("r/1/")));
    let named = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).contains("ivan-sample-7");
    assert!(!second.values().any(named));
    assert_eq!(
        names(&released(&site, &[]), "r/2/").len(),
        names(&second, "r/2/").len()
    );
}

#[test]
fn a_leaflet_has_the_fingerprint_as_text_and_as_a_code() {
    let site = Site::golden("full");
    let set = vestochka::trust::KeySet::parse(site.read("content/keys/1.txt").as_bytes()).unwrap();
    let shown = site.run(&["keys", "show"]).succeeded().out;
    let digits: String = shown.split_whitespace().collect();
    assert!(digits.contains(&set.fingerprint().to_string()), "{shown}");
    assert!(shown.contains(&set.release[0].key.to_string()), "{shown}");
    assert!(
        shown.lines().filter(|line| line.contains('▀')).count() > 10,
        "{shown}"
    );
}

#[test]
fn a_second_editor_sees_whether_the_hashes_follow_from_the_content() {
    let site = Site::golden("full");
    released(&site, &["--first"]);
    let checkout = Site::golden("full");
    let release = site.path().join("release");
    let verify = ["release", "--verify-source", release.to_str().unwrap()];
    let same = checkout.run(&verify).succeeded();
    assert!(
        same.out.contains("release 1 follows from this checkout"),
        "{}",
        same.out
    );
    checkout.append(
        "content/mirrors.txt",
        "https://more.example.org/ | https | 2026-11-01 |\n",
    );
    let other = checkout.run(&verify);
    assert_eq!(other.code, 1, "{}", other.out);
    assert!(
        other.out.contains("the mirror list or the keys differ"),
        "{}",
        other.out
    );
    assert!(!checkout.has("release") && !checkout.has("public"));
}

/// Killed at any moment, a release leaves the last one, and the next run goes on.
#[test]
fn a_killed_release_leaves_the_last_one_or_the_new_one() {
    let site = Site::golden("full");
    let started = Instant::now();
    released(&site, &["--first"]);
    let whole = started.elapsed();
    // What killed runs of another output have left beside this one is not ours.
    let theirs = [
        ".vestochka-release-old-other",
        ".vestochka-release-new-release-2-Ab3dEf",
    ];
    for folder in theirs {
        site.lay(&crate::site::below(folder, site.tree("release")));
    }
    let mut random = fastrand(0x5eed);
    let (mut killed, mut finished) = (0, 0);
    for _ in 0..24 {
        let before = judged(&site.tree("release")).sequence;
        let mut child = Command::new(env!("CARGO_BIN_EXE_vestochka"))
            .args(["release", "--key", &key("release.key"), "--date", DATE])
            .current_dir(site.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(whole.mul_f64(random() * 1.1));
        let ended = child.try_wait().unwrap().is_some();
        let _ = child.kill();
        child.wait().unwrap();
        killed += usize::from(!ended);
        finished += usize::from(ended);
        let after = judged(&site.tree("release")).sequence;
        assert!(
            after == before || after == before + 1,
            "{before}, then {after}"
        );
    }
    assert!(killed >= 5, "{killed} killed, {finished} finished");
    let second = released(&site, &[]);
    let names = crate::site::folders(site.path());
    let left = names
        .into_iter()
        .filter(|name| name.starts_with(".vestochka-release"));
    let mut left: Vec<String> = left.collect();
    left.sort_by_key(|name| !name.contains("-old-"));
    assert_eq!(
        left, theirs,
        "its own remains are cleared away, and no others"
    );
    release(&site, &["--output", "other", "--previous", "release"]).succeeded();
    let other = judged(&site.tree("other"));
    assert_eq!(other.sequence, judged(&second).sequence + 1);
    assert!(!site.has(theirs[0]), "it came back, and was replaced");
}

/// Numbers from 0 to 1, always the same ones.
fn fastrand(seed: u64) -> impl FnMut() -> f64 {
    let mut state = seed;
    move || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 40) as f64 / (1u64 << 24) as f64
    }
}
