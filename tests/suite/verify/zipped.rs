//! Archives from which programs would unpack different files, and ordinary ones that are genuine.

use std::path::Path;
use std::process::Command;

use vestochka::verify::{Archive, Finding, Status, Verdict};

use super::editors::Editors;
use super::judging::{Checker, is, lay_in, release, says};
use super::zips::{self, Header, Member, archive, deflated, extra, renamed, with_end};

const FORGED: &[u8] = b"<h1>Write to the thief</h1>\n";
const PAGE: &str = "site/index.html";

struct Story {
    checker: Checker,
    members: Vec<Member>,
}

impl Story {
    fn new() -> Self {
        let editors = Editors::new();
        Story {
            checker: Checker::of(&editors),
            members: zips::members(&release(&editors, 5)),
        }
    }

    fn judge(&self, bytes: Vec<u8>) -> Verdict {
        match Archive::of_bytes(bytes) {
            Ok(archive) => self.checker.judge(&archive),
            Err(bad) => Verdict::only(Finding::from(bad)),
        }
    }

    /// The verdict when one member of a genuine archive is changed.
    fn with(&self, name: &str, change: impl Fn(&mut Member)) -> Verdict {
        let mut members = self.members.clone();
        let member = members.iter_mut().find(|it| it.name() == name);
        change(member.unwrap());
        self.judge(archive(&members))
    }

    /// The verdict when there is one member more.
    fn and(&self, member: Member) -> Verdict {
        let members = [&self.members[..], &[member]].concat();
        self.judge(archive(&members))
    }
}

#[test]
fn no_extra_field_gives_a_file_another_name() {
    let story = Story::new();
    is(&story.judge(archive(&story.members)), Status::Genuine);
    let swapped = |from: &str, to: &str| renamed(from, to);
    let mut members = story.members.clone();
    let (one, other) = ("site/ru/people/anna.html", "site/ru/people/boris.html");
    for member in &mut members {
        let to = match member.name() {
            name if name == one => other,
            name if name == other => one,
            _ => continue,
        };
        let field = swapped(member.name(), to);
        member.both(|header| header.extra.clone_from(&field));
    }
    says(&story.judge(archive(&members)), Status::Tampered, "0x7075");
    for (local, central) in [(true, true), (true, false), (false, true)] {
        let mut hidden = Member::new("site/.well-known/x", FORGED);
        let field = renamed("site/.well-known/x", PAGE);
        hidden.local.extra = if local { field.clone() } else { Vec::new() };
        hidden.central.extra = if central { field } else { Vec::new() };
        says(&story.and(hidden), Status::Tampered, "0x7075");
    }
}

#[test]
fn only_extra_fields_that_are_known_to_be_harmless_are_let_through() {
    let story = Story::new();
    let time = extra(0x5455, &[1, 0, 0, 0, 0]);
    for (field, status) in [
        (time.clone(), Status::Genuine),
        (
            extra(0x7875, &[1, 4, 0, 0, 0, 0, 4, 0, 0, 0, 0]),
            Status::Genuine,
        ),
        (extra(0x000a, &[0; 32]), Status::Genuine),
        (extra(0x000d, b"link"), Status::Tampered),
        (extra(0x756e, &[0; 14]), Status::Tampered),
        (extra(0x6375, &[0; 9]), Status::Tampered),
        (extra(0x9901, &[0; 7]), Status::Tampered),
        (extra(0x5455, &[0; 14]), Status::Tampered),
        (extra(0x0001, &[0; 16]), Status::Tampered),
        ([time.clone(), time].concat(), Status::Tampered),
        (b"UT\x05".to_vec(), Status::Tampered),
    ] {
        let verdict = story.with(PAGE, |it| it.both(|it| it.extra.clone_from(&field)));
        is(&verdict, status);
    }
}

