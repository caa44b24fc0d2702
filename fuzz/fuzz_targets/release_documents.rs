//! Any bytes, as one of the documents of a release, are read or refused without
//! a panic; and what is read is written again as the same bytes.
//!
//! The first byte says which document they are.

#![no_main]

mod counts;

use libfuzzer_sys::{Corpus, fuzz_target};
use vestochka::trust::{Anchor, Bundles, KeyFiles, KeySet, Mirrors, Release, Signature, Sums};

fuzz_target!(
    init: counts::print_at_exit(),
    |input: &[u8]| -> Corpus {
        let Some((&which, bytes)) = input.split_first() else { return Corpus::Reject };
        let Some((name, accepted)) = read(which, bytes) else { return Corpus::Reject };
        counts::add(name, accepted);
        counts::planted_fault(accepted);
        Corpus::Keep
    }
);

fn read(which: u8, bytes: &[u8]) -> Option<(&'static str, bool)> {
    Some(match which {
        b'r' => (
            "release.txt",
            same(bytes, Release::parse(bytes).map(|it| it.to_text())),
        ),
        b's' => (
            "SHA256SUMS",
            same(bytes, Sums::parse(bytes).map(|it| it.to_text())),
        ),
        b'm' => (
            "mirrors.txt",
            same(bytes, Mirrors::parse(bytes).map(|it| it.to_text())),
        ),
        b'k' => (
            "keys",
            same(bytes, KeySet::parse(bytes).map(|it| it.to_text())),
        ),
        b'b' => (
            "bundles.txt",
            same(bytes, Bundles::parse(bytes).map(|it| it.to_text())),
        ),
        b'g' => {
            let signature = Signature::parse(bytes).ok_or(());
            (
                "signature",
                same(bytes, signature.map(|it| it.to_text().to_owned())),
            )
        }
        b'c' => ("chain", follow(bytes)),
        _ => return None,
    })
}

/// Two texts that are read as the same document would have two hashes.
fn same<E>(bytes: &[u8], text: Result<String, E>) -> bool {
    if let Ok(text) = &text {
        assert_eq!(text.as_bytes(), bytes, "another text for the same document");
    }
    text.is_ok()
}

/// A key set with its own fingerprint as the anchor, and no signature: never believed.
fn follow(bytes: &[u8]) -> bool {
    let Ok(set) = KeySet::parse(bytes) else {
        return false;
    };
    let mut files = KeyFiles::default();
    files
        .0
        .insert(KeyFiles::set_name(set.number), bytes.to_vec());
    let anchor = Anchor::Root(set.fingerprint());
    assert!(vestochka::trust::follow(&anchor, &files).is_err());
    true
}
