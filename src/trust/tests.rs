//! Every way in which a document, a key or a rotation can be wrong.

use jiff::civil::{Date, date};

use super::*;
use crate::output::Digest;
use crate::record::Id;

/// The keys of a site, as its editors hold them.
pub(crate) struct Office {
    roots: Vec<SecretKey>,
    pub release: SecretKey,
}

impl Office {
    pub fn new() -> Self {
        let mut roots: Vec<SecretKey> = (0..3).map(|_| secret()).collect();
        roots.sort_by_key(|key| key.public().unwrap().to_string());
        Office {
            roots,
            release: secret(),
        }
    }

    /// Another release key, which the next key set is to name.
    pub fn change_release_key(&mut self) -> PublicKey {
        let old = std::mem::replace(&mut self.release, secret());
        old.public().unwrap()
    }

    pub fn root_keys(&self) -> [PublicKey; 3] {
        [0, 1, 2].map(|at| self.roots[at].public().unwrap())
    }

    pub fn key_set(&self, number: u64) -> KeySet {
        KeySet {
            site: site(),
            number,
            expires: date(2027, 11, 20),
            roots: self.root_keys(),
            release: vec![ReleaseKey {
                key: self.release.public().unwrap(),
                from: date(2026, 1, 1),
                until: date(2026, 12, 31),
            }],
            revoked: Vec::new(),
        }
    }

    /// Adds a key set, signed by so many of these root keys.
    pub fn publish(&self, files: &mut KeyFiles, set: &KeySet, signers: usize) {
        let text = set.to_text();
        for root in &self.roots[..signers] {
            let signature = root.sign(text.as_bytes(), &set.comment()).unwrap();
            let name = KeyFiles::signature_name(set.number, root.public().unwrap().id());
            files.0.insert(name, signature.to_text().into());
        }
        files.0.insert(KeyFiles::set_name(set.number), text.into());
    }

    fn sign(&self, release: &Release) -> (Vec<u8>, Vec<u8>) {
        let text = release.to_text().into_bytes();
        let signature = self.release.sign(&text, &release.comment()).unwrap();
        (text, signature.to_text().into())
    }
}

fn secret() -> SecretKey {
    let (_, file) = SecretKey::generate(None).unwrap();
    SecretKey::read(&file, None).unwrap()
}

fn site() -> Id {
    Id::parse("test-site").unwrap()
}

fn release(set: &KeySet) -> Release {
    Release {
        site: site(),
        sequence: 2,
        created: "2026-11-20T00:00:00Z".parse().unwrap(),
        expires: "2026-12-20T00:00:00Z".parse().unwrap(),
        program: "vestochka 0.1.0".into(),
        keys: KeysRef {
            number: set.number,
            digest: Digest::of(set.to_text().as_bytes()),
        },
        tree: TreeSize::of([3, 4]),
        files: FileRef::of(b"sums"),
        mirrors: FileRef::of(b""),
        previous: Some(Digest::of(b"release 1")),
    }
}

struct World {
    office: Office,
    files: KeyFiles,
    anchor: Anchor,
}

fn world() -> World {
    let office = Office::new();
    let mut files = KeyFiles::default();
    let set = office.key_set(1);
    office.publish(&mut files, &set, 2);
    World {
        anchor: Anchor::Root(set.fingerprint()),
        office,
        files,
    }
}

impl World {
    fn newest(&self) -> Result<u64, Distrust> {
        Ok(follow(&self.anchor, &self.files)?.newest().unwrap().number)
    }

    fn judge(&self, release: &Release) -> Result<Release, Distrust> {
        let (text, signature) = self.office.sign(release);
        let trusted = follow(&self.anchor, &self.files)?;
        authenticate(&trusted, &text, Some(&signature))
    }
}

