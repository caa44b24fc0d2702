//! The benchmark on a small site, so that it cannot rot.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::site::{Tree, read_tree, run_in};

#[path = "../../benches/copied.rs"]
mod copied;
#[path = "../../benches/corpus/mod.rs"]
pub mod corpus;
#[path = "../../benches/floor.rs"]
mod floor;
#[path = "../../benches/growth.rs"]
mod growth;
#[path = "../../benches/measure.rs"]
mod measure;
#[path = "../../benches/pages.rs"]
mod pages;
#[path = "../../benches/peers.rs"]
#[expect(dead_code, reason = "no test starts another generator")]
mod peers;
#[path = "../../benches/preview.rs"]
mod preview;
#[path = "../../benches/records.rs"]
mod records;
#[path = "../../benches/scenario.rs"]
mod scenario;

use corpus::Corpus;
use measure::{Cost, Size};
use peers::Peer;
use preview::{Edited, Preview};
use scenario::{Bench, Scenario};

const PEOPLE: usize = 20;

fn bench(site: &Path) -> Bench {
    let program = Path::new(env!("CARGO_BIN_EXE_vestochka"));
    Bench::new(program, site, Corpus { people: PEOPLE }).unwrap()
}

#[test]
fn a_generated_site_has_nothing_to_complain_of() {
    let site = tempfile::tempdir().unwrap();
    // Enough people that every kind of story comes up.
    Corpus { people: 150 }.write(site.path()).unwrap();
    let ran = run_in(site.path(), &["check"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
}

#[test]
fn a_generated_site_is_the_same_each_time_and_nobody_has_the_file_of_another() {
    let files = || -> Vec<corpus::File> { Corpus { people: PEOPLE }.files().collect() };
    assert_eq!(files(), files());
    let many = 20_000;
    let paths: BTreeSet<String> = (0..many).map(corpus::person_file).collect();
    assert_eq!(paths.len(), many);
}

#[test]
fn each_scenario_builds_what_a_clean_build_gives() {
    let folder = tempfile::tempdir().unwrap();
    let mut bench = bench(folder.path());
    for scenario in Scenario::ALL {
        let (cost, _) = bench.run(scenario).unwrap();
        assert!(cost.wall > 0.0);
        let incremental = read_tree(&bench.output());
        bench.run(Scenario::Clean).unwrap();
        assert!(
            incremental == read_tree(&bench.output()),
            "{}",
            scenario.name()
        );
    }
}

#[test]
fn the_pages_that_others_have_are_those_of_a_whole_build() {
    let folder = tempfile::tempdir().unwrap();
    let mut bench = bench(folder.path());
    let output = tempfile::tempdir().unwrap();
    let number = pages::build(folder.path(), output.path()).unwrap();
    bench.run(Scenario::Clean).unwrap();
    let (some, all) = (read_tree(output.path()), read_tree(&bench.output()));
    assert_eq!(some.len(), number);
    assert!(some.iter().all(|(path, bytes)| all[path] == *bytes));
    let profile = corpus::person_file(0)
        .replace("content/", "ru/")
        .replace(".md", ".html");
    assert!(some.contains_key(&profile) && some.len() < all.len() / 2);
}

#[test]
fn files_that_are_only_copied_are_those_of_the_build() {
    let folder = tempfile::tempdir().unwrap();
    let mut bench = bench(folder.path());
    bench.run(Scenario::Clean).unwrap();
    let (output, copy) = (bench.output(), folder.path().join("copy"));
    let number = copied::build(&output, &copy).unwrap();
    let copied = read_tree(&copy);
    assert_eq!(copied.len(), number);
    assert!(number > PEOPLE && copied == read_tree(&output));
}

#[test]
fn what_a_build_wrote_is_read_from_its_last_line() {
    let folder = tempfile::tempdir().unwrap();
    let mut bench = bench(folder.path());
    let mut written = |scenario| {
        let (_, said) = bench.run(scenario).unwrap();
        bench.written(&said).unwrap()
    };
    let clean = written(Scenario::Clean);
    assert_eq!(clean, Size::of(&folder.path().join("public")).unwrap());
    assert_eq!(written(Scenario::Nothing), Size::default());
    // In the second run, too: an edit that finds nothing to change measures nothing.
    for scenario in [Scenario::Body, Scenario::Address].repeat(2) {
        let files = written(scenario).files;
        let all = clean.files;
        assert!(
            0 < files && files < all,
            "{}: {files} of {all}",
            scenario.name()
        );
    }
}

/// So many that lists have several pages.
const MANY: usize = floor::LINES + 50;

/// The texts of that many people's records by id, and what the floor writes for them.
fn floor_of_many() -> (BTreeMap<String, String>, Tree) {
    let (site, output) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    Corpus { people: MANY }.write(site.path()).unwrap();
    let files = floor::build(site.path(), output.path()).unwrap();
    let written = read_tree(output.path());
    assert_eq!(written.len(), files);
    let sources = read_tree(&site.path().join("content/people"));
    let people = sources
        .into_iter()
        .filter(|(path, _)| !path.ends_with(".en.md"))
        .map(|(path, bytes)| (path.replace(".md", ""), String::from_utf8(bytes).unwrap()));
    (people.collect(), written)
}

fn page<'a>(tree: &'a Tree, path: &str) -> &'a str {
    let bytes = tree.get(path).unwrap_or_else(|| panic!("no {path}"));
    std::str::from_utf8(bytes).unwrap()
}

