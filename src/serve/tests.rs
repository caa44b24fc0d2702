//! A running preview, seen through its socket.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tempfile::TempDir;

use super::*;
use crate::output::{SitePath, content_type};

/// Far longer than anything should take: a test that waits so long has failed.
const FOREVER: Duration = Duration::from_secs(60);

const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">";

/// Pages by their paths. One that says `template` cannot be made.
#[derive(Default)]
struct Pages {
    texts: BTreeMap<String, String>,
    /// The file whose text is on the home page.
    home: Option<PathBuf>,
    revised: Mutex<Option<String>>,
}

impl Shown for Pages {
    fn has(&self, path: &str) -> bool {
        self.texts.contains_key(path)
    }

    fn page(&self, path: &str) -> Result<Page, String> {
        let revised = self.revised.lock().unwrap().clone();
        let text = revised.filter(|_| path == "index.html");
        let text = text.unwrap_or_else(|| self.texts[path].clone());
        if text.contains("template") {
            return Err(format!("error: {text}"));
        }
        Ok(Page {
            bytes: text.into_bytes(),
            content_type: content_type(&SitePath::new(path).unwrap()),
        })
    }

    /// Takes over a text that says `quick`, all of it unless it says `more`.
    fn revise(&self, changed: &[PathBuf]) -> Revised {
        let Some(home) = self.home.as_ref().filter(|home| changed.contains(home)) else {
            return Revised::Nothing;
        };
        let text = fs::read_to_string(home).unwrap_or_default();
        if !text.contains("quick") {
            return Revised::Nothing;
        }
        *self.revised.lock().unwrap() = Some(format!("<p>revised: {text}"));
        if text.contains("more") {
            Revised::Partly
        } else {
            Revised::Wholly
        }
    }

    fn proof(&self, goes_on: &(dyn Fn() -> bool + Sync)) -> Option<String> {
        self.texts
            .keys()
            .take_while(|_| goes_on())
            .find_map(|path| self.page(path).err())
    }
}

fn site(pages: &[(&str, &str)]) -> Built {
    Built::Good(Arc::new(Pages {
        texts: pages
            .iter()
            .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
            .collect(),
        ..Pages::default()
    }))
}

fn server(pages: &'static [(&str, &str)]) -> Server {
    let options = Options {
        port: Some(0),
        ..Options::default()
    };
    Server::start(&options, || site(pages)).unwrap()
}

struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Answer {
    fn token(&self) -> String {
        let (_, after) = self
            .body
            .split_once("data-seen=\"")
            .expect("the page has the script");
        after.split('"').next().unwrap().to_owned()
    }
}

fn ask(server: &Server, request: &str) -> Answer {
    let mut stream = TcpStream::connect(server.address()).unwrap();
    stream.set_read_timeout(Some(FOREVER)).unwrap();
    write!(stream, "{request}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    Answer {
        status,
        head: head.to_ascii_lowercase(),
        body: body.to_owned(),
    }
}

fn get(server: &Server, path: &str) -> Answer {
    ask(
        server,
        &format!("GET {path} HTTP/1.1\r\nHost: localhost:8900"),
    )
}

/// The next state after one that was seen, as the script in a page waits for it.
fn next(server: &Server, seen: &str) -> String {
    let start = std::time::Instant::now();
    while start.elapsed() < FOREVER {
        let token = get(server, &format!("/.vestochka/wait?seen={seen}")).body;
        if token != seen {
            return token;
        }
    }
    panic!("no new build");
}

/// Loads a page again and again, as the script in it does, until it fits.
fn follow(server: &Server, path: &str, fits: impl Fn(&Answer) -> bool) -> Answer {
    let mut page = get(server, path);
    while !fits(&page) {
        next(server, &page.token());
        page = get(server, path);
    }
    page
}

#[test]
fn files_have_their_types_and_folders_their_index() {
    let server = server(&[
        ("index.html", "<p>home"),
        ("ru/index.html", "<p>дом"),
        ("ru/feed.xml", "<feed/>"),
        ("404.html", "<p>lost"),
    ]);
    assert!(server.url().starts_with("http://127.0.0.1:"));
    let home = get(&server, "/");
    assert_eq!(home.status, 200);
    assert!(home.body.starts_with("<p>home<script"));
    assert!(home.head.contains("content-type: text/html; charset=utf-8"));
    assert!(home.head.contains("cache-control: no-store"));
    assert!(get(&server, "/ru/").body.starts_with("<p>дом"));
    let feed = get(&server, "/ru/feed.xml");
    assert_eq!(feed.body, "<feed/>");
    assert!(feed.head.contains("content-type: application/atom+xml"));
    let folder = get(&server, "/ru");
    assert_eq!(folder.status, 307);
    assert!(folder.head.contains("location: /ru/"));
    let lost = get(&server, "/ru/nobody.html");
    assert_eq!(lost.status, 404);
    assert!(lost.body.starts_with("<p>lost<script"));
}