#[test]
fn a_header_before_the_data_that_says_something_else_is_tampering() {
    let story = Story::new();
    let hidden = Member::new("site/.well-known/x", FORGED);
    is(&story.and(hidden.clone()), Status::Genuine);
    let changes: [fn(&mut Header); 7] = [
        |it| it.name = PAGE.into(),
        |it| it.version = 46,
        |it| it.flags = 8,
        |it| it.method = 0,
        |it| it.crc += 1,
        |it| it.size += 1,
        |it| it.packed -= 1,
    ];
    for (number, change) in changes.iter().enumerate() {
        for is_local in [true, false] {
            let mut member = hidden.clone();
            change(if is_local {
                &mut member.local
            } else {
                &mut member.central
            });
            let verdict = story.and(member);
            assert_eq!(verdict.status(), Status::Tampered, "{number}: {verdict:#?}");
        }
    }
    let page = b"<!DOCTYPE html><h1>forged</h1><plaintext>";
    let verdict = story.with(PAGE, |it| {
        it.data.extend(page);
        it.both(|it| it.packed += u32::try_from(page.len()).unwrap());
        let data = it.data.clone();
        (it.local.method, it.local.crc) = (0, zips::crc(&data));
        it.local.size = it.local.packed;
    });
    says(&verdict, Status::Tampered, "another method");
}

#[test]
fn a_file_that_the_directory_lacks_is_tampering_wherever_it_stands() {
    let story = Story::new();
    let mut hidden = Member::new(PAGE, FORGED);
    hidden.is_listed = false;
    for at in [0, 3, story.members.len()] {
        let mut members = story.members.clone();
        members.insert(at, hidden.clone());
        is(&story.judge(archive(&members)), Status::Tampered);
    }
}

#[test]
fn every_byte_belongs_to_something() {
    let story = Story::new();
    let genuine = archive(&story.members);
    let before = [&b"#!/bin/sh\n"[..], &genuine].concat();
    let between = with_end(&story.members, b"x", |_| ());
    let behind = [&genuine[..], b"x"].concat();
    let comment = with_end(&story.members, b"", |end| {
        end[20] = 2;
        end.extend(b"hi");
    });
    let two_ends = [&genuine[..], &genuine[genuine.len() - 22..]].concat();
    for bytes in [before, between, behind, comment, two_ends] {
        is(&story.judge(bytes), Status::Tampered);
    }
    is(
        &story.with(PAGE, |it| it.behind = b"x".to_vec()),
        Status::Tampered,
    );
    let fewer = with_end(&story.members, b"", |end| {
        (end[8], end[10]) = (end[8] - 1, end[10] - 1);
    });
    is(&story.judge(fewer), Status::Tampered);
    let parts = with_end(&story.members, b"", |end| end[4] = 1);
    is(&story.judge(parts), Status::Tampered);
}

#[test]
fn two_files_do_not_share_their_bytes() {
    let story = Story::new();
    let mut members = story.members.clone();
    let mut again = Member::new("site/.well-known/x", FORGED);
    again.local.name = PAGE.into();
    let inner = archive(&[again]);
    let mut outer = Member::stored("site/.well-known/y", &inner);
    outer.both(|it| it.extra = Vec::new());
    members.push(outer);
    is(&story.judge(archive(&members)), Status::Genuine);
    // The directory leads into the stored archive too.
    let mut bytes = archive(&members);
    let at = bytes
        .windows(18)
        .rposition(|it| it == b"site/.well-known/y");
    let offset = at.unwrap() - 4;
    bytes[offset] += 1;
    is(&story.judge(bytes), Status::Tampered);
}

#[test]
fn a_compressed_stream_ends_where_its_place_ends() {
    let story = Story::new();
    for name in [PAGE, "site/.well-known/x"] {
        let mut members = story.members.clone();
        if name != PAGE {
            members.push(Member::new(name, FORGED));
        }
        let at = members.iter().position(|it| it.name() == name).unwrap();
        let lengthened = |more: &[u8]| {
            let mut members = members.clone();
            members[at].data.extend(more);
            let length = u32::try_from(more.len()).unwrap();
            members[at].both(|it| it.packed += length);
            story.judge(archive(&members))
        };
        is(&lengthened(b""), Status::Genuine);
        is(&lengthened(b"\0"), Status::Tampered);
        is(&lengthened(&deflated(FORGED)), Status::Tampered);
        let mut open = members.clone();
        // An empty block that is not the last one, in place of the end.
        open[at].data = [&[0, 3, 0, 0xfc, 0xff][..], b"abc"].concat();
        open[at].both(|it| (it.packed, it.size, it.crc) = (8, 3, zips::crc(b"abc")));
        is(&story.judge(archive(&open)), Status::Tampered);
    }
}