/// Whom a list of the floor names, page after page.
fn listed(tree: &Tree, list: &str) -> Vec<String> {
    let lang = &list[..2];
    let mut people = Vec::new();
    let mut next = Some(format!("{list}.html"));
    while let Some(path) = next {
        let text = page(tree, &path);
        let start = format!("<li><a href=\"/{lang}/people/");
        let lines = text.split(&start).skip(1);
        let before = people.len();
        people.extend(lines.map(|line| line.split_once(".html").unwrap().0.to_owned()));
        assert!(people.len() - before <= floor::LINES, "{path} is too long");
        next = text
            .split_once("\">next</a>")
            .map(|(before, _)| before.rsplit_once("href=\"/").unwrap().1.to_owned());
    }
    people
}

#[test]
fn the_floor_writes_a_page_for_each_record_and_language() {
    let site = tempfile::tempdir().unwrap();
    let corpus = Corpus { people: PEOPLE };
    corpus.write(site.path()).unwrap();
    let output = site.path().join("floor");
    floor::build(site.path(), &output).unwrap();
    let written = read_tree(&output);
    let mut records = 0;
    for (path, _) in corpus.files().filter(|(path, _)| path.ends_with(".md")) {
        let path = path.replace("content/", "").replace(".md", ".html");
        if path.ends_with(".en.html") {
            continue;
        }
        records += 1;
        for lang in records::LANGUAGES {
            assert!(page(&written, &format!("{lang}/{path}")).contains("<h1>"));
        }
    }
    assert!(records > PEOPLE + corpus.facilities());
}

#[test]
fn the_lists_of_the_floor_hold_everybody_where_they_belong() {
    let (people, written) = floor_of_many();
    assert_eq!(people.len(), MANY);
    // Read from the texts, not from what the floor understood of them.
    let mut lists: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (id, text) in &people {
        let mut add = |list: String| lists.entry(list).or_default().insert(id);
        add("people/index".to_owned());
        for part in text.split("УК РФ ").skip(1) {
            add(format!(
                "articles/uk-rf-{}",
                part.split_once('"').unwrap().0
            ));
        }
        if let Some((_, rest)) = text.rsplit_once("facility: ") {
            add(format!("held/{}", &rest[.."facility-0000".len()]));
        }
    }
    assert!(lists.len() > 20);
    for lang in records::LANGUAGES {
        for (list, people) in &lists {
            let found = listed(&written, &format!("{lang}/{list}"));
            let set: BTreeSet<&str> = found.iter().map(String::as_str).collect();
            assert_eq!(set.len(), found.len(), "{list} names somebody twice");
            assert!(set == *people, "{lang}/{list}");
        }
        // Each region has those of its facilities.
        let lists_of = |kind: &str| -> Vec<String> {
            let prefix = format!("{lang}/{kind}/");
            let paths = written.keys().filter_map(|path| path.strip_prefix(&prefix));
            let names = paths.filter_map(|path| path.strip_suffix(".html"));
            let first = names.filter(|name| *name != "index" && !is_later_page(name));
            first
                .flat_map(|name| listed(&written, &format!("{prefix}{name}")))
                .collect()
        };
        let (mut held, mut regions) = (lists_of("held"), lists_of("regions"));
        held.sort();
        regions.sort();
        assert!(held == regions && held.len() > MANY / 2, "{lang}");
    }
}

