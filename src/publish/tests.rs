//! A site of a few files, published to a host whose line is cut at every moment.

use std::collections::BTreeSet;
use std::fs;
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::atomic::Ordering;
use std::time::Duration;

use tempfile::TempDir;

use super::target::memory::Memory;
use super::*;
use crate::output::{Digest, SitePath};
use crate::trust::tests::Office;
use crate::trust::{
    Anchor, BundleFile, Bundles, FileRef, KeyFiles, KeysRef, Release, Sums, TreeSize,
};

const PACE: Pace = Pace {
    tries: 1,
    pause: Duration::ZERO,
};

/// A publisher: keys, a folder for the release, notes.
struct World {
    office: Office,
    files: KeyFiles,
    anchor: Anchor,
    folder: TempDir,
    history: Vec<Vec<(String, Vec<u8>)>>,
    /// Of how many releases a release has the lists.
    lists: usize,
}

/// The pages of two releases: somebody is removed, a page goes, one changes, one comes.
const FIRST: &[(&str, &str)] = &[
    ("index.html", "home"),
    (
        "people.json",
        r#"{"people": [{"id": "anna"}, {"id": "boris"}]}"#,
    ),
    ("photos/boris.jpg", "photo"),
    ("ru/pages/old.html", "old"),
    ("ru/people/anna.html", "anna"),
    ("ru/people/boris.html", "boris"),
    ("style.css", "style"),
];
const SECOND: &[(&str, &str)] = &[
    ("index.html", "home 2"),
    ("people.json", r#"{"people": [{"id": "anna"}]}"#),
    ("ru/pages/new.html", "new"),
    ("ru/people/anna.html", "anna 2"),
    ("ru/people/boris.html", "removed"),
    ("style.css", "style"),
];

impl World {
    fn new() -> Self {
        let office = Office::new();
        let mut files = KeyFiles::default();
        let set = office.key_set(1);
        office.publish(&mut files, &set, 2);
        World {
            anchor: Anchor::Root(set.fingerprint()),
            office,
            files,
            folder: tempfile::tempdir().unwrap(),
            history: Vec::new(),
            lists: 2,
        }
    }

    fn release_folder(&self) -> std::path::PathBuf {
        self.folder.path().join("release")
    }

    fn notes(&self) -> std::path::PathBuf {
        self.folder.path().join("notes/here")
    }

    fn keys(&self) -> Keys {
        Keys::follow(self.anchor.clone(), self.files.clone()).unwrap()
    }

    /// Signs the next release and writes it where the last one was.
    fn release(&mut self, pages: &[(&str, &str)]) -> Local {
        let mut sums = Sums::default();
        for (path, text) in pages {
            let path = SitePath::new(path).unwrap();
            sums.entries.insert(path, Digest::of(text.as_bytes()));
        }
        let (sums, mirrors) = (sums.to_text(), String::new());
        let release = self.document(pages, &sums, &mirrors);
        let mut control = self.signed("release.txt", &release.to_text(), &release.comment());
        control.push(("SHA256SUMS".into(), sums.into()));
        control.push(("mirrors.txt".into(), mirrors.into()));
        let keys = self.files.0.iter();
        control.extend(keys.map(|(name, bytes)| (format!("keys/{name}"), bytes.clone())));
        self.history.push(control.clone());
        let bundle = self.bundle(&release);
        let pages = pages
            .iter()
            .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
        self.write(pages.chain(control).chain(bundle).chain(self.copies()));
        self.open().unwrap()
    }

    fn document(&self, pages: &[(&str, &str)], sums: &str, mirrors: &str) -> Release {
        let set = self.files.numbers().last().unwrap();
        let (set, digest) = self.files.set(set).unwrap().unwrap();
        let previous = self.history.last().map(|files| Digest::of(&files[0].1));
        Release {
            site: set.site.clone(),
            sequence: self.history.len() as u64 + 1,
            created: "2026-11-20T00:00:00Z".parse().unwrap(),
            expires: "2026-12-20T00:00:00Z".parse().unwrap(),
            program: "vestochka 0.1.0".into(),
            keys: KeysRef {
                number: set.number,
                digest,
            },
            tree: TreeSize::of(pages.iter().map(|(_, text)| text.len() as u64)),
            files: FileRef::of(sums.as_bytes()),
            mirrors: FileRef::of(mirrors.as_bytes()),
            previous,
        }
    }

    fn signed(&self, name: &str, text: &str, comment: &str) -> Vec<(String, Vec<u8>)> {
        let signature = self.office.release.sign(text.as_bytes(), comment).unwrap();
        let minisig = (format!("{name}.minisig"), signature.to_text().into());
        vec![(name.to_owned(), text.into()), minisig]
    }

    fn bundle(&self, release: &Release) -> Vec<(String, Vec<u8>)> {
        let zip = format!("zip {}", release.sequence);
        let bundles = Bundles {
            site: release.site.clone(),
            sequence: release.sequence,
            release: Digest::of(release.to_text().as_bytes()),
            files: vec![BundleFile {
                digest: Digest::of(zip.as_bytes()),
                bytes: zip.len() as u64,
                name: SitePath::new("site.zip").unwrap(),
            }],
        };
        let mut files = self.signed("bundle/bundles.txt", &bundles.to_text(), &bundles.comment());
        files.push(("bundle/site.zip".into(), zip.into()));
        files
    }

    /// `r/N/` of this release and of the one before it.
    fn copies(&self) -> Vec<(String, Vec<u8>)> {
        let numbered = self.history.iter().enumerate().rev().take(self.lists);
        numbered
            .flat_map(|(at, files)| {
                let copy = move |(path, bytes): &(String, Vec<u8>)| {
                    (format!("r/{}/{path}", at + 1), bytes.clone())
                };
                files.iter().map(copy)
            })
            .collect()
    }

    fn write(&self, files: impl Iterator<Item = (String, Vec<u8>)>) {
        let folder = self.release_folder();
        let _ = fs::remove_dir_all(&folder);
        for (path, bytes) in files {
            write(&folder.join(path), &bytes);
        }
    }

    fn open(&self) -> Result<Local, Failure> {
        Local::open(
            &self.release_folder(),
            self.keys(),
            "2026-11-21T00:00:00Z".parse().unwrap(),
        )
    }

    fn plan<'a>(&self, host: &'a Memory, local: &Local) -> Result<Job<'a>, Failure> {
        Job::plan(
            host,
            local.tree.clone(),
            Limits::default(),
            local,
            &self.notes(),
            Wishes::default(),
        )
    }

    fn publish(&self, host: &Memory, local: &Local) -> Result<Plan, Stopped> {
        let job = self
            .plan(host, local)
            .map_err(|failure| panic!("{failure:?}"))?;
        job.run(&settings(1))?;
        Ok(job.plan)
    }

    fn lose_notes(&self) {
        let _ = fs::remove_file(self.notes());
    }
}