#[test]
fn sizes_may_stand_behind_the_data_if_all_agree() {
    let story = Story::new();
    let again = |it: &Member, make: fn(&str, &[u8]) -> Member| {
        let mut bytes = Vec::new();
        let mut reader = flate2::read::DeflateDecoder::new(&it.data[..]);
        std::io::Read::read_to_end(&mut reader, &mut bytes).unwrap();
        make(it.name(), &bytes)
    };
    for make in [Member::streamed, Member::stored] {
        let members: Vec<Member> = story.members.iter().map(|it| again(it, make)).collect();
        is(&story.judge(archive(&members)), Status::Genuine);
    }
    let mut streamed = Member::streamed("site/.well-known/x", FORGED);
    is(&story.and(streamed.clone()), Status::Genuine);
    streamed.behind[8] ^= 1;
    is(&story.and(streamed), Status::Tampered);
    let mut stored = Member::streamed("site/.well-known/x", FORGED);
    stored.data = FORGED.to_vec();
    stored.central.packed = stored.central.size;
    stored
        .behind
        .splice(8..12, stored.central.packed.to_le_bytes());
    stored.both(|it| it.method = 0);
    says(&story.and(stored), Status::Tampered, "pipe");
}

#[test]
fn a_link_is_one_whatever_system_the_archive_says_it_comes_from() {
    let story = Story::new();
    for system in 0..=30 {
        for attributes in [
            0o120_777 << 16,
            0o010_644 << 16,
            0o060_644 << 16,
            0x400,
            0x10,
        ] {
            let mut link = Member::stored("site/robots.txt", b"index.html");
            (link.system, link.attributes) = (system, attributes);
            is(&story.and(link), Status::Tampered);
        }
        let mut plain = Member::stored("site/robots.txt", b"");
        (plain.system, plain.attributes) = (system, 0x20);
        is(&story.and(plain), Status::Genuine);
    }
}

#[test]
fn a_folder_is_empty_and_no_file_too() {
    let story = Story::new();
    is(&story.and(Member::folder("site/ru/")), Status::Genuine);
    is(
        &story.and(Member::folder("site/index.html/")),
        Status::Tampered,
    );
    is(&story.and(Member::new("site/x/", FORGED)), Status::Tampered);
}

#[test]
fn names_have_a_longest_length() {
    let story = Story::new();
    let name = |length: usize| format!("site/.well-known/{}", "a".repeat(length - 17));
    is(&story.and(Member::new(&name(1024), b"")), Status::Genuine);
    says(
        &story.and(Member::new(&name(1025), b"")),
        Status::Tampered,
        "1024",
    );
}

#[test]
fn a_file_of_a_host_is_small_in_an_archive_and_has_a_plain_name() {
    let story = Story::new();
    let large = vec![b'a'; 1_000_001];
    is(
        &story.and(Member::new("site/.well-known/x", &large[1..])),
        Status::Genuine,
    );
    is(
        &story.and(Member::new("site/.well-known/x", &large)),
        Status::ExtraFiles,
    );
    for name in [
        "site/.well-known/.. /x",
        "site/.well-known/x.",
        "site/.well-known/é",
    ] {
        is(&story.and(Member::new(name, b"")), Status::ExtraFiles);
    }
}

