//! How long a browser waits for the preview after an editor has saved.

use std::fs;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::corpus::person_file;

/// What is between a save and a browser, in seconds.
#[derive(Debug, Clone, Copy)]
pub struct Latency {
    /// Until the browser is told to reload.
    pub told: f64,
    /// Until it has the changed page.
    pub shown: f64,
}

/// What is changed in a record.
#[derive(Debug, Clone, Copy)]
pub enum Edited {
    /// The text below the front matter.
    Text,
    /// The front matter.
    Fact,
}

impl Edited {
    /// Where the new word goes: a profile holds the beginning of a long story.
    fn head(self) -> &'static str {
        match self {
            Edited::Text => "\n---\n",
            Edited::Fact => "interests: {ru: \"",
        }
    }
}

/// A preview that runs until this is dropped.
pub struct Preview {
    process: Child,
    host: String,
}

/// Longer than any build here takes. The preview itself answers a browser
/// sooner, with what it knows already, and is asked again.
const PATIENCE: Duration = Duration::from_secs(120);

impl Preview {
    /// Starts the preview of a site, on any port.
    pub fn start(program: &Path, site: &Path) -> io::Result<Self> {
        let mut process = Command::new(program)
            .arg("--site")
            .arg(site)
            .args(["serve", "--port", "0"])
            .env_remove("SOURCE_DATE_EPOCH")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut out = BufReader::new(process.stdout.take().ok_or_else(nothing)?);
        let mut host = None;
        let mut line = String::new();
        while host.is_none() && out.read_line(&mut line)? > 0 {
            host = line
                .split_once("http://")
                .and_then(|(_, rest)| rest.split_once('/'))
                .map(|(host, _)| host.to_owned());
            line.clear();
        }
        // What it says of each build must not fill the pipe.
        std::thread::spawn(move || io::copy(&mut out, &mut io::sink()));
        let preview = Preview {
            process,
            host: host.ok_or_else(nothing)?,
        };
        Ok(preview)
    }

    /// Saves one more word in somebody's record, and waits as `reload.js` does.
    pub fn edit(&self, site: &Path, place: Edited, word: &str) -> io::Result<Latency> {
        let file = person_file(1);
        let page = file.replace("content/", "/ru/").replace(".md", ".html");
        let before = self.get(&page)?;
        let mut seen = token(&before)?;
        // The browser asks before anything happens.
        let ask = self.ask(&format!("/.vestochka/wait?seen={seen}"))?;
        let (head, text) = (place.head(), fs::read_to_string(site.join(&file))?);
        let text = text.replacen(head, &format!("{head}{word} "), 1);
        let start = Instant::now();
        fs::write(site.join(&file), text)?;
        let mut newest = answer(ask)?;
        while start.elapsed() < PATIENCE {
            let told = start.elapsed().as_secs_f64();
            if newest != seen {
                let shown = self.get(&page)?;
                if shown.contains(word) && !before.contains(word) {
                    let shown = start.elapsed().as_secs_f64();
                    return Ok(Latency { told, shown });
                }
                // That was the build of what was saved before.
                seen = token(&shown)?;
            }
            newest = self.get(&format!("/.vestochka/wait?seen={seen}"))?;
        }
        Err(io::Error::other("the page does not show what was saved"))
    }

    fn get(&self, path: &str) -> io::Result<String> {
        answer(self.ask(path)?)
    }

    fn ask(&self, path: &str) -> io::Result<TcpStream> {
        let mut stream = TcpStream::connect(&self.host)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let host = &self.host;
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        )?;
        Ok(stream)
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn answer(mut stream: TcpStream) -> io::Result<String> {
    let mut text = String::new();
    stream.read_to_string(&mut text)?;
    match text.split_once("\r\n\r\n") {
        Some((head, body)) if head.starts_with("HTTP/1.1 200 ") => Ok(body.to_owned()),
        _ => Err(io::Error::other(text)),
    }
}

fn token(page: &str) -> io::Result<String> {
    page.split_once("data-seen=\"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(seen, _)| seen.to_owned())
        .ok_or_else(nothing)
}

fn nothing() -> io::Error {
    io::Error::other("the preview does not say what it should")
}