fn write(file: &Path, bytes: &[u8]) {
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, bytes).unwrap();
}

fn settings(jobs: usize) -> Settings<'static> {
    Settings {
        jobs: NonZeroUsize::new(jobs).unwrap(),
        line: PACE,
        caches: PACE,
        public: None,
        progress: &|_| (),
    }
}

fn path(text: &str) -> HostPath {
    HostPath::new(text).unwrap()
}

/// What the second release is when somebody is to leave no trace.
const TRACELESS: &[(&str, &str)] = &[
    ("index.html", "home 2"),
    ("people.json", r#"{"people": [{"id": "anna"}]}"#),
    ("ru/people/anna.html", "anna"),
    ("style.css", "style"),
];

impl World {
    /// The next key set has another release key; the one before is retired, or revoked.
    fn rotate(&mut self, revoke: bool) {
        let old = self.office.change_release_key();
        let number = self.files.numbers().last().unwrap() + 1;
        let revoked = crate::trust::Revoked {
            key: old.id(),
            date: "2026-11-20".parse().unwrap(),
        };
        let next = crate::trust::KeySet {
            revoked: Vec::from_iter(revoke.then_some(revoked)),
            ..self.office.key_set(number)
        };
        self.office.publish(&mut self.files, &next, 2);
    }

    /// Signs a release that keeps no list of the one before.
    fn release_without_trace(&mut self) -> Local {
        self.lists = 1;
        self.release(TRACELESS)
    }

    fn plan_with(&self, host: &Memory, local: &Local, wishes: Wishes) -> Result<Plan, Failure> {
        let (tree, limits) = (local.tree.clone(), Limits::default());
        let job = Job::plan(host, tree, limits, local, &self.notes(), wishes)?;
        job.run(&settings(1)).unwrap();
        Ok(job.plan)
    }
}

fn held(host: &Memory) -> BTreeSet<HostPath> {
    lock(&host.files).keys().cloned().collect()
}

fn expected(local: &Local) -> BTreeSet<HostPath> {
    local.tree.keys().cloned().collect()
}

/// What a careful reader calls a copy.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum State {
    Whole(u64),
    /// The old release, but for files that the new one withdraws.
    Withdrawing,
    /// Each file is of one of two releases, and both are in `r/`.
    Updating,
}

