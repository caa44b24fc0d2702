//! A tiny web server that can behave as badly as a story needs, and a tiny SOCKS proxy.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use crate::site::Tree;

/// A server on a port of its own; it ends with the process.
pub struct Server {
    address: SocketAddr,
    log: Arc<Mutex<Vec<Request>>>,
    sent: Arc<AtomicUsize>,
}

/// What was asked.
#[derive(Debug, Clone)]
pub struct Request {
    /// Without the leading `/`.
    pub path: String,
    pub headers: String,
}

/// What is answered.
pub enum Answer {
    File(Vec<u8>),
    Missing,
    /// Status, header lines and body.
    Other(u16, String, Vec<u8>),
    /// A body that never ends.
    Endless(&'static [u8]),
    /// The same with header lines and a part that comes again and again.
    Again(&'static str, &'static [u8], &'static [u8]),
    /// Nothing at all, and the line stays open.
    Silence,
    /// Half of the body, and the line breaks.
    Cut(Vec<u8>),
}

impl Server {
    pub fn start(answer: impl Fn(&Request) -> Answer + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let log: Arc<Mutex<Vec<Request>>> = Arc::default();
        let (heard, answer) = (Arc::clone(&log), Arc::new(answer));
        let sent: Arc<AtomicUsize> = Arc::default();
        let counter = Arc::clone(&sent);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (heard, answer) = (Arc::clone(&heard), Arc::clone(&answer));
                let counter = Arc::clone(&counter);
                thread::spawn(move || serve(stream, &heard, &counter, &*answer));
            }
        });
        Server { address, log, sent }
    }

    /// A plain host that serves a tree.
    pub fn of(tree: &Tree) -> Self {
        let tree = tree.clone();
        Server::start(move |request| Answer::of(&tree, &request.path))
    }

    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Under a name that only the proxy can resolve.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    pub fn requests(&self) -> Vec<Request> {
        self.log.lock().unwrap().clone()
    }

    /// How many bytes of bodies that never end went out.
    pub fn sent(&self) -> usize {
        self.sent.load(Ordering::Relaxed)
    }

    pub fn asked(&self) -> Vec<String> {
        self.requests().into_iter().map(|it| it.path).collect()
    }
}

impl Answer {
    pub fn of(tree: &Tree, path: &str) -> Self {
        match tree.get(path) {
            Some(bytes) => Answer::File(bytes.clone()),
            None => Answer::Missing,
        }
    }

    pub fn page(status: u16, text: &str) -> Self {
        Answer::Other(status, "Content-Type: text/html\r\n".into(), text.into())
    }

    pub fn redirect(to: &str) -> Self {
        Answer::Other(302, format!("Location: {to}\r\n"), Vec::new())
    }
}

fn serve(
    stream: TcpStream,
    log: &Mutex<Vec<Request>>,
    sent: &AtomicUsize,
    answer: &dyn Fn(&Request) -> Answer,
) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut first = String::new();
    let _ = reader.read_line(&mut first);
    let path = first.split(' ').nth(1).unwrap_or_default();
    let mut headers = String::new();
    while reader
        .read_line(&mut headers)
        .is_ok_and(|length| length > 2)
    {}
    let request = Request {
        path: path.trim_start_matches('/').to_owned(),
        headers,
    };
    log.lock().unwrap().push(request.clone());
    // That the client hangs up early is part of some stories.
    let _ = write(stream, answer(&request), sent);
}

fn write(mut stream: TcpStream, answer: Answer, sent: &AtomicUsize) -> std::io::Result<()> {
    let mut again: &[u8] = &[b'a'; 1000];
    let (status, headers, body, length) = match answer {
        Answer::File(bytes) => (200, String::new(), bytes.clone(), Some(bytes.len())),
        Answer::Missing => (404, String::new(), b"<html>no".to_vec(), Some(8)),
        Answer::Other(status, headers, body) => (status, headers, body.clone(), Some(body.len())),
        Answer::Cut(bytes) => (
            200,
            String::new(),
            bytes[..bytes.len() / 2].to_vec(),
            Some(bytes.len()),
        ),
        Answer::Again(headers, start, part) => {
            again = part;
            (200, headers.to_owned(), start.to_vec(), None)
        }
        Answer::Silence => {
            let _ = stream.read(&mut [0]);
            return Ok(());
        }
        Answer::Endless(start) => (200, String::new(), start.to_vec(), None),
    };
    write!(
        stream,
        "HTTP/1.1 {status} x\r\nConnection: close\r\n{headers}"
    )?;
    if let Some(length) = length {
        write!(stream, "Content-Length: {length}\r\n")?;
    }
    stream.write_all(b"\r\n")?;
    stream.write_all(&body)?;
    while length.is_none() {
        stream.write_all(again)?;
        sent.fetch_add(again.len(), Ordering::Relaxed);
    }
    stream.flush()
}

/// A SOCKS 5 proxy that sends every name to one port here.
pub struct Proxy {
    address: SocketAddr,
    names: Arc<Mutex<Vec<String>>>,
}

impl Proxy {
    pub fn to(port: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let names: Arc<Mutex<Vec<String>>> = Arc::default();
        let heard = Arc::clone(&names);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let heard = Arc::clone(&heard);
                thread::spawn(move || relay(stream, port, &heard));
            }
        });
        Proxy { address, names }
    }

    pub fn url(&self) -> String {
        self.url_as("socks5")
    }

    pub fn url_as(&self, scheme: &str) -> String {
        format!("{scheme}://{}", self.address)
    }

    pub fn names(&self) -> Vec<String> {
        self.names.lock().unwrap().clone()
    }
}

/// As RFC 1928 has it, for connections by name.
fn relay(mut client: TcpStream, port: u16, names: &Mutex<Vec<String>>) -> Option<()> {
    let mut hello = [0; 2];
    client.read_exact(&mut hello).ok()?;
    let mut methods = vec![0; usize::from(hello[1])];
    client.read_exact(&mut methods).ok()?;
    client.write_all(&[5, 0]).ok()?;
    let mut request = [0; 5];
    client.read_exact(&mut request).ok()?;
    assert_eq!(request[3], 3, "a name, and not an address resolved at home");
    let mut name = vec![0; usize::from(request[4]) + 2];
    client.read_exact(&mut name).ok()?;
    name.truncate(name.len() - 2);
    names.lock().unwrap().push(String::from_utf8(name).unwrap());
    let mut server = TcpStream::connect(("127.0.0.1", port)).ok()?;
    client.write_all(&[5, 0, 0, 1, 0, 0, 0, 0, 0, 0]).ok()?;
    let (mut up, mut down) = (client.try_clone().ok()?, server.try_clone().ok()?);
    thread::spawn(move || std::io::copy(&mut up, &mut server));
    std::io::copy(&mut down, &mut client).ok()?;
    client.shutdown(std::net::Shutdown::Both).ok()
}
