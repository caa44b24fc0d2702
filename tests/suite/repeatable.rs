//! The same content, theme and date give the same bytes, whatever else differs.

use crate::bundles::Bundles;
use crate::release::released;
use crate::release_single_pages::single_pages;
use crate::single::singles;
use crate::site::{DATE, Site, Tree, assert_same_tree, read_tree, run_in};

const DATED: &[&str] = &["--date", DATE];

#[test]
fn a_second_build_changes_nothing() {
    let site = Site::demo();
    let first = site.built();
    let again = site.build().succeeded();
    assert!(
        again.out.contains("(0 new, 0 changed, 0 removed)"),
        "{}",
        again.out
    );
    assert_same_tree(&site.tree("public"), &first, "again");
    assert_same_tree(&site.built_cleanly(DATED), &first, "from nothing");
}

#[test]
fn one_thread_or_eight_give_the_same_bytes() {
    let site = Site::demo();
    let one = site.built_cleanly(&["--date", DATE, "--jobs", "1"]);
    assert_same_tree(
        &site.built_cleanly(&["--date", DATE, "--jobs", "8"]),
        &one,
        "threads",
    );
}

#[test]
fn the_order_in_which_files_were_made_does_not_matter() {
    let forward = Site::golden("full");
    let backward = Site::empty();
    forward
        .sources()
        .iter()
        .rev()
        .for_each(|(path, bytes)| backward.write(path, bytes));
    assert_same_tree(&backward.built(), &forward.built(), "order");
    assert_same_tree(&singles(&backward), &singles(&forward), "single pages");
}

/// They hold no signature: of two releases of one day they are the same bytes.
#[test]
fn single_pages_of_a_release_follow_from_the_site_alone() {
    let forward = Site::golden("full");
    let backward = Site::empty();
    forward
        .sources()
        .iter()
        .rev()
        .for_each(|(path, bytes)| backward.write(path, bytes));
    let pages = |site: &Site, args: &[&str]| single_pages(&released(site, args));
    let first = pages(&forward, &["--first", "--single-pages"]);
    assert!(first.len() >= 8, "{:?}", first.keys());
    assert_same_tree(&pages(&forward, &["--single-pages"]), &first, "again");
    let other = pages(&backward, &["--first", "--single-pages"]);
    assert_same_tree(&other, &first, "order");
}

/// Neither the folder, nor the order and the times of files, nor who may read them.
#[test]
fn archives_follow_from_the_site_alone() {
    let site = Site::demo();
    let tree = site.built();
    let other = Site::empty();
    tree.iter()
        .rev()
        .for_each(|(path, bytes)| other.write(&format!("a folder/{path}"), bytes));
    for path in tree.keys() {
        let path = other.path().join("a folder").join(path);
        let file = std::fs::File::options().write(true).open(path).unwrap();
        let long_ago = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
        file.set_modified(long_ago).unwrap();
    }
    let readable = other.path().join("a folder/index.html");
    let mut permissions = std::fs::metadata(&readable).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&readable, permissions).unwrap();
    let one = Bundles::of(&site.path().join("public"));
    let two = Bundles::of(&other.path().join("a folder"));
    assert!(one.zip == two.zip && one.car == two.car && one.torrent == two.torrent);
}

#[test]
fn the_folders_in_which_site_and_caller_stand_do_not_matter() {
    let site = Site::golden("full");
    let expected = site.built();
    let (elsewhere, deep) = (Site::empty(), Site::empty());
    let folder = deep.path().join("a folder/с именем");
    std::fs::create_dir_all(&folder).unwrap();
    site.sources()
        .iter()
        .for_each(|(path, bytes)| deep.write(&format!("a folder/с именем/{path}"), bytes));
    let output = elsewhere.path().join("out");
    let args = [
        "--site",
        folder.to_str().unwrap(),
        "build",
        "--date",
        DATE,
        "--output",
        output.to_str().unwrap(),
    ];
    run_in(elsewhere.path(), &args).succeeded();
    assert_same_tree(&read_tree(&output), &expected, "places");
}

#[test]
fn the_way_in_which_the_date_is_given_does_not_matter() {
    let site = Site::golden("full");
    site.append("content/site.yaml", "date: 2020-01-01\n");
    let expected = site.built_cleanly(DATED);
    let done = std::process::Command::new(env!("CARGO_BIN_EXE_vestochka"))
        .arg("build")
        .current_dir(site.path())
        .env("SOURCE_DATE_EPOCH", "1795219200") // 2026-11-21 00:00:00 UTC
        .output()
        .unwrap();
    assert!(done.status.success());
    assert_same_tree(&site.tree("public"), &expected, "epoch");
}

#[test]
fn private_files_and_hidden_files_change_nothing() {
    let site = Site::golden("full");
    let before = site.built();
    site.remove("content/people/anna-shown.private.md");
    site.write("content/people/.anna-shown.md.swp", "junk");
    site.write(
        "content/people/boris-withheld.private.md",
        "---\nphone: 1\n---\nA note.\n",
    );
    site.write("notes.txt", "not content");
    assert_same_tree(&site.built_cleanly(DATED), &before, "private");
}

#[test]
fn a_dry_run_says_what_the_build_then_does_and_writes_nothing() {
    let site = Site::golden("full");
    dry_then_real(&site);
    site.edit("content/people/anna-shown.md", "шахматы, карты", "шашки");
    site.remove("content/calendar/october-30.md");
    site.write("content/pages/new.md", "---\ntitle: New\n---\nText.\n");
    site.remove("content/services/the-service.md");
    site.edit("content/facilities/the-colony.md", ", the-service", "");
    dry_then_real(&site);
    dry_then_real(&site);
}

fn dry_then_real(site: &Site) {
    let before = site.tree(".");
    let said = site
        .run(&["build", "--date", DATE, "--dry-run"])
        .succeeded()
        .out;
    assert_same_tree(&site.tree("."), &before, "a dry run writes nothing");
    let old = if site.has("public") {
        site.tree("public")
    } else {
        Tree::new()
    };
    let built = site.build().succeeded().out;
    let new = site.tree("public");

    let listed = |sign: &str| -> Vec<String> {
        said.lines()
            .filter_map(|line| line.strip_prefix(sign))
            .map(str::to_owned)
            .collect()
    };
    let paths = |tree: &Tree, wanted: &dyn Fn(&String) -> bool| -> Vec<String> {
        tree.keys().filter(|path| wanted(path)).cloned().collect()
    };
    assert_eq!(listed("+ "), paths(&new, &|path| !old.contains_key(path)));
    assert_eq!(listed("- "), paths(&old, &|path| !new.contains_key(path)));
    assert_eq!(
        listed("~ "),
        paths(&new, &|path| old
            .get(path)
            .is_some_and(|bytes| *bytes != new[path]))
    );
    let counts = |text: &str| {
        let line = text
            .lines()
            .find(|line| line.contains(" new, "))
            .unwrap_or_else(|| panic!("{text}"));
        line[line.find('(').unwrap()..line.find(')').unwrap()].to_owned()
    };
    assert_eq!(counts(&said), counts(&built));
}