fn judge(host: &Memory, old: &Local, new: &Local) -> State {
    let files = lock(&host.files);
    let shown = &files[&path("release.txt")];
    let (now, other) = if *shown == new.text {
        (new, old)
    } else {
        (old, new)
    };
    assert_eq!(
        *shown, now.text,
        "release.txt is neither the old one nor the new one"
    );
    let signed = |local: &Local, of: &HostPath| {
        let page = !crate::trust::is_control(of.as_str());
        local
            .tree
            .get(of)
            .filter(|_| page || !of.as_str().starts_with("r/"))
            .map(|item| item.digest)
    };
    let (mut missing, mut mixed) = (BTreeSet::new(), false);
    for (at, item) in now
        .tree
        .iter()
        .filter(|(at, _)| !at.as_str().starts_with("r/") && !at.as_str().starts_with("bundle/"))
    {
        match files.get(at).map(|bytes| Digest::of(bytes)) {
            Some(digest) if digest == item.digest => {}
            Some(digest) => {
                assert_eq!(Some(digest), signed(other, at), "`{at}` is of no release");
                mixed = true;
            }
            None => drop(missing.insert(at.clone())),
        }
    }
    let both = files.contains_key(&path("r/1/release.txt"))
        && files.contains_key(&path("r/2/release.txt"));
    match (missing.is_empty(), mixed) {
        (true, false) => State::Whole(now.release.sequence),
        (false, false) if now.release.sequence == 1 && !both => State::Withdrawing,
        _ => {
            assert!(both, "a mixture without both releases in r/: {missing:?}");
            assert_eq!(
                now.release.sequence, 1,
                "the new release is shown before it is whole"
            );
            State::Updating
        }
    }
}

#[test]
fn whenever_the_line_is_cut_the_host_is_whole_or_known_to_be_updating_and_the_next_run_mends_it() {
    let mut world = World::new();
    let first = world.release(FIRST);
    let host_of = |lists, landing| {
        let host = Memory::new(lists, landing);
        world.lose_notes();
        world.publish(&host, &first).unwrap();
        (host, fs::read(world.notes()).unwrap())
    };
    let hosts = [
        (true, Landing::Put),
        (false, Landing::Put),
        (true, Landing::Flush),
        (true, Landing::Finish),
    ]
    .map(|(lists, landing)| host_of(lists, landing));
    let second = world.release(SECOND);
    let (mut seen, mut cuts) = (BTreeSet::new(), 0);
    for ((host, notes), lose_notes) in hosts.iter().flat_map(|host| [(host, false), (host, true)]) {
        let before = lock(&host.files).clone();
        for cut in 0.. {
            lock(&host.files).clone_from(&before);
            write(&world.notes(), notes);
            host.cut_after(cut);
            let done = world.publish(host, &second).is_ok();
            seen.insert(judge(host, &first, &second));
            cuts += 1;
            if lose_notes {
                world.lose_notes();
            }
            host.cut_after(usize::MAX);
            world.publish(host, &second).unwrap();
            assert_eq!(judge(host, &first, &second), State::Whole(2));
            assert_eq!(held(host), expected(&second), "after a cut at {cut}");
            if done {
                break;
            }
        }
        lock(&host.files).clone_from(&before);
    }
    let all = [
        State::Whole(1),
        State::Whole(2),
        State::Withdrawing,
        State::Updating,
    ];
    assert_eq!(seen, BTreeSet::from(all));
    assert!(cuts > 100, "{cuts} cuts");
}