/// Whether that is a page of a list after its first: the names of lists have
/// at least four digits after a hyphen, or letters.
fn is_later_page(name: &str) -> bool {
    name.rsplit_once('-')
        .is_some_and(|(_, end)| end.len() < 3 && end.bytes().all(|byte| byte.is_ascii_digit()))
}

#[test]
fn the_feed_and_the_site_map_of_the_floor_are_whole() {
    let (_, written) = floor_of_many();
    for lang in records::LANGUAGES {
        let parse = |path: &str| -> Vec<String> {
            let text = page(&written, path);
            let document = roxmltree::Document::parse(text).unwrap();
            let places = document.descendants().filter_map(|node| {
                let name = node.tag_name().name();
                let is_place = name == "loc"
                    || name == "id"
                        && node
                            .parent()?
                            .has_tag_name((node.tag_name().namespace()?, "entry"));
                let place = is_place.then(|| node.text())??;
                place
                    .strip_prefix("https://example.org/")
                    .map(str::to_owned)
            });
            places.collect()
        };
        let pages: BTreeSet<String> = written
            .keys()
            .filter(|path| path.starts_with(lang) && path.ends_with(".html"))
            .cloned()
            .collect();
        let map: BTreeSet<String> = parse(&format!("{lang}/sitemap.xml")).into_iter().collect();
        assert!(map == pages, "{lang}");
        let feed = parse(&format!("{lang}/feed.xml"));
        assert_eq!(feed.len(), 50);
        assert!(feed.iter().all(|place| pages.contains(place)));
    }
}

#[test]
fn other_generators_get_every_record_in_both_languages_and_the_same_texts() {
    let site = tempfile::tempdir().unwrap();
    Corpus { people: PEOPLE }.write(site.path()).unwrap();
    let all = records::read(site.path()).unwrap();
    for peer in Peer::ALL {
        let folder = site.path().join(peer.name());
        peer.lay(&all, site.path(), &folder).unwrap();
        for record in &all {
            for lang in records::LANGUAGES {
                let file = format!("content/{lang}/{}/{}.md", record.kind, record.id);
                let text = std::fs::read_to_string(folder.join(&file)).unwrap();
                let (front, body) = text[4..].split_once("---\n").unwrap();
                assert_eq!(body, record.body(lang), "{file}");
                let title = record.title(lang);
                assert!(!title.is_empty() && front.contains(&title), "{file}");
                if peer != Peer::Pelican {
                    let front: serde_yaml::Value = serde_yaml::from_str(front).unwrap();
                    assert_eq!(front["facts"], record.front, "{file}");
                }
            }
        }
    }
}

#[test]
fn the_preview_tells_a_browser_and_shows_what_was_saved() {
    let site = tempfile::tempdir().unwrap();
    Corpus { people: PEOPLE }.write(site.path()).unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_vestochka"));
    let preview = Preview::start(program, site.path()).unwrap();
    let (text, fact) = (Edited::Text, Edited::Fact);
    for (place, word) in [(text, "Сначала."), (fact, "Факт."), (text, "Потом.")] {
        let latency = preview.edit(site.path(), place, word).unwrap();
        assert!(0.0 < latency.told && latency.told < latency.shown);
    }
}

#[test]
fn an_exponent_is_the_slope_between_the_logarithms() {
    let of =
        |power: i32| growth::exponent(&[1.0, 3.0, 10.0].map(|x: f64| (x, 5.0 * x.powi(power))));
    for power in 0..4 {
        let found = of(power).unwrap();
        assert!((found - f64::from(power)).abs() < 1e-9, "{power}: {found}");
    }
    assert_eq!(growth::exponent(&[(1.0, 1.0)]), None);
    assert_eq!(growth::exponent(&[(1.0, 0.0), (2.0, 1.0)]), None);
}

#[test]
fn a_median_is_taken_of_each_cost_by_itself() {
    let cost = |wall, cpu, memory| Cost { wall, cpu, memory };
    let median = Cost::median(&[cost(3.0, 10.0, 5), cost(1.0, 30.0, 4), cost(2.0, 20.0, 9)]);
    assert_eq!((median.wall, median.cpu, median.memory), (2.0, 20.0, 5));
}
