//! However many people there are: each is three steps from the first page at
//! most, and no page is longer than a bad connection lets through.

use std::collections::{BTreeMap, VecDeque};
use std::io::Write as _;

use jiff::civil::date;
use rayon::prelude::*;
use vestochka::compose::Renderer;
use vestochka::output::{Item, Render as _};
use vestochka::plan::{Local, Output};
use vestochka::press::{Press, ThemeFiles, set_up};
use vestochka::{record, source};

use crate::bench::corpus::{Corpus, File};
use crate::html;

/// What a page may have, gzip.
const BUDGET: usize = 12_000;
/// What a page of usual words has at most, so that longer ones and a larger style find room.
const USUAL: usize = 10_000;
const STEPS: usize = 3;

#[test]
fn a_thousand_people_are_three_steps_away_on_pages_that_stay_small() {
    let corpus = Corpus { people: 1_000 };
    assert_near_and_small(&corpus.files().collect::<Vec<_>>(), 1_000, USUAL);
}

/// The worst that can come: one name, sentences of which no word comes twice, just
/// short enough for full pages; one prison, one case, one article, one month.
#[test]
fn namesakes_with_much_to_say_are_as_near_and_their_pages_as_small() {
    let mut files: Vec<File> = Corpus { people: 1 }.files().collect();
    files.retain(|(path, _)| !path.starts_with("content/people/"));
    files.extend((0..200).map(namesake));
    assert_near_and_small(&files, 200, BUDGET);
}

fn namesake(index: usize) -> File {
    let mut state = index as u64 + 1;
    let mut letter = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        char::from_u32(u32::from('а') + u32::try_from(state >> 33).unwrap() % 32).unwrap()
    };
    let mut word = || (0..9).map(|_| letter()).collect::<String>();
    let about: Vec<String> = (0..7).map(|_| word()).collect();
    let front = format!(
        "names: {{given: Иван, surname: Ким, patronymic: none, envelope: Киму Ивану}}\ngender: male\n\
         birth: {{date: {}-05-{:02}, publish: full}}\nlanguages: [ru]\ntopics: [chess]\nmail: few\n\
         about: {}\npublic_record: образец\ncases: [case-0000]\nverified: {{address: {{date: 2026-11-01}}}}\n\
         sources: [{{id: s, title: Образец}}]\ntimeline:\n\
         \x20 - {{date: 2026-01-02, event: arrest, facility: facility-0000, articles: [\"УК РФ 212\"], source: s}}\n",
        1930 + index % 70,
        1 + index % 28,
        about.join(" "),
    );
    let path = format!("content/people/ivan-kim-{index}.md");
    (path, format!("---\n{front}---\n"))
}

fn assert_near_and_small(files: &[File], people: usize, budget: usize) {
    let press = press(files);
    assert_eq!(press.site.people.len(), people);
    let pages = pages(&press);
    for (path, page) in &pages {
        let size = gzip(page);
        assert!(size <= budget, "{path}: {size}");
    }
    let steps = steps_from("ru/index.html", &pages);
    for path in pages.keys() {
        assert!(steps.contains_key(path), "nothing leads to {path}");
    }
    assert_eq!(far(&press, &steps), Vec::<&record::Id>::new());
}

/// The people who are more than three steps away, or out of reach.
fn far<'a>(press: &'a Press, steps: &BTreeMap<String, usize>) -> Vec<&'a record::Id> {
    let is_far = |id: &&record::Id| steps.get(&profile(id)).is_none_or(|steps| *steps > STEPS);
    press.site.people.keys().filter(is_far).collect()
}

fn profile(id: &record::Id) -> String {
    format!("ru/people/{id}.html")
}

/// The walk tells who is lost when lists lose their links, and who is too far away when the home
/// page moves two steps behind another one.
#[test]
fn people_whose_lists_lost_their_links_or_moved_away_are_found() {
    let press = press(&Corpus { people: 40 }.files().collect::<Vec<_>>());
    let home = "ru/index.html";
    let whole = pages(&press);
    assert_eq!(
        far(&press, &steps_from(home, &whole)),
        Vec::<&record::Id>::new()
    );

    let first = BTreeMap::from([(home.to_owned(), whole[home].clone())]);
    let first = steps_from(home, &first);
    let is_listed = |id: &&record::Id| !first.contains_key(&profile(id));
    let listed: Vec<&record::Id> = press.site.people.keys().filter(is_listed).collect();
    assert!(!listed.is_empty());

    let mut lost = whole.clone();
    for (_, page) in lost.iter_mut().filter(|(path, _)| *path != home) {
        *page = page.replace("<a ", "<b ");
    }
    assert_eq!(far(&press, &steps_from(home, &lost)), listed);

    let mut longer = whole;
    let moved = longer.insert(home.to_owned(), "<a href=\"a.html\">".to_owned());
    longer.insert("ru/a.html".to_owned(), "<a href=\"b.html\">".to_owned());
    longer.insert("ru/b.html".to_owned(), moved.unwrap());
    assert_eq!(far(&press, &steps_from(home, &longer)), listed);
}

pub fn press(files: &[File]) -> Press {
    let texts: Vec<(&str, &str)> = files
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    let sources = source::from_texts(&texts);
    let (records, problems) = record::read(&sources);
    assert!(problems.is_empty(), "{:?}", problems.first());
    let config = records.config.clone().unwrap();
    let today = date(2026, 11, 21);
    let (press, problems) = set_up(&sources, records, config, &ThemeFiles::default(), today);
    press.unwrap_or_else(|| panic!("{:?}", problems.first()))
}

/// The Russian pages but those of people, who lead to nobody that is not on a list.
fn pages(press: &Press) -> BTreeMap<String, String> {
    let renderer = Renderer::without_pictures(press);
    let is_wanted = |item: &&Item<Output>| match &item.kind {
        Output::Page(lang, local) => {
            lang.as_str() == "ru"
                && !matches!(local, Local::Profile(_) | Local::Story(_) | Local::Sheet(_))
        }
        _ => false,
    };
    let items: Vec<&Item<Output>> = press.plan.items().iter().filter(is_wanted).collect();
    let page = |item: &&Item<Output>| {
        let bytes = renderer.draft(item).render().unwrap();
        (item.path.to_string(), String::from_utf8(bytes).unwrap())
    };
    items.par_iter().map(page).collect()
}

fn gzip(page: &str) -> usize {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(page.as_bytes()).unwrap();
    encoder.finish().unwrap().len()
}

/// How many links lie between a page and each other one, by the shortest way.
fn steps_from(first: &str, pages: &BTreeMap<String, String>) -> BTreeMap<String, usize> {
    let mut steps = BTreeMap::from([(first.to_owned(), 0)]);
    let mut next = VecDeque::from([first.to_owned()]);
    while let Some(path) = next.pop_front() {
        let Some(page) = pages.get(&path) else {
            continue;
        };
        let there = steps[&path] + 1;
        let links = html::tags(page);
        let links = links.iter().filter(|tag| tag.name == "a");
        for target in links.filter_map(|tag| tag.get("href")) {
            let to = html::join(&path, target.split('#').next().unwrap_or(target));
            if !steps.contains_key(&to) {
                steps.insert(to.clone(), there);
                next.push_back(to);
            }
        }
    }
    steps
}