#[test]
fn who_was_removed_goes_before_anything_is_sent_and_the_rest_after_the_release() {
    let mut world = World::new();
    let host = Memory::new(true, Landing::Put);
    let first = world.release(FIRST);
    world.publish(&host, &first).unwrap();
    host.cut_after(usize::MAX);
    let second = world.release(SECOND);
    world.publish(&host, &second).unwrap();
    let done = lock(&host.done).clone();
    let at = |line: &str| {
        done.iter()
            .position(|it| it == line)
            .unwrap_or_else(|| panic!("{line}: {done:#?}"))
    };
    let first_upload = done.iter().position(|line| line.starts_with('+')).unwrap();
    for gone in [
        "photos/boris.jpg",
        "ru/people/boris.html",
        "bundle/site.zip",
    ] {
        assert!(at(&format!("- {gone}")) < first_upload, "{gone}: {done:#?}");
    }
    assert!(at("+ r/2/SHA256SUMS") < at("+ index.html"));
    assert!(at("+ index.html") < at("+ SHA256SUMS"));
    assert!(at("+ SHA256SUMS") < at("+ release.txt.minisig"));
    assert!(at("+ release.txt.minisig") < at("+ release.txt"));
    assert!(at("+ release.txt") < at("- ru/pages/old.html"));
    assert!(
        !done.contains(&"+ style.css".into()),
        "an equal file was sent again"
    );
}

#[test]
fn the_same_release_once_more_sends_nothing_with_and_without_notes() {
    for landing in [Landing::Put, Landing::Flush, Landing::Finish] {
        let mut world = World::new();
        let local = world.release(FIRST);
        let host = Memory::new(landing != Landing::Put, landing);
        world.publish(&host, &local).unwrap();
        for lost in [false, true] {
            if lost {
                world.lose_notes();
            }
            let plan = world.publish(&host, &local).unwrap();
            assert_eq!(plan.steps, [], "{landing:?}, notes lost: {lost}");
        }
    }
}

#[test]
fn what_landed_before_the_line_was_cut_is_not_sent_again() {
    let mut world = World::new();
    let local = world.release(FIRST);
    let host = Memory::new(false, Landing::Put);
    host.cut_after(5);
    world.publish(&host, &local).unwrap_err();
    let before = lock(&host.done).clone();
    host.cut_after(usize::MAX);
    world.publish(&host, &local).unwrap();
    let after = lock(&host.done).clone();
    assert_eq!(before.len(), 5);
    assert!(
        before.iter().all(|line| !after.contains(line)),
        "{before:?} {after:?}"
    );
}

#[test]
fn after_a_rotation_what_was_published_is_still_ours_to_withdraw_and_not_believed() {
    for (revoke, lists) in [(false, false), (false, true), (true, false), (true, true)] {
        let mut world = World::new();
        let host = Memory::new(lists, Landing::Put);
        let first = world.release(FIRST);
        world.publish(&host, &first).unwrap();
        world.lose_notes();
        world.rotate(revoke);
        let second = world.release_without_trace();
        host.cut_after(usize::MAX);
        let plan = world.publish(&host, &second).unwrap();
        assert_eq!(held(&host), expected(&second), "{revoke} {lists}");
        assert!(plan.forget && plan.unknown.is_empty());
        let done = lock(&host.done).clone();
        assert!(
            done.contains(&"+ style.css".into()),
            "an old key was believed"
        );
        let first_upload = done.iter().position(|line| line.starts_with('+'));
        let gone = |path: &str| done.iter().position(|it| *it == format!("- {path}"));
        assert!(
            gone("ru/people/boris.html") < first_upload && gone("photos/boris.jpg") < first_upload
        );
    }
}

