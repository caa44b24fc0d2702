//! The floor: the least that any program does for such a site, in the plainest way.
//!
//! It reads every file, parses YAML and Markdown, puts strings together and
//! writes, in each language, a page for each record, lists of people by region,
//! article and facility, a feed and a site map. It checks and hashes nothing,
//! has no template engine, and does not look at what is there already.
//!
//! `benches/peers/` holds templates of the same pages for other generators.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use pulldown_cmark::{Parser, html};
use rayon::prelude::*;
use serde_yaml::Value;

use super::records::{self, Filed, LANGUAGES, Record, items, text};

/// Lines on a page of a list.
pub const LINES: usize = 100;

/// Entries of a feed.
const ENTRIES: usize = 50;

const HOST: &str = "https://example.org";
pub const STYLE: &str = include_str!("../themes/default/style.css");

/// The kinds of lists by which people are found, beside that of everybody.
const TAXONOMIES: [&str; 3] = ["regions", "articles", "held"];

/// A file of the output: where it stands, and what makes it.
type File<'a> = (String, Box<dyn Fn() -> String + Sync + Send + 'a>);

/// One language of the site.
struct Tongue<'a> {
    lang: &'static str,
    people: Vec<Person<'a>>,
    facilities: &'a HashMap<&'a str, &'a Record>,
}

struct Person<'a> {
    title: String,
    record: &'a Record,
    filed: &'a Filed,
}

/// Writes the site, and returns how many files that were.
pub fn build(site: &Path, output: &Path) -> io::Result<usize> {
    let records = records::read(site)?;
    let facilities = records::facilities(&records);
    let people = records.iter().filter(|record| record.kind == "people");
    let people: Vec<(&Record, Filed)> = people
        .map(|record| (record, record.filed(&facilities)))
        .collect();
    let tongues = LANGUAGES.map(|lang| Tongue::new(lang, &people, &facilities));
    let mut files: Vec<File<'_>> = Vec::new();
    for tongue in &tongues {
        let mut own = tongue.pages(&records);
        let map = site_map(&own);
        own.push((
            format!("{}/sitemap.xml", tongue.lang),
            Box::new(move || map.clone()),
        ));
        own.push((
            format!("{}/feed.xml", tongue.lang),
            Box::new(|| tongue.feed()),
        ));
        files.extend(own);
    }
    let mut folders: Vec<_> = files
        .iter()
        .filter_map(|(path, _)| Path::new(path).parent())
        .collect();
    folders.dedup();
    for folder in folders {
        fs::create_dir_all(output.join(folder))?;
    }
    files
        .par_iter()
        .try_for_each(|(path, make)| fs::write(output.join(path), make()))?;
    Ok(files.len())
}

