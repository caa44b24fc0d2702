//! The reader's side of signed releases: how to check a copy, where others are,
//! what belongs to one, how to keep one.

use data_encoding::BASE64;
use jiff::tz::TimeZone;

use super::desk::{Desk, dir_of};
use super::frame::Frame;
use crate::bundle::Qr;
use crate::output::SitePath;
use crate::plan::{Local, Output, Script, files_on_page};
use crate::texts::Args;
use crate::trust::{Control, KeyFiles, KeySet, Mirror, PublicKey, ReleaseKey, Status};
use crate::view::{
    Check, FileList, FilesIn, Keep, LetterLink, Link, MirrorChecked, MirrorList, MirrorRow, Page,
    Pinned, PrintedKey, Scripts, SetSignatures, SigningKey, Unbelieved, Verify,
};
use crate::voice::Voice;

/// The bundles of a release, and the text that says what each is.
const BUNDLES: [(&str, &str); 5] = [
    ("bundle/site.zip", "bundle-zip"),
    ("bundle/site.torrent", "bundle-torrent"),
    ("bundle/site.car", "bundle-car"),
    ("bundle/bundles.txt", "bundle-list"),
    ("bundle/bundles.txt.minisig", "bundle-signature"),
];

/// How to make sure that a copy is genuine.
pub(super) fn verify(desk: &Desk<'_>, set: &KeySet) -> Verify {
    let files = &desk.site().signing.keys;
    let sets: Vec<KeySet> = files
        .numbers()
        .filter_map(|number| Some(files.set(number).ok()??.0))
        .collect();
    let all = signatures(files, &sets);
    Verify {
        page: Frame::titled(desk.say("verify")).page(desk),
        check: desk.to(Local::Check),
        controls: controls(desk),
        set: set_path(set),
        signatures: by(files, set.number, &set.roots),
        sets: if all.len() > 1 { all } else { Vec::new() },
        fingerprint: printed(&set.fingerprint().to_string(), true),
        release_keys: set.release.iter().map(|key| signing(desk, key)).collect(),
        mirrors: desk.to(Local::Mirrors),
        files: desk.to_output(&Output::Files(1)),
        keep: desk.to(Local::Keep),
    }
}

/// The page that checks files of a copy. It is meant to be kept as one file, where a menu would
/// lead nowhere, and it must be light though it holds its script.
pub(super) fn check(desk: &Desk<'_>) -> Check {
    let page = Frame::titled(desk.say("check-here")).page(desk);
    Check {
        page: Page {
            menu: Vec::new(),
            feed: None,
            verify: None,
            scripts: Scripts::Inline,
            ..page
        },
        verify: desk.to(Local::Verify),
    }
}

/// Who has signed each key set: a checker with an older fingerprint follows them.
fn signatures(files: &KeyFiles, sets: &[KeySet]) -> Vec<SetSignatures> {
    let before = |number: u64| sets.iter().find(|set| set.number + 1 == number);
    let of = |set: &KeySet| SetSignatures {
        set: set_path(set),
        own: by(files, set.number, &set.roots),
        before: before(set.number).map(set_path),
        old: before(set.number)
            .map(|old| by(files, set.number, &old.roots))
            .unwrap_or_default(),
    };
    sets.iter().map(of).collect()
}

fn set_path(set: &KeySet) -> String {
    format!("keys/{}", KeyFiles::set_name(set.number))
}

/// The signatures over a key set that these root keys have made.
fn by(files: &KeyFiles, number: u64, roots: &[PublicKey]) -> Vec<String> {
    let names = roots
        .iter()
        .map(|root| KeyFiles::signature_name(number, root.id()));
    names
        .filter(|name| files.0.contains_key(name))
        .map(|name| format!("keys/{name}"))
        .collect()
}

/// The control files under names that do not change between releases, and all of `keys/`.
fn controls(desk: &Desk<'_>) -> Vec<Link> {
    let link = |path: &str| Link {
        href: desk.to_path(path),
        text: path.to_owned(),
    };
    let order = [
        Control::Release,
        Control::Signature,
        Control::Sums,
        Control::Mirrors,
    ];
    let keys = desk.site().signing.key_paths();
    let controls = order.iter().map(|control| link(control.name()));
    controls
        .chain(keys.map(|path| link(path.as_str())))
        .collect()
}

fn signing(desk: &Desk<'_>, release: &ReleaseKey) -> SigningKey {
    SigningKey {
        id: release.key.id().to_string(),
        key: printed(&release.key.to_string(), false),
        from: desk.day(release.from),
        until: desk.day(release.until),
    }
}