#[test]
fn the_notes_tell_what_is_ours_where_the_host_does_not() {
    let mut world = World::new();
    let host = Memory::new(true, Landing::Put);
    let first = world.release(FIRST);
    world.publish(&host, &first).unwrap();
    let control = |path: &HostPath| crate::trust::is_control(path.as_str());
    lock(&host.files).retain(|path, _| !control(path));
    let second = world.release_without_trace();
    world.publish(&host, &second).unwrap();
    assert_eq!(held(&host), expected(&second));
}

#[test]
fn where_nobody_vouches_for_the_hosts_list_people_do_not_stay_and_the_history_goes() {
    let mut world = World::new();
    let first = world.release(FIRST);
    let second = world.release_without_trace();
    let signatures = ["release.txt.minisig", "r/1/release.txt.minisig"];
    for (lists, list, blind) in [
        (true, false, false),
        (false, true, false),
        (false, false, true),
    ] {
        let host = Memory::new(lists, Landing::Put);
        for (path, item) in &first.tree {
            lock(&host.files).insert(path.clone(), item.read().unwrap_or_default());
        }
        FIRST.iter().for_each(|(name, text)| {
            lock(&host.files).insert(path(name), text.as_bytes().to_vec());
        });
        for (name, bytes) in &world.history[0] {
            for name in [name.clone(), format!("r/1/{name}")] {
                lock(&host.files).insert(path(&name), bytes.clone());
            }
        }
        for name in signatures {
            lock(&host.files).insert(path(name), b"of nobody".to_vec());
        }
        if !list {
            lock(&host.files).insert(path("SHA256SUMS"), b"nothing".to_vec());
        }
        world.lose_notes();
        let plan = world.publish(&host, &second).unwrap();
        assert_eq!(plan.is_blind, blind);
        assert!(plan.forget);
        for gone in ["ru/people/boris.html", "photos/boris.jpg"] {
            assert_eq!(
                held(&host).contains(&path(gone)),
                blind,
                "{gone} {lists} {list}"
            );
        }
        let others = plan.unknown.contains(&path("ru/pages/old.html"));
        assert_eq!(others, lists);
    }
}

#[test]
fn a_host_of_which_nothing_can_be_believed_gets_everything_and_keeps_what_is_not_ours() {
    let mut world = World::new();
    let local = world.release(FIRST);
    let host = Memory::new(true, Landing::Put);
    lock(&host.files).insert(path("diary.txt"), b"mine".to_vec());
    let text = String::from_utf8(local.text.clone()).unwrap();
    let claims = text.replace("created: 2026-11-20", "created: 2026-11-19");
    lock(&host.files).insert(path("release.txt"), claims.into());
    let plan = world.publish(&host, &local).unwrap();
    assert_eq!(plan.unknown, [path("diary.txt")]);
    assert_eq!(plan.uploads(), local.tree.len());
    assert!(held(&host).contains(&path("diary.txt")));
}

#[test]
fn files_of_others_are_neither_removed_nor_overwritten_until_somebody_says_so() {
    let mut world = World::new();
    let local = world.release(FIRST);
    for lists in [true, false] {
        world.lose_notes();
        let host = Memory::new(lists, Landing::Put);
        let others = [
            "bundle/app.js",
            "r/2024/report.pdf",
            "index.html",
            "SHA256SUMS",
        ]
        .map(path);
        for other in &others {
            lock(&host.files).insert(other.clone(), b"a longer text of others".to_vec());
        }
        lock(&host.files).insert(path("style.css"), b"style".to_vec());
        let said = refusal(world.plan(&host, &local));
        assert!(
            said.contains("`SHA256SUMS`; `index.html`; is the"),
            "{said}"
        );
        assert!(lock(&host.done).is_empty());
        let overwrite = Wishes {
            overwrite: true,
            ..Wishes::default()
        };
        world.plan_with(&host, &local, overwrite).unwrap();
        let mut all = expected(&local);
        all.extend(others);
        assert_eq!(held(&host), all);
        let plan = world.plan_with(&host, &local, Wishes::default()).unwrap();
        assert_eq!(plan.steps, []);
    }
}