#[test]
fn a_release_reads_back_and_every_other_form_is_refused() {
    let text = release(&Office::new().key_set(1)).to_text();
    assert_eq!(Release::parse(text.as_bytes()).unwrap().to_text(), text);
    let changed = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        Release::parse(text.replacen(from, to, 1).as_bytes())
            .unwrap_err()
            .to_string()
    };
    insta::assert_snapshot!(
        [
            changed("vestochka-release 1", "vestochka-release 2"),
            changed("site: ", "host: "),
            changed("sequence: 2", "sequence: 0"),
            changed("sequence: 2", "sequence: 02"),
            changed("sequence: 2", "sequence: 1"),
            changed("T00:00:00Z", "T00:00:00+00:00"),
            changed("2026-12-20", "2026-11-01"),
            changed("keys: 1 ", "keys: 1  "),
            changed("tree: 2 7 4", "tree: 2 7"),
            changed("SHA256SUMS", "sums.txt"),
            changed("previous: sha256:", "previous: sha1:"),
            changed("previous: ", "colour: red\nprevious: "),
            changed("\n", "\r\n"),
            changed("vestochka 0.1.0", &"x".repeat(5000)),
            Release::parse(format!("{text}colour: red\n").as_bytes())
                .unwrap_err()
                .to_string(),
            Release::parse(text.trim_end().as_bytes())
                .unwrap_err()
                .to_string(),
            Release::parse(b"\xff").unwrap_err().to_string(),
            Release::parse(b"").unwrap_err().to_string(),
        ]
        .join("\n")
    );
}

#[test]
fn sums_hold_paths_of_a_site_in_order_and_no_control_files() {
    let sums = Sums {
        entries: ["404.html", "ru/index.html"]
            .map(|path| (path.parse().unwrap(), Digest::of(path.as_bytes())))
            .into(),
    };
    let text = sums.to_text();
    assert_eq!(Sums::parse(text.as_bytes()), Ok(sums));
    let hash = Digest::of(b"");
    for bad in [
        format!("{hash}  ../index.html\n"),
        format!("{hash}  /etc/passwd\n"),
        format!("{hash}  con.html\n"),
        format!("{hash} *index.html\n"),
        format!("{hash}  release.txt\n"),
        format!("{hash}  r/1/release.txt\n"),
        format!("{hash}  b\n{hash}  a\n"),
        format!("{hash}  a\n{hash}  a\n"),
        format!("\\{hash}  a\n"),
    ] {
        assert!(Sums::parse(bad.as_bytes()).is_err(), "{bad}");
    }
}

#[test]
fn mirrors_read_back_with_and_without_a_note() {
    let text = "https://a.example/ | https | 2026-01-31 | a note: with marks\nhttp://b.onion/x/ | onion | 2026-02-01 |\n";
    let mirrors = Mirrors::parse(text.as_bytes()).unwrap();
    assert_eq!(mirrors.to_text(), text);
    assert_eq!(MirrorKind::guess(&mirrors.0[1].url), MirrorKind::Onion);
    for bad in [
        "https://a.example/x | https | 2026-01-31 |\n",
        "https://a.example/ | ftp | 2026-01-31 |\n",
        "https://a.example/ | https | 31.01.2026 |\n",
        "https://a.example/ | https | 2026-01-31\n",
        "https://a.example/ | https | 2026-01-31 | a | b\n",
        "https://a.example/ | https | 2026-01-31 | \n",
        "javascript:alert(1)/ | https | 2026-01-31 |\n",
        "https://a.example/ | https | 2026-01-31 |\nhttps://a.example/ | https | 2026-01-31 |\n",
    ] {
        assert!(Mirrors::parse(bad.as_bytes()).is_err(), "{bad}");
    }
}

#[test]
fn a_key_set_reads_back_and_root_keys_sign_no_releases() {
    let office = Office::new();
    let mut set = office.key_set(3);
    set.revoked.push(Revoked {
        key: secret().public().unwrap().id(),
        date: date(2026, 5, 6),
    });
    let text = set.to_text();
    assert_eq!(KeySet::parse(text.as_bytes()), Ok(set.clone()));
    let root = set.roots[1].to_string();
    let release = set.release[0].key.to_string();
    for (from, to) in [
        (release.as_str(), root.as_str()),
        ("threshold: 2", "threshold: 1"),
        (root.as_str(), set.roots[0].to_string().as_str()),
        ("2026-12-31", "2025-12-31"),
        ("release: ", "releases: "),
        ("revoked: ", "revoked: x"),
    ] {
        let bad = text.replacen(from, to, 1);
        assert_ne!(bad, text);
        assert!(KeySet::parse(bad.as_bytes()).is_err(), "{bad}");
    }
}

#[test]
fn a_release_signed_by_the_key_of_the_set_is_believed() {
    let world = world();
    let release = release(&world.office.key_set(1));
    assert_eq!(world.judge(&release), Ok(release.clone()));
    let (text, signature) = world.office.sign(&release);
    let key = Trusted::Key(world.office.release.public().unwrap());
    assert_eq!(authenticate(&key, &text, Some(&signature)), Ok(release));
}