impl<'a> Tongue<'a> {
    fn new(
        lang: &'static str,
        people: &'a [(&'a Record, Filed)],
        facilities: &'a HashMap<&'a str, &'a Record>,
    ) -> Self {
        let mut people: Vec<_> = people
            .iter()
            .map(|(record, filed)| Person {
                title: record.title(lang),
                record,
                filed,
            })
            .collect();
        people.sort_by(|a, b| a.title.cmp(&b.title));
        Tongue {
            lang,
            people,
            facilities,
        }
    }

    /// Every page.
    fn pages(&'a self, records: &'a [Record]) -> Vec<File<'a>> {
        let lang = self.lang;
        let mut files: Vec<File<'a>> = Vec::new();
        for person in &self.people {
            let path = format!("{lang}/people/{}.html", person.record.id);
            files.push((path, Box::new(move || self.profile(person))));
        }
        for record in records.iter().filter(|record| record.kind != "people") {
            let path = format!("{lang}/{}/{}.html", record.kind, record.id);
            files.push((path, Box::new(move || self.record(record))));
        }
        self.list(&mut files, "people/index", self.people.iter().collect());
        for taxonomy in TAXONOMIES {
            let mut terms: BTreeMap<&str, Vec<&Person<'_>>> = BTreeMap::new();
            for person in &self.people {
                for term in person.filed.terms(taxonomy) {
                    terms.entry(term).or_default().push(person);
                }
            }
            let counts: Vec<(String, usize)> = terms
                .iter()
                .map(|(term, people)| ((*term).to_owned(), people.len()))
                .collect();
            for (term, people) in terms {
                self.list(&mut files, &format!("{taxonomy}/{term}"), people);
            }
            let path = format!("{lang}/{taxonomy}/index.html");
            files.push((path, Box::new(move || self.index(taxonomy, &counts))));
        }
        let home = format!("{lang}/index.html");
        files.push((
            home,
            Box::new(|| self.page("Measured", "<h1>Measured</h1>")),
        ));
        files
    }

    /// The pages of a list of people, which hold [`LINES`] each.
    fn list(&'a self, files: &mut Vec<File<'a>>, name: &str, people: Vec<&'a Person<'a>>) {
        let path = |number: usize| match number {
            0 => format!("{}/{name}.html", self.lang),
            _ => format!("{}/{name}-{}.html", self.lang, number + 1),
        };
        let (title, count) = (name.replace("/index", ""), people.len().div_ceil(LINES));
        for (number, lines) in people.chunks(LINES).enumerate() {
            let (title, lines) = (title.clone(), lines.to_vec());
            let before = number.checked_sub(1).map(path);
            let after = (number + 1 < count).then(|| path(number + 1));
            let make = move || self.list_page(&title, &lines, before.as_deref(), after.as_deref());
            files.push((path(number), Box::new(make)));
        }
    }

    fn list_page(
        &self,
        title: &str,
        lines: &[&Person<'_>],
        before: Option<&str>,
        after: Option<&str>,
    ) -> String {
        let mut main = format!("<h1>{}</h1>\n<ul>\n", escape(title));
        for person in lines {
            let _ = writeln!(
                main,
                "<li><a href=\"/{}/people/{}.html\">{}</a> {}</li>",
                self.lang,
                person.record.id,
                escape(&person.title),
                escape(text(&person.record.front["about"], self.lang)),
            );
        }
        main.push_str("</ul>\n<p>\n");
        for (path, word) in [(before, "previous"), (after, "next")] {
            if let Some(path) = path {
                let _ = writeln!(main, "<a href=\"/{path}\">{word}</a>");
            }
        }
        main.push_str("</p>");
        self.page(title, &main)
    }

    /// The lists of a kind, with the number of people on each.
    fn index(&self, taxonomy: &str, counts: &[(String, usize)]) -> String {
        let mut main = format!("<h1>{taxonomy}</h1>\n<ul>\n");
        for (term, count) in counts {
            let href = format!("/{}/{taxonomy}/{term}.html", self.lang);
            let _ = writeln!(
                main,
                "<li><a href=\"{href}\">{}</a> {count}</li>",
                escape(term)
            );
        }
        main.push_str("</ul>");
        self.page(taxonomy, &main)
    }

    fn profile(&self, person: &Person<'_>) -> String {
        let (lang, front) = (self.lang, &person.record.front);
        let mut main = format!(
            "<h1>{}</h1>\n<p class=\"about\">{}</p>\n<dl>\n",
            escape(&person.title),
            escape(text(&front["about"], lang)),
        );
        let facts = [
            ("envelope", escape(text(&front["names"]["envelope"], lang))),
            ("birth", escape(text(&front["birth"]["date"], lang))),
            ("languages", joined(&front["languages"])),
            ("topics", joined(&front["topics"])),
            ("interests", escape(text(&front["interests"], lang))),
            ("mail", escape(text(&front["mail"], lang))),
        ];
        for (name, fact) in facts {
            let _ = writeln!(main, "<dt>{name}</dt><dd>{fact}</dd>");
        }
        main.push_str("</dl>\n");
        let id = person.filed.facility.as_deref().unwrap_or_default();
        if let Some(facility) = self.facilities.get(id) {
            main.push_str("<section class=\"post\">\n<h2>address</h2>\n");
            address(&mut main, &facility.front["address"], lang);
            let name = facility.title(lang);
            let _ = writeln!(
                main,
                "<p><a href=\"/{lang}/facilities/{id}.html\">{}</a></p>\n</section>",
                escape(&name)
            );
        }
        main.push_str("<section>\n");
        html::push_html(&mut main, Parser::new(person.record.body(lang)));
        main.push_str("</section>\n<ul>\n");
        for taxonomy in TAXONOMIES {
            for term in person.filed.terms(taxonomy) {
                let _ = writeln!(
                    main,
                    "<li><a href=\"/{lang}/{taxonomy}/{term}.html\">{}</a></li>",
                    escape(term)
                );
            }
        }
        main.push_str("</ul>\n<h2>timeline</h2>\n<ol>\n");
        for event in items(&front["timeline"]) {
            self.event(&mut main, event);
        }
        main.push_str("</ol>\n<h2>sources</h2>\n<ul>\n");
        for source in items(&front["sources"]) {
            let _ = writeln!(
                main,
                "<li><a href=\"{}\">{}</a> {}</li>",
                escape(text(&source["url"], lang)),
                escape(text(&source["title"], lang)),
                escape(text(&source["date"], lang)),
            );
        }
        main.push_str("</ul>");
        self.page(&person.title, &main)
    }

    fn event(&self, main: &mut String, event: &Value) {
        let lang = self.lang;
        let _ = write!(
            main,
            "<li><time>{}</time> {} {} {} {}",
            text(&event["date"], lang),
            text(&event["event"], lang),
            joined(&event["articles"]),
            escape(text(&event["sentence"], lang)),
            escape(text(&event["note"], lang)),
        );
        if let Some(id) = event["facility"].as_str() {
            let _ = write!(main, "<a href=\"/{lang}/facilities/{id}.html\">{id}</a>");
        }
        main.push_str("</li>\n");
    }

    /// The page of any other record.
    fn record(&self, record: &Record) -> String {
        let title = record.title(self.lang);
        let mut main = format!("<h1>{}</h1>\n", escape(&title));
        if record.front["address"].is_mapping() {
            address(&mut main, &record.front["address"], self.lang);
        }
        main.push_str("<section>\n");
        html::push_html(&mut main, Parser::new(record.body(self.lang)));
        main.push_str("</section>");
        self.page(&title, &main)
    }

    fn page(&self, title: &str, main: &str) -> String {
        let lang = self.lang;
        let mut nav = String::new();
        for list in ["people"].iter().chain(&TAXONOMIES) {
            let _ = write!(nav, " <a href=\"/{lang}/{list}/index.html\">{list}</a>");
        }
        format!(
            "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n<title>{} – Measured</title>\n\
             <link rel=\"alternate\" type=\"application/atom+xml\" href=\"/{lang}/feed.xml\">\n\
             <style>{STYLE}</style>\n</head>\n<body>\n\
             <header><nav><a href=\"/{lang}/index.html\">home</a>{nav}</nav></header>\n\
             <main>\n{main}\n</main>\n<footer><p>Measured</p></footer>\n</body>\n</html>\n",
            escape(title)
        )
    }

    /// Those in whose timelines something happened last (RFC 4287).
    fn feed(&self) -> String {
        let mut people: Vec<&Person<'_>> = self.people.iter().collect();
        people.sort_by(|a, b| b.filed.updated.cmp(&a.filed.updated));
        people.truncate(ENTRIES);
        let home = format!("{HOST}/{}/", self.lang);
        let updated = people.first().map_or("", |it| it.filed.updated.as_str());
        let mut feed = format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n\
             <title>Measured</title>\n<id>{home}</id>\n<updated>{updated}T00:00:00Z</updated>\n\
             <author><name>Measured</name></author>\n<link rel=\"self\" href=\"{home}feed.xml\"/>\n"
        );
        for person in people {
            let link = format!("{home}people/{}.html", person.record.id);
            let _ = writeln!(
                feed,
                "<entry><title>{}</title><id>{link}</id><link href=\"{link}\"/>\
                 <updated>{}T00:00:00Z</updated><summary>{}</summary></entry>",
                escape(&person.title),
                person.filed.updated,
                escape(text(&person.record.front["about"], self.lang)),
            );
        }
        feed + "</feed>\n"
    }
}

impl Filed {
    /// The lists of a kind on which somebody stands.
    pub fn terms(&self, taxonomy: &str) -> Vec<&str> {
        match taxonomy {
            "regions" => self.region.as_deref().into_iter().collect(),
            "articles" => self.articles.iter().map(String::as_str).collect(),
            _ => self.facility.as_deref().into_iter().collect(),
        }
    }
}

/// The places of all pages.
fn site_map(pages: &[File<'_>]) -> String {
    let mut map = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        .to_owned();
    for (path, _) in pages {
        let _ = writeln!(map, "<url><loc>{HOST}/{path}</loc></url>");
    }
    map + "</urlset>\n"
}

fn address(main: &mut String, address: &Value, lang: &str) {
    main.push_str("<address>\n");
    for line in ["recipient", "street", "town", "region", "postcode"] {
        let _ = writeln!(main, "{}<br>", escape(text(&address[line], lang)));
    }
    main.push_str("</address>\n");
}

/// The texts of a list with commas between them.
fn joined(list: &Value) -> String {
    let texts: Vec<String> = items(list).iter().map(|it| escape(text(it, ""))).collect();
    texts.join(", ")
}

fn escape(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('"', "&quot;")
}