#[test]
fn nothing_outside_the_tree_exists() {
    let server = server(&[("index.html", "<p>home")]);
    for path in [
        "/..%2f..%2fetc/passwd",
        "/../../etc/passwd",
        "/%2e%2e/etc/passwd",
        "//etc/passwd",
        "/.vestochka/",
        "/index.html/",
        "//",
    ] {
        assert_eq!(get(&server, path).status, 404, "{path}");
    }
}

#[test]
fn a_request_under_another_name_is_refused() {
    let server = server(&[("index.html", "<p>secret")]);
    for request in [
        "GET / HTTP/1.1\r\nHost: evil.example",
        "GET / HTTP/1.1\r\nHost: localhost.evil.example:8900",
        "GET http://evil.example/ HTTP/1.1\r\nHost: localhost",
        "GET / HTTP/1.0",
        "GET /.vestochka/wait?seen= HTTP/1.1\r\nHost: evil.example",
    ] {
        let answer = ask(&server, request);
        assert_eq!(answer.status, 403, "{request}");
        assert!(!answer.body.contains("secret"));
    }
    assert_eq!(
        ask(&server, "GET / HTTP/1.1\r\nHost: 127.0.0.1").status,
        200
    );
}

#[test]
fn only_reading_is_allowed() {
    let server = server(&[("index.html", "<p>home")]);
    let post = ask(
        &server,
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0",
    );
    assert_eq!(post.status, 405);
    let head = ask(&server, "HEAD / HTTP/1.1\r\nHost: localhost");
    assert_eq!((head.status, &*head.body), (200, ""));
}

#[test]
fn a_port_that_was_asked_for_is_not_replaced_by_another() {
    let first = server(&[("index.html", "<p>home")]);
    let port = first.address().port();
    let options = Options {
        port: Some(port),
        ..Options::default()
    };
    let error = Server::start(&options, || site(&[]))
        .err()
        .unwrap()
        .to_string();
    assert_eq!(
        error,
        format!("port `{port}` is taken; choose another `--port`, or leave it out")
    );
}

/// A folder whose file `page` is the home page; a page that says `bad` or
/// `panic` does not build.
struct Watched {
    folder: TempDir,
    server: Server,
}

impl Watched {
    fn start(text: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let content = folder.path().join("content");
        fs::create_dir(&content).unwrap();
        fs::write(content.join("page"), text).unwrap();
        let options = Options {
            port: Some(0),
            watch: vec![content.clone()],
            ..Options::default()
        };
        let server = Server::start(&options, move || build(&content)).unwrap();
        Watched { folder, server }
    }

    fn content(&self) -> PathBuf {
        self.folder.path().join("content")
    }

    fn save(&self, text: &str) {
        fs::write(self.content().join("page"), text).unwrap();
    }

    fn follow(&self, text: &str) -> Answer {
        follow(&self.server, "/", |page| page.body.contains(text))
    }
}

fn build(content: &Path) -> Built {
    let Ok(text) = fs::read_to_string(content.join("page")) else {
        return Built::Bad {
            report: "error: there is no page".into(),
        };
    };
    if text.contains("panic") {
        panic!("index out of bounds");
    }
    if text.contains("bad") {
        return Built::Bad {
            report: format!("error: `<b>` is {text}\n  hint: mend it"),
        };
    }
    let home = ("index.html".to_owned(), format!("{POLICY}<p>{text}"));
    let pages = Pages {
        texts: [home, ("people.json".to_owned(), "[]".to_owned())].into(),
        home: content
            .canonicalize()
            .ok()
            .map(|content| content.join("page")),
        ..Pages::default()
    };
    Built::Good(Arc::new(pages))
}

#[test]
fn a_bad_build_lies_over_the_last_good_page_until_it_is_mended() {
    let watched = Watched::start("first");
    let first = get(&watched.server, "/");
    assert!(first.body.contains("<p>first") && !first.body.contains("vestochka-report"));

    watched.save("bad");
    let bad = watched.follow("error: `&lt;b&gt;` is bad\n  hint: mend it");
    assert!(bad.body.contains("<p>first"));
    assert_ne!(bad.token(), first.token());
    assert_eq!(get(&watched.server, "/people.json").body, "[]");

    watched.save("second");
    let good = watched.follow("<p>second");
    assert!(!good.body.contains("vestochka-report"));
}