#[test]
fn bytes_comment_key_or_signature_of_something_else_are_not_believed() {
    let world = world();
    let release = release(&world.office.key_set(1));
    let (text, signature) = world.office.sign(&release);
    let trusted = follow(&world.anchor, &world.files).unwrap();
    let judge = |text: &[u8], signature: Option<&[u8]>| {
        authenticate(&trusted, text, signature).unwrap_err()
    };
    let id = world.office.release.public().unwrap().id();
    assert_eq!(judge(&text, None), Distrust::NoSignature);
    assert_eq!(judge(&text[1..], Some(&signature)), Distrust::Changed(id));
    let commented = String::from_utf8(signature.clone()).unwrap();
    let commented = commented.replace("sequence=2", "sequence=9");
    assert_eq!(
        judge(&text, Some(commented.as_bytes())),
        Distrust::Changed(id)
    );
    let other = secret();
    let foreign = other.sign(&text, &release.comment()).unwrap();
    let foreign = foreign.to_text().as_bytes();
    assert_eq!(
        judge(&text, Some(foreign)),
        Distrust::OtherKey(other.public().unwrap().id())
    );
    let elsewhere = world
        .office
        .release
        .sign(&text, "site=test-site sequence=3");
    let elsewhere = elsewhere.unwrap();
    assert_eq!(
        judge(&text, Some(elsewhere.to_text().as_bytes())),
        Distrust::OtherComment
    );
}

#[test]
fn a_signature_file_is_taken_apart_strictly() {
    let world = world();
    let (_, signature) = world.office.sign(&release(&world.office.key_set(1)));
    let text = String::from_utf8(signature).unwrap();
    assert!(Signature::parse(text.as_bytes()).is_some());
    let lines: Vec<&str> = text.lines().collect();
    for bad in [
        text.replace('\n', "\r\n"),
        format!("{text}\n"),
        text.trim_end().to_owned(),
        text.replacen("untrusted", "trusted", 1),
        text.replace(lines[3], &lines[3][4..]),
        text.replace(lines[1], &lines[1][4..]),
        text.replacen("\nRU", "\nRW", 1),
        String::new(),
        "a\nb\nc\nd\n".into(),
    ] {
        assert_ne!(bad, text);
        assert!(Signature::parse(bad.as_bytes()).is_none(), "{bad}");
    }
}

#[test]
fn a_revoked_key_is_not_believed_whatever_the_day_of_the_release() {
    let mut world = world();
    let mut set = world.office.key_set(2);
    let key = world.office.release.public().unwrap().id();
    set.revoked.push(Revoked {
        key,
        date: date(2026, 11, 21),
    });
    world.office.publish(&mut world.files, &set, 2);
    let old = release(&world.office.key_set(1));
    assert_eq!(
        world.judge(&old),
        Err(Distrust::Revoked(key, date(2026, 11, 21)))
    );
}

#[test]
fn a_key_signs_only_releases_of_its_days() {
    let world = world();
    let id = world.office.release.public().unwrap().id();
    let of = |day: Date| Release {
        created: day.to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp(),
        expires: "2028-01-01T00:00:00Z".parse().unwrap(),
        ..release(&world.office.key_set(1))
    };
    assert!(world.judge(&of(date(2026, 12, 31))).is_ok());
    assert_eq!(
        world.judge(&of(date(2027, 1, 1))),
        Err(Distrust::OutsideWindow(id))
    );
}

#[test]
fn a_release_of_another_site_or_key_set_is_not_believed() {
    let world = world();
    let set = world.office.key_set(1);
    let elsewhere = Release {
        site: Id::parse("other-site").unwrap(),
        ..release(&set)
    };
    assert_eq!(
        world.judge(&elsewhere),
        Err(Distrust::WrongSite(elsewhere.site.clone()))
    );
    let mut other = release(&set);
    other.keys.number = 2;
    assert_eq!(world.judge(&other), Err(Distrust::OtherKeySet(2)));
}

/// Rotations of root keys, by how many of the old and of the new ones sign.
#[test]
fn a_rotation_needs_two_old_and_two_new_root_keys() {
    let mut seen = 0;
    for old in 0..=3 {
        for new in 0..=3 {
            let mut world = world();
            let next = Office::new();
            let set = next.key_set(2);
            next.publish(&mut world.files, &set, new);
            world.office.publish(&mut world.files, &set, old);
            let expected = match old >= 2 && new >= 2 {
                true => Ok(2),
                false => Err(Distrust::TooFewSignatures {
                    number: 2,
                    old,
                    new,
                }),
            };
            assert_eq!(world.newest(), expected, "{old} old, {new} new");
            seen += 1;
        }
    }
    assert_eq!(seen, 16);
}

