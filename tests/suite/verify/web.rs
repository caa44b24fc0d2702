//! Hosts, and those who stand between a host and the reader.

use std::io::Write as _;
use std::net::TcpListener;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use vestochka::fetch::{Client, Options};
use vestochka::verify::{Host, Status};

use super::editors::Editors;
use super::judging::{Checker, PAGES, is, paths, release, says};
use super::server::{Answer, Proxy, Server};

const BLOCKED: &str = "<!DOCTYPE html><html><body>This site is blocked</body></html>";

#[test]
fn a_block_page_is_not_called_tampering() {
    let editors = Editors::new();
    let checker = Checker::of(&editors);
    let long = format!("{BLOCKED}{}", "<p>because</p>".repeat(1000));
    for (status, text) in [
        (200, BLOCKED),
        (200, long.as_str()),
        (403, BLOCKED),
        (451, BLOCKED),
        (511, BLOCKED),
    ] {
        let text = text.to_owned();
        let server = Server::start(move |_| Answer::page(status, &text));
        is(&checker.web(&server.url()), Status::Blocked);
    }
}

#[test]
fn a_portal_that_sends_elsewhere_is_named_by_its_host() {
    let editors = Editors::new();
    let server = Server::start(|_| Answer::redirect("http://login.hotel.example/?from=x"));
    let verdict = Checker::of(&editors).web(&server.url());
    says(&verdict, Status::Blocked, "login.hotel.example");
}

#[test]
fn a_page_instead_of_a_list_is_a_block_page_too() {
    let editors = Editors::new();
    let tree = release(&editors, 5);
    let long = format!("{BLOCKED}{}", "<p>because</p>".repeat(1000));
    let server = Server::start(move |request| match request.path.as_str() {
        "SHA256SUMS" => Answer::page(200, &long),
        path => Answer::of(&tree, path),
    });
    is(&Checker::of(&editors).web(&server.url()), Status::Blocked);
}

#[test]
fn one_page_that_a_host_refuses_is_missing_and_says_how() {
    let editors = Editors::new();
    let tree = release(&editors, 5);
    let server = Server::start(move |request| match request.path.as_str() {
        "index.html" => Answer::page(451, BLOCKED),
        path => Answer::of(&tree, path),
    });
    let verdict = Checker::of(&editors).web(&server.url());
    says(&verdict, Status::Incomplete, "451");
    assert_eq!(paths(&verdict), ["index.html"]);
}

#[test]
fn nobody_at_home_is_unreachable() {
    let editors = Editors::new();
    let checker = Checker::of(&editors);
    let port = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    says(
        &checker.web(&format!("http://127.0.0.1:{port}/")),
        Status::Unreachable,
        "3 times",
    );
    let onion = format!("http://{}.onion/", "a".repeat(56));
    says(&checker.web(&onion), Status::Unreachable, "--proxy");
}

#[test]
fn who_does_not_speak_http_is_unreachable() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let _ = stream.write_all(b"SSH-2.0-OpenSSH_9.9\r\n\r\n");
        }
    });
    let editors = Editors::new();
    is(
        &Checker::of(&editors).web(&format!("http://127.0.0.1:{port}/")),
        Status::Unreachable,
    );
}

#[test]
fn what_fails_is_asked_for_again() {
    let editors = Editors::new();
    let tree = release(&editors, 5);
    let count = AtomicUsize::new(0);
    let server = Server::start(move |request| {
        match (
            count.fetch_add(1, Ordering::Relaxed),
            Answer::of(&tree, &request.path),
        ) {
            (number, Answer::File(bytes)) if number % 3 == 0 => Answer::Cut(bytes),
            (number, _) if number % 3 == 1 => Answer::page(503, "busy"),
            (_, answer) => answer,
        }
    });
    let mut checker = Checker::of(&editors);
    checker.jobs = 1;
    let verdict = checker.web(&server.url());
    is(&verdict, Status::Genuine);
    assert_eq!(verdict.files, 4);
}

#[test]
fn a_line_that_breaks_for_good_is_unreachable_and_not_tampering() {
    let editors = Editors::new();
    let tree = release(&editors, 5);
    let server = Server::start(move |request| match request.path.as_str() {
        "index.html" => Answer::Cut(tree["index.html"].clone()),
        path => Answer::of(&tree, path),
    });
    let verdict = Checker::of(&editors).web(&server.url());
    is(&verdict, Status::Unreachable);
    assert_eq!(verdict.files, 3);
}

#[test]
fn redirects_on_the_same_host_are_followed_and_circles_are_not() {
    let editors = Editors::new();
    let tree = release(&editors, 5);
    let server = Server::start(move |request| match request.path.strip_suffix(".html") {
        Some(short) => Answer::redirect(&format!("/{short}")),
        None if tree.contains_key(&request.path) => Answer::of(&tree, &request.path),
        None => Answer::of(&tree, &format!("{}.html", request.path)),
    });
    let checker = Checker::of(&editors);
    is(&checker.web(&server.url()), Status::Genuine);
    let circle = Server::start(|_| Answer::redirect("/again"));
    is(&checker.web(&circle.url()), Status::Unreachable);
    assert!(circle.asked().len() < 10);
}