/// A key in groups of four, and its QR code; without one if the text is too
/// long, which no key is.
fn printed(key: &str, spaced: bool) -> PrintedKey {
    let signs: Vec<char> = key.chars().collect();
    let code = Qr::of(key)
        .ok()
        .and_then(|code| Some((code.side(), code.png().ok()?)));
    let (side, picture) = code.unwrap_or_default();
    PrintedKey {
        groups: signs
            .chunks(4)
            .map(|group| group.iter().collect())
            .collect(),
        spaced,
        qr: format!("data:image/png;base64,{}", BASE64.encode(&picture)),
        side: u32::try_from(side).unwrap_or(u32::MAX),
    }
}

/// Where copies of the site are.
pub(super) fn mirrors(desk: &Desk<'_>) -> MirrorList {
    let bundle = |(path, text): &(&str, &str)| Link {
        href: desk.to_path(path),
        text: desk.say(text),
    };
    let list = &desk.site().signing.mirrors.0;
    MirrorList {
        page: Frame::titled(desk.say("mirrors")).page(desk),
        mirrors: list.iter().map(|mirror| row(desk, mirror)).collect(),
        bundles: BUNDLES.iter().map(bundle).collect(),
        verify: desk.to(Local::Verify),
        keep: desk.to(Local::Keep),
    }
}

fn row(desk: &Desk<'_>, mirror: &Mirror) -> MirrorRow {
    MirrorRow {
        url: mirror.url.as_str().to_owned(),
        kind: desk.word("mirror", mirror.kind.as_str()),
        since: desk.day(mirror.since),
        note: Some(desk.words(&mirror.note)).filter(|note| !note.text.is_empty()),
        checked: checked(desk, mirror),
    }
}

/// What a mirror was on the day of the last check; nothing is counted from today.
fn checked(desk: &Desk<'_>, mirror: &Mirror) -> Option<MirrorChecked> {
    let last = desk.site().signing.mirror_status.as_ref()?;
    let word = standing(last.of(mirror.url.as_str())?);
    let day = desk.day(last.checked.to_zoned(TimeZone::UTC).date());
    let args = Args::new().with("date", day.text.as_str());
    Some(MirrorChecked {
        text: desk.texts().say_with(&format!("mirror-was-{word}"), &args),
        usable: word != "false",
    })
}

/// What a reader needs to know of a status.
fn standing(status: Status) -> &'static str {
    match status {
        Status::Genuine => "genuine",
        Status::Updating => "updating",
        Status::Stale | Status::RolledBack | Status::Incomplete => "old",
        Status::Unreachable | Status::Blocked => "silent",
        Status::Tampered
        | Status::Mixed
        | Status::ExtraFiles
        | Status::WrongSite
        | Status::Unsigned => "false",
    }
}

/// A page of the list of files that no page shows.
pub(super) fn files(desk: &Desk<'_>, number: usize) -> FileList {
    let language = |voice: &Voice| FilesIn {
        lang: voice.lang.to_string(),
        dir: dir_of(&voice.lang),
        verify: desk.to_output(&Output::Page(voice.lang.clone(), Local::Verify)),
    };
    let items = desk.press.plan.items().iter();
    let all = items
        .filter(|item| matches!(item.kind, Output::Files(_)))
        .count();
    let link = |page: usize| LetterLink {
        text: page.to_string(),
        href: Some(desk.to_output(&Output::Files(page))),
        current: page == number,
    };
    let several = 1..=if all > 1 { all } else { 0 };
    FileList {
        page: Frame::titled(desk.say("files")).hidden().page(desk),
        languages: desk.press.voices.iter().map(language).collect(),
        pages: several.map(link).collect(),
        files: files_on_page(&desk.press.plan, number)
            .map(SitePath::to_string)
            .collect(),
    }
}

/// How to keep a copy on a device.
pub(super) fn keep(desk: &Desk<'_>) -> Keep {
    let mut page = Frame::titled(desk.say("keep")).page(desk);
    page.scripts = Scripts::OwnWithWorker;
    Keep {
        page,
        script: desk.to_output(&Output::Script(Script::Keep)),
        worker: desk.to_output(&Output::Worker),
        mirrors: desk.to(Local::Mirrors),
        verify: desk.to(Local::Verify),
    }
}

/// What the service worker knows from the build.
pub(super) fn pinned(desk: &Desk<'_>, set: &KeySet) -> Pinned {
    let voices = &desk.press.voices;
    let args = Args::new().with("date", "{date}");
    let expired = |voice: &Voice| {
        let text = voice.texts.say_with("kept-expired", &args);
        (voice.lang.to_string(), text)
    };
    Pinned {
        keys: set.to_text(),
        languages: voices.iter().map(|voice| voice.lang.to_string()).collect(),
        expired: voices.iter().map(expired).collect(),
        unbelieved: voices.iter().map(unbelieved).collect(),
    }
}

fn unbelieved(voice: &Voice) -> (String, Unbelieved) {
    let words = Unbelieved {
        title: voice.texts.say("keep"),
        text: voice.texts.say("kept-unbelieved"),
    };
    (voice.lang.to_string(), words)
}
