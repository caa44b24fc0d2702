//! `release --single-pages`: each profile as one file in `bundle/`, listed, judged,
//! brought to hosts and withdrawn like the other archives.

use vestochka::output::Digest;
use vestochka::trust::{Bundles, KeySet, SecretKey};

use crate::release::{key, names, release, released};
use crate::single::singles;
use crate::site::{Ran, Site, Tree, assert_same_tree};

/// The single pages of a release, by language and id.
pub fn single_pages(tree: &Tree) -> Tree {
    let pages = tree.iter().filter_map(|(path, bytes)| {
        let name = path.strip_prefix("bundle/")?.strip_suffix(".html")?;
        Some((name.to_owned(), bytes.clone()))
    });
    pages.collect()
}

fn verify(site: &Site) -> Ran {
    let set = KeySet::parse(site.read("content/keys/1.txt").as_bytes()).unwrap();
    let key = set.fingerprint().to_string();
    let now = "2026-11-22T00:00:00Z";
    site.run(&[
        "verify",
        "release",
        "--no-memory",
        "--key",
        &key,
        "--now",
        now,
    ])
}

#[test]
fn everybody_who_has_a_page_has_a_single_one_in_each_language() {
    let site = Site::golden("full");
    let tree = released(&site, &["--first", "--single-pages"]);
    site.built();
    let expected = singles(&site);
    assert!(expected.len() >= 8, "{:?}", expected.keys());
    assert_same_tree(&single_pages(&tree), &expected, "what `single` makes");
    let bundles = Bundles::parse(&tree["bundle/bundles.txt"]).unwrap();
    let mut listed: Vec<String> = bundles
        .files
        .iter()
        .map(|file| file.name.to_string())
        .collect();
    listed.extend(["bundles.txt".into(), "bundles.txt.minisig".into()]);
    listed.sort();
    assert_eq!(listed, names(&tree, "bundle/"));
    verify(&site).succeeded();

    let without = released(&site, &[]);
    assert_eq!(single_pages(&without), Tree::new());
}

#[test]
fn they_are_judged_like_other_archives() {
    let site = Site::golden("full");
    let tree = released(&site, &["--first", "--single-pages"]);
    let page = "release/bundle/ru/anna-shown.html";
    site.append(page, "<!-- -->");
    let changed = verify(&site);
    assert_eq!(changed.code, 14, "{}", changed.out);
    assert!(
        changed.out.contains("bundle/ru/anna-shown.html"),
        "{}",
        changed.out
    );
    site.write(page, &tree["bundle/ru/anna-shown.html"]);
    site.write("release/bundle/ru/olga-false.html", "junk");
    let extra = verify(&site);
    assert_eq!(extra.code, 16, "{}", extra.out);
    assert!(
        extra.out.contains("bundle/ru/olga-false.html"),
        "{}",
        extra.out
    );
}

#[test]
fn a_second_editor_makes_them_anew() {
    let (site, checkout) = (Site::golden("full"), Site::golden("full"));
    let tree = released(&site, &["--first", "--single-pages"]);
    let folder = site.path().join("release");
    let verify = || checkout.run(&["release", "--verify-source", folder.to_str().unwrap()]);
    let said = verify().succeeded().out;
    let archives = 3 + single_pages(&tree).len();
    assert!(
        said.contains(&format!("{archives} archives are the same")),
        "{said}"
    );

    let mut bundles = Bundles::parse(&tree["bundle/bundles.txt"]).unwrap();
    let mut file = bundles.files[0].clone();
    assert_eq!(file.name.as_str(), "en/anna-shown.html");
    (file.digest, file.bytes) = (Digest::of(b"lies"), 4);
    bundles.files[0] = file;
    let secret = std::fs::read_to_string(key("release.key")).unwrap();
    let secret = SecretKey::read(&secret, None).unwrap();
    let text = bundles.to_text();
    let signature = secret.sign(text.as_bytes(), &bundles.comment()).unwrap();
    site.write("release/bundle/en/anna-shown.html", "lies");
    site.write("release/bundle/bundles.txt", &text);
    site.write("release/bundle/bundles.txt.minisig", signature.to_text());
    let ran = verify();
    assert_eq!(ran.code, 1, "{}", ran.out);
    assert!(
        ran.out.contains("~ bundle/en/anna-shown.html"),
        "{}",
        ran.out
    );
}

#[test]
fn they_are_sent_to_hosts_and_withdrawn_first() {
    let site = Site::golden("full");
    site.write(
        "publish.yaml",
        "targets:\n  stick:\n    kind: folder\n    to: ../stick\n",
    );
    let stick = tempfile::tempdir_in(site.path().parent().unwrap()).unwrap();
    let to = format!("{}/site", stick.path().display());
    site.edit("publish.yaml", "../stick", &to);
    let publish = |args: &[&str]| site.run(&[&["publish"], args].concat());
    released(&site, &["--first", "--single-pages", "--valid-days", "366"]);
    publish(&[]).succeeded();
    let hosted = |path: &str| stick.path().join("site/bundle").join(path).exists();
    assert!(hosted("ru/anna-shown.html") && hosted("en/anna-shown.html"));
    for id in ["anna-shown", "anna-samplova"] {
        let tombstone = "---\nremoved: {date: 2026-11-21}\n---\n";
        site.write(&format!("content/people/{id}.md"), tombstone);
    }
    for file in ["anna-shown.en.md", "anna-shown.private.md"] {
        let _ = std::fs::remove_file(site.path().join("content/people").join(file));
    }
    let people = [
        "content/people/boris-withheld.md",
        "content/people/clara-released.md",
    ];
    assert!(
        people
            .iter()
            .all(|file| !site.read(file).contains("anna-shown"))
    );
    release(&site, &["--single-pages", "--valid-days", "366"]).succeeded();
    let planned = publish(&["--dry-run"]).succeeded().out;
    let (first, later) = planned.split_once("  copies of control files").unwrap();
    for lang in ["ru", "en"] {
        let gone = format!("- bundle/{lang}/anna-shown.html");
        assert!(first.contains(&gone) && !later.contains(&gone), "{planned}");
    }
    publish(&[]).succeeded();
    assert!(!hosted("ru/anna-shown.html") && hosted("ru/clara-released.html"));
}