#[test]
fn compressed_answers_are_unpacked_and_a_bomb_is_capped() {
    let editors = Editors::new();
    let tree = release(&editors, 5);
    let pack = |bytes: &[u8]| {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packer.write_all(bytes).unwrap();
        Answer::Other(
            200,
            "Content-Encoding: gzip\r\n".into(),
            packer.finish().unwrap(),
        )
    };
    let honest = tree.clone();
    let server = Server::start(move |request| match honest.get(&request.path) {
        Some(bytes) => pack(bytes),
        None => Answer::Missing,
    });
    let checker = Checker::of(&editors);
    is(&checker.web(&server.url()), Status::Genuine);
    let server = Server::start(move |request| match request.path.as_str() {
        "index.html" => pack(&vec![b'a'; 50_000_000]),
        path => Answer::of(&tree, path),
    });
    says(&checker.web(&server.url()), Status::Tampered, "capped");
}

#[test]
fn packed_bytes_that_unpack_to_nothing_are_capped_too() {
    /// Blocks of deflate that hold no byte, after the header of gzip.
    const NOTHING: [u8; 5] = [0, 0, 0, 0xff, 0xff];
    static BLOCKS: [u8; 5000] = {
        let mut blocks = [0; 5000];
        let mut at = 0;
        while at < blocks.len() {
            blocks[at] = NOTHING[at % NOTHING.len()];
            at += 1;
        }
        blocks
    };
    let bomb = || {
        let start = b"\x1f\x8b\x08\0\0\0\0\0\0\x03";
        Answer::Again("Content-Encoding: gzip\r\n", start, &BLOCKS)
    };
    let editors = Editors::new();
    let tree = release(&editors, 5);
    for (bad, status) in [
        ("release.txt", Status::Unsigned),
        ("index.html", Status::Tampered),
    ] {
        let tree = tree.clone();
        let server = Server::start(move |request| match request.path.as_str() {
            path if path == bad => bomb(),
            path => Answer::of(&tree, path),
        });
        says(&Checker::of(&editors).web(&server.url()), status, "capped");
        // What the system keeps on its way counts as sent.
        assert!(server.sent() < 20_000_000, "{}", server.sent());
    }
}

#[test]
fn a_host_learns_nothing_about_the_checker() {
    let editors = Editors::new();
    let server = Server::of(&release(&editors, 5));
    Checker::of(&editors).web(&server.url());
    let requests = server.requests();
    assert!(requests.len() > PAGES.len());
    for request in requests {
        let headers = request.headers.to_lowercase();
        assert!(headers.contains("user-agent: mozilla/5.0 "), "{headers}");
        for word in ["referer", "cookie", "vestochka", "ureq", "range", "if-"] {
            assert!(!headers.contains(word), "{word} in {headers}");
        }
    }
}

#[test]
fn through_a_proxy_no_name_is_resolved_at_home() {
    let editors = Editors::new();
    let server = Server::of(&release(&editors, 5));
    let proxy = Proxy::to(server.port());
    let mut checker = Checker::of(&editors);
    checker.proxy = Some(proxy.url());
    let host = format!("{}.onion", "a".repeat(56));
    is(&checker.web(&format!("http://{host}/")), Status::Genuine);
    let names = proxy.names();
    assert!(
        !names.is_empty() && names.iter().all(|name| *name == host),
        "{names:?}"
    );
}

/// The name is one that every computer knows by itself.
#[test]
fn every_way_to_write_a_socks_proxy_leaves_names_to_it() {
    let editors = Editors::new();
    let server = Server::of(&release(&editors, 5));
    for scheme in ["socks", "socks5", "socks5h", "SOCKS5", "Socks5H", "SOCKS"] {
        let proxy = Proxy::to(server.port());
        let mut checker = Checker::of(&editors);
        checker.proxy = Some(proxy.url_as(scheme));
        is(&checker.web("http://localhost/"), Status::Genuine);
        let names = proxy.names();
        assert!(names.iter().all(|name| name == "localhost"), "{names:?}");
        assert!(!names.is_empty(), "{scheme}");
    }
}

#[test]
fn a_proxy_that_is_told_addresses_instead_of_names_is_refused() {
    for scheme in ["socks4", "SOCKS4"] {
        let options = Options {
            proxy: Some(format!("{scheme}://127.0.0.1:9050")),
            ..Options::default()
        };
        let error = Client::new(&options).unwrap_err().to_string();
        assert!(error.contains("`socks5h://"), "{error}");
    }
}

#[test]
fn nothing_is_asked_after_the_deadline() {
    let editors = Editors::new();
    let checker = Checker::of(&editors);
    let server = Server::of(&release(&editors, 5));
    let client = checker.client().until(Instant::now());
    let host = Host::new(client, server.url().parse().unwrap());
    says(&checker.judge(&host), Status::Unreachable, "--deadline");
    assert!(server.asked().is_empty());
}