#[test]
fn an_upload_that_was_cut_short_and_overtaken_leaves_nothing_on_a_host_that_lists_nothing() {
    let mut world = World::new();
    let first = world.release(FIRST);
    let host = Memory::new(false, Landing::Put);
    world.publish(&host, &first).unwrap();
    let before = lock(&host.files).clone();
    let second = world.release(SECOND);
    let mut stages = Vec::new();
    for cut in 0.. {
        lock(&host.files).clone_from(&before);
        world.lose_notes();
        host.cut_after(cut);
        let done = world.publish(&host, &second).is_ok();
        stages.push(lock(&host.files).clone());
        if done {
            break;
        }
    }
    let third = world.release_without_trace();
    for (cut, stage) in stages.into_iter().enumerate() {
        *lock(&host.files) = stage;
        world.lose_notes();
        host.cut_after(usize::MAX);
        world.publish(&host, &third).unwrap();
        assert_eq!(held(&host), expected(&third), "after a cut at {cut}");
        world.lose_notes();
        assert_eq!(world.publish(&host, &third).unwrap().steps, []);
    }
}

#[test]
fn what_a_killed_run_left_half_is_removed_by_the_next_one_also_where_nothing_is_listed() {
    let mut world = World::new();
    let local = world.release(FIRST);
    let host = Memory::new(false, Landing::Put);
    let parts = ["0123456789abcdef-0", "fedcba9876543210-0"];
    let [left, other] = parts.map(|it| path(&format!("vestochka-part-{it}")));
    *lock(&host.part) = Some(left.clone());
    host.cut_after(3);
    world.publish(&host, &local).unwrap_err();
    lock(&host.files).insert(left.clone(), b"half".to_vec());
    *lock(&host.part) = Some(other);
    host.cut_after(usize::MAX);
    world.publish(&host, &local).unwrap();
    assert_eq!(lock(&host.done)[0], format!("- {left}"));
    assert_eq!(held(&host), expected(&local));
    assert_eq!(world.publish(&host, &local).unwrap().steps, []);
}

#[test]
fn what_a_slower_run_has_mixed_in_is_mended_when_nothing_is_believed() {
    let mut world = World::new();
    let first = world.release(FIRST);
    let host = Memory::new(true, Landing::Put);
    world.publish(&host, &first).unwrap();
    let second = world.release(SECOND);
    world.publish(&host, &second).unwrap();
    lock(&host.files).insert(path("ru/people/anna.html"), b"anna".to_vec());
    let resend = Wishes {
        resend: true,
        ..Wishes::default()
    };
    let plan = world.plan_with(&host, &second, resend).unwrap();
    assert_eq!(plan.uploads(), second.tree.len());
    assert_eq!(judge(&host, &first, &second), State::Whole(2));
}

fn refusal<T>(done: Result<T, Failure>) -> String {
    match done {
        Err(Failure::Refused(refusal)) => refusal.to_string(),
        Err(Failure::Machine(error)) => panic!("{error:#}"),
        Ok(_) => panic!("not refused"),
    }
}

#[test]
fn a_release_that_is_not_just_what_was_signed_is_refused() {
    let mut world = World::new();
    let folder = world.release_folder();
    let mut after = |spoil: &dyn Fn(), words: &str| {
        world.history.clear();
        world.release(FIRST);
        spoil();
        let said = refusal(world.open());
        assert!(said.contains(words), "{said}");
    };
    after(
        &|| fs::remove_file(folder.join("release.txt.minisig")).unwrap(),
        "not signed",
    );
    after(
        &|| fs::remove_file(folder.join("release.txt")).unwrap(),
        "not signed",
    );
    after(&|| write(&folder.join("release.txt"), b"x"), "was changed");
    after(
        &|| write(&folder.join("style.css"), b"x"),
        "`style.css` has other bytes",
    );
    after(
        &|| fs::remove_file(folder.join("style.css")).unwrap(),
        "`style.css` is missing",
    );
    after(
        &|| write(&folder.join("SHA256SUMS"), b"x"),
        "`SHA256SUMS` is not the one",
    );
    after(
        &|| write(&folder.join("mirrors.txt"), b"x"),
        "`mirrors.txt` is not the one",
    );
    after(
        &|| write(&folder.join("bundle/site.zip"), b"x"),
        "`bundle/site.zip` has other bytes",
    );
    after(
        &|| write(&folder.join("r/1/SHA256SUMS"), b"x"),
        "`r/1/SHA256SUMS` has other bytes",
    );
}

