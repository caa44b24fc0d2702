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
        let numbered = self.history.iter().enumerate().rev().take(2);
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
            false,
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
            let held: BTreeSet<HostPath> = lock(&host.files).keys().cloned().collect();
            let expected: BTreeSet<HostPath> = second.tree.keys().cloned().collect();
            assert_eq!(held, expected, "after a cut at {cut}");
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
fn a_host_of_which_nothing_can_be_believed_gets_everything_and_keeps_what_is_not_ours() {
    let mut world = World::new();
    let local = world.release(FIRST);
    let host = Memory::new(true, Landing::Put);
    lock(&host.files).insert(path("diary.txt"), b"mine".to_vec());
    lock(&host.files).insert(path("release.txt"), b"not ours".to_vec());
    let plan = world.publish(&host, &local).unwrap();
    assert_eq!(plan.unknown, [path("diary.txt")]);
    assert_eq!(plan.uploads(), local.tree.len());
    assert!(lock(&host.files).contains_key(&path("diary.txt")));
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
        false,
    ));
    assert!(said.contains("the host holds 3"), "{said}");
    assert!(lock(&host.done).is_empty() && host.left.load(Ordering::SeqCst) == usize::MAX);
}

#[test]
fn a_file_that_the_host_has_altered_is_found_by_the_sample_and_sent_again() {
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
    assert!(found > 0, "no altered file was in the sample");
    let mended = altered
        .iter()
        .filter(|page| lock(&host.files)[*page] != b"<script>");
    assert_eq!(mended.count(), found);
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