#[test]
fn a_64_bit_end_counts_only_where_the_end_asks_for_it() {
    let story = Story::new();
    let genuine = archive(&story.members);
    let end = genuine.len() - 22;
    let number = |at: usize| u64::from(u32::from_le_bytes(genuine[at..at + 4].try_into().unwrap()));
    let (count, size, start) = (number(end + 8) & 0xffff, number(end + 12), number(end + 16));
    let told = |count: u64, start: u64| {
        let sizes = [count, count, size, start].map(u64::to_le_bytes).concat();
        let head = [
            &b"PK\x06\x06"[..],
            &44u64.to_le_bytes(),
            &[45, 0, 45, 0],
            &[0; 8],
        ]
        .concat();
        let at = (end as u64).to_le_bytes();
        let locator = [&b"PK\x06\x07\0\0\0\0"[..], &at, &[1, 0, 0, 0]].concat();
        [&genuine[..end], &head, &sizes, &locator, &genuine[end..]].concat()
    };
    let asked = |mut bytes: Vec<u8>| {
        let at = bytes.len() - 6;
        bytes[at..at + 4].fill(0xff);
        bytes
    };
    is(&story.judge(asked(told(count, start))), Status::Genuine);
    for bytes in [
        told(count, start),
        asked(told(count - 1, start)),
        asked(told(count, start - 1)),
        asked(genuine.clone()),
    ] {
        is(&story.judge(bytes), Status::Tampered);
    }
}

/// Runs a program in a folder; false where it is not installed.
fn ran(folder: &Path, program: &str, arguments: &[&str]) -> bool {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .output();
    output.is_ok_and(|it| {
        assert!(it.status.success(), "{it:?}");
        true
    })
}

#[test]
fn what_common_programs_pack_anew_is_genuine() {
    let editors = Editors::new();
    let scratch = tempfile::tempdir().unwrap();
    let site = scratch.path().join("site");
    lay_in(&site, &release(&editors, 5));
    std::fs::write(site.join("robots.txt"), "").unwrap();
    let python = "import shutil; shutil.make_archive('../python', 'zip', '..', 'site')";
    let programs: [(&str, &str, &[&str]); 5] = [
        ("zip.zip", "zip", &["-qr", "../zip.zip", "."]),
        ("pipe.zip", "sh", &["-c", "zip -qr - . | cat > ../pipe.zip"]),
        ("python.zip", "python3", &["-c", python]),
        ("7z.zip", "7z", &["a", "-bd", "../7z.zip", "."]),
        ("bsdtar.zip", "bsdtar", &["-acf", "../bsdtar.zip", "."]),
    ];
    for (name, program, arguments) in programs {
        let packed = ran(&site, program, arguments);
        let Some(bytes) = packed
            .then(|| std::fs::read(scratch.path().join(name)).ok())
            .flatten()
        else {
            continue;
        };
        let archive = Archive::of_bytes(bytes).unwrap();
        is(&Checker::of(&editors).judge(&archive), Status::Genuine);
    }
}

/// As Info-ZIP, the archiver of macOS, and 7-Zip on Windows write them.
#[test]
fn what_looks_like_the_archives_of_common_programs_is_genuine() {
    let story = Story::new();
    let times = extra(0x5455, &[3, 0, 0, 0, 0, 0, 0, 0, 0]);
    let owner = extra(0x7875, &[1, 4, 0, 0, 0, 0, 4, 0, 0, 0, 0]);
    let mut unix = story.members.clone();
    unix.push(Member::folder("site/ru/"));
    for member in &mut unix {
        member.local.extra = [times.clone(), owner.clone()].concat();
        member.central.extra = [extra(0x5455, &[3, 0, 0, 0, 0]), owner.clone()].concat();
        member.both(|it| it.flags |= 2);
    }
    let mut windows = story.members.clone();
    for member in &mut windows {
        (member.system, member.attributes) = (0, 0x20);
        member.central.extra = extra(0x000a, &[0; 32]);
    }
    let mut mac = story.members.clone();
    for member in &mut mac {
        let Header {
            crc, packed, size, ..
        } = member.central;
        member.both(|it| it.flags |= 8);
        let sizes = [crc, packed, size].map(u32::to_le_bytes).concat();
        member.behind = [&b"PK\x07\x08"[..], &sizes].concat();
        (member.local.crc, member.local.packed, member.local.size) = (0, 0, 0);
        member.both(|it| it.extra = extra(0x7875, &[1, 4, 0, 0, 0, 0, 4, 0, 0, 0, 0]));
    }
    for members in [unix, windows, mac] {
        is(&story.judge(archive(&members)), Status::Genuine);
    }
}