#[test]
fn nothing_is_published_in_keys_and_r_that_nobody_has_signed() {
    let mut world = World::new();
    world.release(FIRST);
    world.rotate(false);
    let local = world.release(SECOND);
    assert!(local.tree.contains_key(&path("r/1/keys/1.txt")) && local.left_out.is_empty());
    // A mirror that knows the release key alone passes on the same files.
    let key = Anchor::Release(world.office.release.public().unwrap());
    let keys = Keys::follow(key, world.files.clone()).unwrap();
    let now = "2026-11-21T00:00:00Z".parse().unwrap();
    let mirror = Local::open(&world.release_folder(), keys, now).unwrap();
    assert!(mirror.tree.keys().eq(local.tree.keys()));
    let folder = world.release_folder();
    let key_file = |number: u64| {
        let root = world.office.root_keys()[2].id();
        format!("keys/{}", KeyFiles::signature_name(number, root))
    };
    let foreign = {
        let office = Office::new();
        office.key_set(3).to_text()
    };
    for (name, bytes) in [
        ("keys/root-anna.key", "secret".as_bytes()),
        ("keys/3.txt", foreign.as_bytes()),
        (&*key_file(2), b"no signature"),
        ("r/9/donate.html", b"x"),
        ("r/1/donate.html", b"x"),
        ("r/1/keys/root-anna.key", b"secret"),
        ("r/1/SHA256SUMS", b"x"),
        ("r/1/mirrors.txt", b"x"),
        ("r/1/keys/1.txt", foreign.as_bytes()),
        ("r/1/release.txt", b"x"),
        ("r/3/release.txt", &local.text),
    ] {
        let file = folder.join(name);
        let before = fs::read(&file).ok();
        write(&file, bytes);
        let said = refusal(world.open());
        let folder_of = name.rsplit_once('/').unwrap().0;
        assert!(
            said.contains(&format!("`{folder_of}/")) && said.contains("take it out"),
            "{said}"
        );
        if folder_of != "r/1" {
            assert!(said.contains(name), "{said}");
        }
        match before {
            Some(bytes) => write(&file, &bytes),
            None => fs::remove_file(&file).unwrap(),
        }
    }
    world.open().unwrap();
}

#[test]
fn an_expired_release_is_refused_and_what_is_not_signed_for_stays_behind() {
    let mut world = World::new();
    world.release(FIRST);
    let late = "2026-12-20T00:00:00Z".parse().unwrap();
    let said = refusal(Local::open(&world.release_folder(), world.keys(), late));
    assert!(said.contains("expired"), "{said}");
    write(&world.release_folder().join("notes/private.txt"), b"x");
    write(&world.release_folder().join(".DS_Store"), b"x");
    let local = world.open().unwrap();
    assert_eq!(local.left_out, [".DS_Store", "notes/private.txt"]);
    assert!(!local.tree.contains_key(&path("notes/private.txt")));
}

#[test]
fn a_newer_release_another_one_or_another_site_is_not_overwritten() {
    let mut world = World::new();
    let first = world.release(FIRST);
    let host = Memory::new(true, Landing::Put);
    let second = world.release(SECOND);
    world.publish(&host, &second).unwrap();
    let said = refusal(world.plan(&host, &first));
    assert!(
        said.contains("release 2, which is newer than this, 1"),
        "{said}"
    );
    world.history.pop();
    let twin = world.release(FIRST);
    let said = refusal(world.plan(&host, &twin));
    assert!(said.contains("another release with the number 2"), "{said}");
    let text = String::from_utf8(second.text)
        .unwrap()
        .replace("site: test-site", "site: another");
    lock(&host.files).insert(path("release.txt"), text.into());
    let said = refusal(world.plan(&host, &twin));
    assert!(said.contains("`another`"), "{said}");
}

