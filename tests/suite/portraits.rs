//! Portraits in several formats: what a page shows, what stands beside it, and what is refused.

use crate::html::tags;
use crate::site::{DATE, Site};

const RECORD: &str = "content/people/boris-withheld.md";
const NEWER: [&str; 2] = ["avif", "webp"];

fn file(ending: &str) -> String {
    format!("content/photos/boris-withheld.{ending}")
}

#[test]
fn a_page_offers_the_newer_formats_and_shows_the_old_one_to_others() {
    let site = Site::golden("full");
    let tree = site.built();
    let page = String::from_utf8_lossy(&tree["ru/people/boris-withheld.html"]).into_owned();
    let tags = tags(&page);
    let picture = tags.iter().position(|tag| tag.name == "picture").unwrap();
    let named: Vec<_> = tags[picture..]
        .iter()
        .filter_map(|tag| Some((tag.get("srcset").or(tag.get("src"))?, tag.get("type"))))
        .take(3)
        .collect();
    let photo = |ending| format!("../../photos/boris-withheld.{ending}");
    assert_eq!(
        named,
        [
            (photo("avif").as_str(), Some("image/avif")),
            (photo("webp").as_str(), Some("image/webp")),
            (photo("jpg").as_str(), None),
        ]
    );
    for ending in ["avif", "webp", "jpg"] {
        let copied = &tree[&format!("photos/boris-withheld.{ending}")];
        assert_eq!(*copied, site.sources()[&file(ending)], "{ending}");
    }
}

#[test]
fn programs_that_follow_links_find_the_newer_formats_in_the_list_of_files() {
    let tree = Site::golden("full").built();
    let list = String::from_utf8_lossy(&tree["files.html"]).into_owned();
    for ending in NEWER {
        assert!(list.contains(&format!("href=\"photos/boris-withheld.{ending}\"")));
    }
    assert!(!list.contains("photos/boris-withheld.jpg"));
}

#[test]
fn a_site_without_that_list_has_the_old_format_alone() {
    let site = Site::golden("full");
    for path in site.tree("content/keys").keys() {
        site.remove(&format!("content/keys/{path}"));
    }
    let tree = site.built();
    let photos: Vec<_> = tree
        .keys()
        .filter(|path| path.starts_with("photos/boris"))
        .collect();
    assert_eq!(photos, ["photos/boris-withheld.jpg"]);
    let page = String::from_utf8_lossy(&tree["ru/people/boris-withheld.html"]).into_owned();
    assert!(page.contains("photos/boris-withheld.jpg") && !page.contains("srcset"));
}

#[test]
fn a_page_that_stands_alone_holds_one_format() {
    let site = Site::golden("full");
    let single = ["single", "boris-withheld", "--date", DATE, "-o", "-"];
    let page = site.run(&single).succeeded().out;
    assert_eq!(page.matches("data:image/jpeg;base64,").count(), 1);
    assert!(!page.contains("srcset") && !page.contains("image/avif"));
}

/// Somebody else's portrait beside it, or a file that no command made.
#[test]
fn e11_finds_formats_that_are_not_one_portrait() {
    let site = Site::golden("full");
    let (small, png) = (include_bytes!("portraits/small.webp"), "anna-shown.png");
    site.write(&file("webp"), small);
    let mut long = site.sources()[&file("jpg")].clone();
    let comment_free = long.split_off(2);
    // A table that nothing uses: no metadata, and 15 kB.
    let filler: Vec<u8> = [0xFF, 0xDB, 0, 67, 3].into_iter().chain([1; 64]).collect();
    long.extend(filler.repeat(218));
    long.extend(comment_free);
    site.write(&file("jpg"), &long);
    let avif = site.sources()[&format!("content/photos/{png}")].clone();
    site.write(&file("avif"), avif);
    let said = site.check().out;
    let size = format!(
        "`boris-withheld.jpg` has {} bytes; a portrait in this format has 14000 at most",
        long.len()
    );
    for words in [
        "`boris-withheld.jpg` has 128 × 160 pixels and `boris-withheld.webp` 16 × 20: they are not one portrait",
        "the name `boris-withheld.avif` does not fit: by its bytes this is `.png`",
        size.as_str(),
        "make all three anew with `vestochka photo ID FILE`",
        RECORD,
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert_eq!(said.matches("error[E11]").count(), 4, "{said}");
    assert!(!said.contains("E2"), "{said}");
}
