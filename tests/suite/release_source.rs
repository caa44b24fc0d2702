//! `release --verify-source`: a second editor vouches for the release, its files
//! and its archives.

use crate::release::{key, released};
use crate::site::{DATE, Ran, Site};

fn verify(checkout: &Site, site: &Site) -> Ran {
    let folder = site.path().join("release");
    checkout.run(&["release", "--verify-source", folder.to_str().unwrap()])
}

#[test]
fn files_and_archives_that_were_changed_are_named() {
    let (site, checkout) = (Site::golden("full"), Site::golden("full"));
    let tree = released(&site, &["--first"]);
    let ran = verify(&checkout, &site).succeeded();
    assert!(ran.out.contains("3 archives"), "{}", ran.out);
    for path in [
        "bundle/site.zip",
        "bundle/site.car",
        "bundle/site.torrent",
        "ru/index.html",
        "r/1/SHA256SUMS",
    ] {
        let junk = [&tree[path][..], b"junk"].concat();
        site.write(&format!("release/{path}"), junk);
        let ran = verify(&checkout, &site);
        assert_eq!(ran.code, 1, "{path}: {}{}", ran.out, ran.err);
        assert!(ran.out.contains(path), "{path}: {}", ran.out);
        assert!(!ran.out.contains("follows from"), "{path}: {}", ran.out);
        site.write(&format!("release/{path}"), &tree[path]);
    }
    site.write("release/ru/more.html", "junk");
    let ran = verify(&checkout, &site);
    assert_eq!(ran.code, 1, "{}", ran.out);
    assert!(ran.out.contains("ru/more.html"), "{}", ran.out);
    site.remove("release/ru/more.html");
    site.remove("release/ru/index.html");
    let ran = verify(&checkout, &site);
    assert_eq!(ran.code, 1, "{}", ran.out);
    assert!(ran.out.contains("ru/index.html"), "{}", ran.out);
    site.write("release/ru/index.html", &tree["ru/index.html"]);
    verify(&checkout, &site).succeeded();
    let second = released(&site, &[]);
    verify(&checkout, &site).succeeded();
    for name in ["release.txt", "SHA256SUMS", "mirrors.txt", "keys/1.txt"] {
        let path = format!("release/r/1/{name}");
        site.write(&path, "junk");
        let ran = verify(&checkout, &site);
        assert_eq!(ran.code, 1, "{path}: {}", ran.out);
        assert!(ran.out.contains("! r/1: "), "{path}: {}", ran.out);
        site.write(&path, &second[&format!("r/1/{name}")]);
    }
}

/// Whoever holds the key can sign archives that hold something else.
#[test]
fn archives_that_were_signed_but_do_not_follow_are_named() {
    use vestochka::output::Digest;
    use vestochka::trust::{Bundles, SecretKey};
    let (site, checkout) = (Site::golden("full"), Site::golden("full"));
    let tree = released(&site, &["--first"]);
    let mut bundles = Bundles::parse(&tree["bundle/bundles.txt"]).unwrap();
    let file = bundles
        .files
        .iter_mut()
        .find(|file| file.name.as_str() == "site.zip")
        .unwrap();
    file.digest = Digest::of(b"another zip");
    file.bytes = 11;
    let secret = std::fs::read(key("release.key")).unwrap();
    let secret = SecretKey::read(&String::from_utf8(secret).unwrap(), None).unwrap();
    let text = bundles.to_text();
    let signature = secret.sign(text.as_bytes(), &bundles.comment()).unwrap();
    site.write("release/bundle/site.zip", "another zip");
    site.write("release/bundle/bundles.txt", &text);
    site.write("release/bundle/bundles.txt.minisig", signature.to_text());
    let ran = verify(&checkout, &site);
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("~ bundle/site.zip"), "{}", ran.out);
    assert!(!ran.out.contains("site.car"), "{}", ran.out);
}

#[test]
fn a_copy_without_archives_follows_and_that_is_said() {
    let (site, checkout) = (Site::golden("full"), Site::golden("full"));
    released(&site, &["--first"]);
    std::fs::remove_dir_all(site.path().join("release/bundle")).unwrap();
    let ran = verify(&checkout, &site).succeeded();
    assert!(ran.out.contains("it has no archives"), "{}", ran.out);
    let left: Vec<_> = std::fs::read_dir(checkout.path()).unwrap().collect();
    assert!(left.len() <= 2, "nothing is written: {left:?}");
    assert!(checkout.check().code == 0, "{DATE}");
}
