//! `vestochka photo`: from a picture outside of the site to a page that shows it.

use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;

use crate::site::{DATE, Ran, Site};

/// A picture in a folder that is no site.
struct Original {
    folder: TempDir,
}

impl Original {
    /// Soft colours; the seed moves them.
    fn painted(seed: u8) -> Self {
        let (width, height) = (200_u32, 250_u32);
        let pixel = |at: u32| {
            let (x, y) = ((at % width) as u8, (at / width) as u8);
            [x / 2 + seed, y / 2 + 40, 120]
        };
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_color(png::ColorType::Rgb);
        encoder
            .add_text_chunk("Comment".into(), "zqcamera".into())
            .unwrap();
        let mut writer = encoder.write_header().unwrap();
        let pixels: Vec<u8> = (0..width * height).flat_map(pixel).collect();
        writer.write_image_data(&pixels).unwrap();
        writer.finish().unwrap();
        Original::of(&bytes)
    }

    fn of(bytes: &[u8]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("original"), bytes).unwrap();
        Original { folder }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("original")
    }
}

fn photo(site: &Site, id: &str, original: &Original) -> Ran {
    site.run(&["photo", id, original.path().to_str().unwrap()])
}

fn photos(site: &Site) -> Vec<String> {
    let all = site.tree("content/photos").into_keys();
    all.filter(|path| path.starts_with("clara")).collect()
}

#[test]
fn a_picture_becomes_three_files_and_the_lines_for_the_record() {
    let site = Site::golden("full");
    let before = site.sources();
    let ran = photo(&site, "clara-released", &Original::painted(0)).succeeded();
    let three = ["avif", "jpg", "webp"].map(|ending| format!("clara-released.{ending}"));
    assert_eq!(photos(&site), three);
    let rest = |path: &String| !path.starts_with("content/photos/clara");
    let mut after = site.sources();
    after.retain(|path, _| rest(path));
    assert_eq!(after, before, "nothing else is written");
    for words in [
        "the portrait of clara-released has 200 × 250 pixels",
        "content/photos/clara-released.avif",
        "note: the original is small",
        "note: what the original says of its place",
        "Put this between the lines `---` of content/people/clara-released.md",
        "photo:\n  file: clara-released.jpg\n  alt: …",
    ] {
        assert!(ran.out.contains(words), "{words}: {}", ran.out);
    }

    let words = "photo: {file: clara-released.jpg, alt: Рисунок, credit: the editors, licence: CC0}\ngender:";
    site.edit("content/people/clara-released.md", "gender:", words);
    let page = site.built()["ru/people/clara-released.html"].clone();
    let page = String::from_utf8_lossy(&page).into_owned();
    assert!(
        page.contains("<source srcset=\"../../photos/clara-released.avif\" type=\"image/avif\">")
    );
    assert!(page.contains("width=\"200\" height=\"250\" alt=\"Рисунок\""));
    for (path, bytes) in site.tree("content/photos") {
        assert!(!bytes.windows(2).any(|two| two == b"zq"), "{path}");
    }

    let modified = |site: &Site| {
        let times = photos(site).into_iter().map(|name| {
            let path = site.path().join("content/photos").join(name);
            fs::metadata(path).unwrap().modified().unwrap()
        });
        times.collect::<Vec<_>>()
    };
    let first = modified(&site);
    let again = photo(&site, "clara-released", &Original::painted(0)).succeeded();
    assert!(
        again.out.contains("clara-released.md names it already"),
        "{}",
        again.out
    );
    assert_eq!(
        modified(&site),
        first,
        "what is the same is not written again"
    );
    let old = site.sources();
    photo(&site, "clara-released", &Original::painted(90)).succeeded();
    for name in photos(&site) {
        let path = format!("content/photos/{name}");
        assert_ne!(site.sources()[&path], old[&path], "{path}");
    }
    site.run(&["check", "--date", DATE]).succeeded();
}

#[test]
fn the_original_must_not_lie_in_the_site() {
    let site = Site::golden("full");
    site.write(
        "private/original.png",
        fs::read(Original::painted(0).path()).unwrap(),
    );
    let ran = site.run(&["photo", "clara-released", "private/original.png"]);
    assert_eq!(ran.code, 1, "{}", ran.words());
    assert!(
        ran.err.contains("this file lies in the site's folder"),
        "{}",
        ran.err
    );
    assert!(photos(&site).is_empty());
}

#[test]
fn a_minor_and_somebody_unknown_get_no_portrait() {
    let site = Site::golden("full");
    let original = Original::painted(0);
    for (id, words) in [
        ("p-4k7m2x", "was under 18 at arrest"),
        ("removed-person", "says that the person was removed"),
        ("clara-relased", "did you mean `clara-released`?"),
    ] {
        let ran = photo(&site, id, &original);
        assert_eq!(ran.code, 2, "{id}: {}", ran.words());
        assert!(ran.err.contains(words), "{id}: {}", ran.err);
        assert!(!site.has(&format!("content/photos/{id}.jpg")));
    }
}

#[test]
fn what_cannot_become_a_portrait_is_said_and_writes_nothing() {
    let site = Site::golden("full");
    for (bytes, words) in [
        (
            b"\0\0\0\x18ftypheic".as_slice(),
            "this is a HEIC picture, which cannot be read here; save it as JPEG",
        ),
        (
            b"\xFF\xD8\xFF\xE0",
            "this picture is damaged or cut off; ask for the file again",
        ),
        (b"", "this file is empty"),
    ] {
        let ran = photo(&site, "clara-released", &Original::of(bytes));
        assert_eq!(ran.code, 1, "{}", ran.words());
        assert!(ran.err.contains(words), "{}", ran.err);
    }
    let ran = site.run(&["photo", "clara-released", "nowhere.jpg"]);
    assert_eq!(ran.code, 3, "{}", ran.words());
    let ran = site.run(&["photo", "clara-released", "nowhere.jpg", "--focus", "2,0"]);
    assert_eq!(ran.code, 2, "{}", ran.words());
    assert!(ran.err.contains("`0.5,0.3` or `50%,30%`"), "{}", ran.err);
    assert!(photos(&site).is_empty());
}