#[test]
fn a_chain_begins_at_the_roots_of_the_fingerprint_and_leaves_out_none() {
    let mut world = world();
    let second = world.office.key_set(2);
    world.office.publish(&mut world.files, &second, 3);
    let next = Office::new();
    let third = next.key_set(3);
    next.publish(&mut world.files, &third, 2);
    world.office.publish(&mut world.files, &third, 2);
    assert_eq!(world.newest(), Ok(3));
    world.anchor = Anchor::Root(third.fingerprint());
    assert_eq!(world.newest(), Ok(3));
    world.anchor = Anchor::Root(second.fingerprint());
    world.files.0.remove("2.txt");
    assert_eq!(world.newest(), Ok(1), "set 3 cannot be reached over a gap");
    world.anchor = Anchor::Root(Digest::of(b""));
    assert_eq!(world.newest(), Err(Distrust::OtherRoots));
}

#[test]
fn a_set_of_the_right_roots_that_one_alone_has_signed_is_not_believed() {
    let mut world = world();
    let set = world.office.key_set(1);
    world.files = KeyFiles::default();
    world.office.publish(&mut world.files, &set, 1);
    assert_eq!(
        world.newest(),
        Err(Distrust::TooFewSignatures {
            number: 1,
            old: 1,
            new: 1
        })
    );
}

#[test]
fn a_key_set_under_another_number_is_not_one() {
    let mut world = world();
    let copy = world.files.0["1.txt"].clone();
    world.files.0.insert("2.txt".into(), copy);
    assert!(matches!(world.newest(), Err(Distrust::Document(name, _)) if name == "keys/2.txt"));
}

#[test]
fn an_anchor_is_read_as_people_write_it() {
    let key = secret().public().unwrap();
    assert_eq!(key.to_string().parse(), Ok(Anchor::Release(key.clone())));
    assert_eq!(key.to_file().parse(), Ok(Anchor::Release(key)));
    let digest = Digest::of(b"roots");
    let upper = digest.to_string().to_uppercase();
    let grouped: Vec<&str> = (0..64).step_by(8).map(|at| &upper[at..at + 8]).collect();
    assert_eq!(grouped.join(" ").parse(), Ok(Anchor::Root(digest)));
    assert_eq!("RWnothing".parse::<Anchor>(), Err(NotAnAnchor));
}

#[test]
fn a_key_under_a_passphrase_opens_with_it_alone() {
    let (public, file) = SecretKey::generate(Some("correct horse")).unwrap();
    assert_eq!(SecretKey::needs_passphrase(&file), Some(true));
    assert!(SecretKey::read(&file, None).is_err());
    assert!(SecretKey::read(&file, Some("wrong")).is_err());
    let secret = SecretKey::read(&file, Some("correct horse")).unwrap();
    assert_eq!(secret.public().unwrap(), public);
    let (_, open) = SecretKey::generate(None).unwrap();
    assert_eq!(SecretKey::needs_passphrase(&open), Some(false));
    assert_eq!(SecretKey::needs_passphrase("nothing"), None);
    // A key that minisign wrote, and the same with another byte in its middle.
    let theirs = include_str!("../../tests/keys/release.key");
    assert!(
        SecretKey::read(theirs, None)
            .unwrap()
            .sign(b"a", "b")
            .is_ok()
    );
    let damaged = theirs.replacen("NWCDEf", "NWCDEg", 1);
    assert_ne!(damaged, theirs);
    let signed = SecretKey::read(&damaged, None).and_then(|key| key.sign(b"a", "b"));
    assert!(signed.is_err());
}

/// Made by the program `minisign` 0.11 of Debian over the bytes `abc\n`.
#[test]
fn a_signature_of_the_program_minisign_is_good_here() {
    let key: PublicKey = include_str!("../../tests/keys/minisign.pub")
        .lines()
        .nth(1)
        .unwrap()
        .parse()
        .unwrap();
    let signature =
        Signature::parse(include_bytes!("../../tests/keys/minisign-abc.minisig")).unwrap();
    assert!(key.has_signed(b"abc\n", &signature));
    assert!(!key.has_signed(b"abd\n", &signature));
}
