//! A WebDAV folder, as many shared hosts and clouds offer.

use std::collections::BTreeSet;
use std::sync::Mutex;

use anyhow::{Context as _, bail};
use ureq::http::{HeaderValue, Method, StatusCode};

use super::Target;
use crate::publish::http::{Answer, Http, request};
use crate::publish::{HostPath, Item, headers, lock};

/// How a file is called before it is whole: one name for each that is sent at a time.
const PART: &str = "vestochka-part-";

/// A folder on a web server.
#[derive(Debug)]
pub struct Webdav {
    root: String,
    authorization: Option<String>,
    http: Http,
    made: Mutex<BTreeSet<String>>,
    /// Names of unfinished files that nobody uses now, and the next new one.
    parts: Mutex<(Vec<u32>, u32)>,
}

impl Webdav {
    /// An address, and what opens it.
    #[must_use]
    pub fn new(root: &str, authorization: Option<String>, http: Http) -> Self {
        Webdav {
            root: root.trim_end_matches('/').to_owned(),
            authorization,
            http,
            made: Mutex::default(),
            parts: Mutex::default(),
        }
    }

    fn url(&self, path: &str) -> String {
        format!("{}/{path}", self.root)
    }

    fn ask(
        &self,
        method: &str,
        path: &str,
        headers: &[(&'static str, String)],
        body: Vec<u8>,
    ) -> anyhow::Result<Answer> {
        let method = Method::from_bytes(method.as_bytes()).context("no such method")?;
        let mut asked = request(method, &self.url(path), self.authorization.as_deref())?;
        for (name, value) in headers {
            asked
                .headers_mut()
                .insert(*name, HeaderValue::from_str(value)?);
        }
        *asked.body_mut() = body;
        self.http.send(asked, 10_000)
    }

    /// Makes the folders above a path, each once.
    fn make_folders(&self, path: &HostPath) -> anyhow::Result<()> {
        for folder in path.folders() {
            if lock(&self.made).contains(folder) {
                continue;
            }
            let status = self
                .ask("MKCOL", &format!("{folder}/"), &[], Vec::new())?
                .status;
            let is_there = status == StatusCode::METHOD_NOT_ALLOWED;
            if !status.is_success() && !is_there {
                bail!("the host does not make the folder `{folder}`: {status}");
            }
            lock(&self.made).insert(folder.to_owned());
        }
        Ok(())
    }

    fn upload(&self, to: &str, bytes: Vec<u8>, kind: &str) -> anyhow::Result<()> {
        let status = self
            .ask("PUT", to, &[("content-type", kind.to_owned())], bytes)?
            .status;
        if !status.is_success() {
            bail!("the host does not take it: {status}");
        }
        Ok(())
    }

    /// Whether the host moved the whole file into place; some do not know how.
    fn rename(&self, from: &str, to: &str) -> anyhow::Result<bool> {
        let headers = [("destination", self.url(to)), ("overwrite", "T".to_owned())];
        let status = self.ask("MOVE", from, &headers, Vec::new())?.status;
        match status {
            StatusCode::METHOD_NOT_ALLOWED
            | StatusCode::NOT_IMPLEMENTED
            | StatusCode::FORBIDDEN => Ok(false),
            status if status.is_success() => Ok(true),
            status => bail!("the host does not move it into place: {status}"),
        }
    }

    fn remove(&self, path: &str) -> anyhow::Result<()> {
        let status = self.ask("DELETE", path, &[], Vec::new())?.status;
        let gone = matches!(status, StatusCode::NOT_FOUND | StatusCode::GONE);
        if !status.is_success() && !gone {
            bail!("the host does not remove it: {status}");
        }
        Ok(())
    }

    fn take_part(&self) -> u32 {
        let mut parts = lock(&self.parts);
        parts.0.pop().unwrap_or_else(|| {
            parts.1 += 1;
            parts.1 - 1
        })
    }

    /// Sends a file under another name first: a server may write as it receives.
    fn put_whole(&self, part: &str, path: &str, bytes: Vec<u8>, kind: &str) -> anyhow::Result<()> {
        self.upload(part, bytes.clone(), kind)?;
        if self.rename(part, path)? {
            return Ok(());
        }
        self.remove(part)?;
        self.upload(path, bytes, kind)
    }
}

impl Target for Webdav {
    fn address(&self) -> String {
        self.root.clone()
    }

    fn read(&self, path: &HostPath, cap: u64) -> anyhow::Result<Option<Vec<u8>>> {
        self.http
            .get(&self.url(path.as_str()), self.authorization.as_deref(), cap)
    }

    /// A listing would take a request for each folder and a parser of XML.
    fn list(&self) -> anyhow::Result<Option<BTreeSet<HostPath>>> {
        Ok(None)
    }

    fn put(&self, path: &HostPath, item: &Item) -> anyhow::Result<()> {
        let bytes = item.read()?;
        self.make_folders(path)?;
        let number = self.take_part();
        let part = format!("{PART}{number}");
        let done = self.put_whole(&part, path.as_str(), bytes, headers::content_type(path));
        lock(&self.parts).0.push(number);
        done
    }

    fn delete(&self, path: &HostPath) -> anyhow::Result<()> {
        self.remove(path.as_str())
    }

    /// What a killed run has left is removed with what this one could have.
    fn finish(&self) -> anyhow::Result<()> {
        for number in 0..lock(&self.parts).1 {
            self.remove(&format!("{PART}{number}"))?;
        }
        Ok(())
    }
}