#[test]
fn a_newer_release_counts_also_when_its_key_has_not_arrived_here() {
    let mut world = World::new();
    let first = world.release(FIRST);
    let (old_keys, host) = (world.keys(), Memory::new(true, Landing::Put));
    let next = crate::trust::KeySet {
        number: 2,
        ..world.office.key_set(2)
    };
    world.office.publish(&mut world.files, &next, 2);
    let second = world.release(SECOND);
    world.publish(&host, &second).unwrap();
    let stale = Local {
        keys: old_keys,
        ..first
    };
    let said = refusal(world.plan(&host, &stale));
    assert!(said.contains("newer than this"), "{said}");
}

#[test]
fn whoever_publishes_between_look_and_end_is_not_overwritten() {
    let mut world = World::new();
    let first = world.release(FIRST);
    let host = Memory::new(true, Landing::Put);
    let job = world.plan(&host, &first).unwrap();
    lock(&host.files).insert(path("release.txt"), b"somebody else's".to_vec());
    let stopped = job.run(&settings(4)).unwrap_err();
    assert!(
        stopped.to_string().contains("somebody else has published"),
        "{stopped}"
    );
    assert_eq!(stopped.during, Phase::Release.title());
}

#[test]
fn readers_who_get_something_else_keep_the_old_files_alive() {
    let mut world = World::new();
    let first = world.release(FIRST);
    let host = Memory::new(true, Landing::Put);
    world.publish(&host, &first).unwrap();
    let second = world.release(SECOND);
    let job = world.plan(&host, &second).unwrap();
    let stale = |_: &HostPath, _| Ok(Some(b"cached".to_vec()));
    let stopped = job
        .run(&Settings {
            public: Some(&stale),
            ..settings(4)
        })
        .unwrap_err();
    assert!(
        stopped.to_string().contains("the public address"),
        "{stopped}"
    );
    assert!(lock(&host.files).contains_key(&path("ru/pages/old.html")));
    world.publish(&host, &second).unwrap();
    assert!(!lock(&host.files).contains_key(&path("ru/pages/old.html")));
}

#[test]
fn a_host_that_is_too_small_is_told_before_anything_is_sent() {
    let mut world = World::new();
    let local = world.release(FIRST);
    let host = Memory::new(true, Landing::Put);
    let limits = Limits {
        files: Some(3),
        ..Limits::default()
    };
    let said = refusal(Job::plan(
        &host,
        local.tree.clone(),
        limits,
        &local,
        &world.notes(),
        Wishes::default(),
    ));
    assert!(said.contains("the host holds 3"), "{said}");
    assert!(lock(&host.done).is_empty() && host.left.load(Ordering::SeqCst) == usize::MAX);
}

#[test]
fn a_file_that_the_host_has_altered_is_found_by_the_sample_and_sent_again() {
    // A sample may miss all the pages; that of another release does not.
    assert!((0..50).any(|_| altered_pages_found_and_mended() > 0));
}

fn altered_pages_found_and_mended() -> usize {
    let mut world = World::new();
    let local = world.release(FIRST);
    let host = Memory::new(true, Landing::Put);
    world.publish(&host, &local).unwrap();
    let altered: Vec<HostPath> = (FIRST.iter().map(|(name, _)| path(name))).collect();
    for page in &altered {
        lock(&host.files).insert(page.clone(), b"<script>".to_vec());
    }
    let runs = (0..=altered.len()).take_while(|_| world.publish(&host, &local).is_err());
    let found = runs.count();
    let mended = altered
        .iter()
        .filter(|page| lock(&host.files)[*page] != b"<script>");
    assert_eq!(mended.count(), found);
    found
}

#[test]
fn every_list_of_hosts_in_the_documents_can_be_read() {
    let text = include_str!("../../docs/publishing.md");
    let blocks = text
        .split("```yaml\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next());
    let mut kinds = BTreeSet::new();
    for block in blocks {
        let (config, problems) = Config::read(FILE, block);
        assert_eq!(problems, [], "{block}");
        for target in config.unwrap().targets {
            kinds.insert(
                format!("{:?}", target.place)
                    .split([' ', '('])
                    .next()
                    .unwrap()
                    .to_owned(),
            );
        }
    }
    assert_eq!(
        Vec::from_iter(kinds),
        ["Folder", "Git", "Rsync", "Store", "Webdav"]
    );
}