#[test]
fn what_the_site_takes_over_is_shown_before_it_is_built_and_after() {
    let watched = Watched::start("first");
    let first = get(&watched.server, "/");
    watched.save("quick");
    let quick = watched.follow("<p>revised: quick");
    assert_ne!(quick.token(), first.token());
    // The build that follows shows nothing new, so that browsers need not reload.
    let built = (0..600).find_map(|_| {
        std::thread::sleep(Duration::from_millis(100));
        let page = get(&watched.server, "/");
        page.body.contains("<p>quick").then_some(page)
    });
    assert_eq!(built.expect("a build follows").token(), quick.token());

    watched.save("quick, and more");
    let partly = watched.follow("<p>revised: quick, and more");
    // Here it shows what could not be taken over.
    let whole = watched.follow("<p>quick, and more");
    assert_ne!(whole.token(), partly.token());

    watched.save("quick, then slow");
    watched.follow("<p>revised: quick, then slow");
    watched.save("slow");
    let slow = watched.follow("<p>slow");
    assert_ne!(slow.token(), quick.token());
}

#[test]
fn a_page_that_cannot_be_made_says_why_and_so_do_the_others_later() {
    let watched = Watched::start("first");
    get(&watched.server, "/");
    watched.save("a template");
    let page = watched.follow("This page cannot be shown.");
    assert_eq!(page.status, 500);
    let said = watched.follow("error: ");
    assert!(said.body.contains("a template"));
    watched.save("second");
    assert!(
        !watched
            .follow("<p>second")
            .body
            .contains("vestochka-report")
    );
}

#[test]
fn a_bad_first_build_is_a_page_of_its_own() {
    let watched = Watched::start("bad");
    let bad = get(&watched.server, "/ru/any.html");
    assert_eq!(bad.status, 500);
    assert!(bad.body.contains("error: `&lt;b&gt;` is bad"));
    watched.save("good");
    assert_eq!(watched.follow("<p>good").status, 200);
}

#[test]
fn the_policy_is_widened_on_the_way_out() {
    let watched = Watched::start("first");
    let page = get(&watched.server, "/").body;
    assert!(
        page.contains("default-src 'none'; script-src 'sha256-"),
        "{page}"
    );
    assert!(page.contains("connect-src 'self'"));
}

#[test]
fn a_panic_is_shown_as_a_bug_and_the_preview_lives_on() {
    let watched = Watched::start("first");
    get(&watched.server, "/");
    watched.save("panic");
    let bug = watched.follow("this is a bug in vestochka");
    assert!(bug.body.contains("index out of bounds"));
    watched.save("second");
    watched.follow("<p>second");
}

#[test]
fn a_folder_may_vanish_and_come_back() {
    let watched = Watched::start("first");
    get(&watched.server, "/");
    for round in 0..3 {
        fs::remove_dir_all(watched.content()).unwrap();
        watched.follow("error: there is no page");
        fs::create_dir(watched.content()).unwrap();
        watched.save(&format!("back {round}"));
        watched.follow(&format!("<p>back {round}"));
        watched.save(&format!("changed {round}"));
        watched.follow(&format!("<p>changed {round}"));
    }
}

#[test]
fn a_folder_may_be_swapped_for_another() {
    let watched = Watched::start("first");
    get(&watched.server, "/");
    let other = watched.folder.path().join("other");
    fs::create_dir(&other).unwrap();
    fs::write(other.join("page"), "other").unwrap();
    fs::rename(watched.content(), watched.folder.path().join("old")).unwrap();
    fs::rename(&other, watched.content()).unwrap();
    watched.follow("<p>other");
    watched.save("changed");
    watched.follow("<p>changed");
}

#[test]
fn changes_during_a_build_lead_to_one_more() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("page");
    fs::write(&file, "0").unwrap();
    let options = Options {
        port: Some(0),
        watch: vec![folder.path().to_owned()],
        ..Options::default()
    };
    let source = file.clone();
    let mut builds = 0;
    let server = Server::start(&options, move || {
        builds += 1;
        let text = fs::read_to_string(&source).unwrap();
        if builds == 1 {
            fs::write(&source, "written during the first build").unwrap();
        }
        site(&[("index.html", &format!("<p>{text}"))])
    });
    follow(&server.unwrap(), "/", |page| {
        page.body.contains("written during the first build")
    });
}
