//! Any bytes, as a zip archive or as the answer of a host, are judged without a panic.
//!
//! The first byte says which. Nothing that is not signed is ever genuine.

#![no_main]

mod counts;

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener};
use std::sync::atomic::AtomicBool;
use std::sync::{Mutex, OnceLock};
use std::time::Duration;

use libfuzzer_sys::{Corpus, fuzz_target};
use vestochka::fetch::{Client, Options, Retries};
use vestochka::verify::{
    Alteration, Archive, Copy, Host, Limits, Question, Status, judge, recognise,
};

fuzz_target!(
    init: counts::print_at_exit(),
    |input: &[u8]| -> Corpus {
        let Some((&which, bytes)) = input.split_first() else { return Corpus::Reject };
        let (name, accepted) = match which {
            b'z' => ("zip", archive(bytes)),
            b'h' => ("HTTP answer", answer(bytes)),
            b'a' => ("alteration", alteration(bytes).is_some()),
            _ => return Corpus::Reject,
        };
        counts::add(name, accepted);
        counts::planted_fault(accepted);
        Corpus::Keep
    }
);

/// Whether it was an archive.
fn archive(bytes: &[u8]) -> bool {
    let Ok(archive) = Archive::of_bytes(bytes.to_vec()) else {
        return false;
    };
    for entry in archive.list().ok().flatten().unwrap_or_default() {
        if let Ok(path) = entry.path.parse() {
            let _ = archive.read(&path, &Limits::whole(10_000));
        }
    }
    refuse(&archive);
    true
}

/// Whether the answer was a file.
fn answer(bytes: &[u8]) -> bool {
    let host = host(bytes);
    refuse(&host);
    let path = "index.html".parse().expect("a path");
    host.read(&path, &Limits::whole(10_000)).is_ok()
}

/// Undoes whatever it can; the hash is that of nothing here.
fn alteration(bytes: &[u8]) -> Option<Alteration> {
    recognise(bytes, &vestochka::output::Digest::of(b"another text"))
}

fn refuse(copy: &dyn Copy) {
    let key = "00".repeat(32).parse().expect("a fingerprint");
    let question = Question {
        anchor: key,
        site: None,
        now: jiff::Timestamp::UNIX_EPOCH,
        seen: Vec::new(),
        seed: Some(1),
        jobs: 1,
        skip_bundles: false,
        progress: &|_, _| {},
        stop: &AtomicBool::new(false),
    };
    let verdict = judge(copy, &question, &mut Vec::new());
    assert_ne!(verdict.status(), Status::Genuine);
}

/// A host that answers every question with these bytes.
fn host(bytes: &[u8]) -> Host {
    static ANSWER: Mutex<Vec<u8>> = Mutex::new(Vec::new());
    static ADDRESS: OnceLock<SocketAddr> = OnceLock::new();
    *ANSWER.lock().expect("the answer") = bytes.to_vec();
    let address = ADDRESS.get_or_init(|| {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let answer = ANSWER.lock().map(|it| it.clone()).unwrap_or_default();
                let _ = stream.read(&mut [0; 4096]);
                let _ = stream.write_all(&answer);
            }
        });
        address
    });
    let client = Client::new(&Options {
        retries: Some(Retries::with_sleeper(1, |_| ())),
        silence: Some(Duration::from_secs(2)),
        proxy: None,
    });
    let address = format!("http://{address}/").parse().expect("an address");
    Host::new(client.expect("a client"), address)
}
