//! A WebDAV folder, as many shared hosts and clouds offer.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use anyhow::{Context as _, bail};
use ureq::http::{HeaderValue, Method, StatusCode};

use super::Target;
use super::part::Parts;
use crate::publish::http::{Answer, Http, request};
use crate::publish::{HostPath, Item, headers, lock};

/// A folder on a web server.
#[derive(Debug)]
pub struct Webdav {
    root: String,
    authorization: Option<String>,
    http: Http,
    /// Folders of which it is known whether they are there.
    folders: Mutex<BTreeMap<String, bool>>,
    parts: Parts,
}

impl Webdav {
    /// An address, and what opens it.
    #[must_use]
    pub fn new(root: &str, authorization: Option<String>, http: Http) -> Self {
        Webdav {
            root: root.trim_end_matches('/').to_owned(),
            authorization,
            http,
            folders: Mutex::default(),
            parts: Parts::new(),
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
            if lock(&self.folders).get(folder) == Some(&true) {
                continue;
            }
            let status = self
                .ask("MKCOL", &format!("{folder}/"), &[], Vec::new())?
                .status;
            let is_there = status == StatusCode::METHOD_NOT_ALLOWED;
            if !status.is_success() && !is_there {
                bail!("the host does not make the folder `{folder}`: {status}");
            }
            lock(&self.folders).insert(folder.to_owned(), true);
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
        if !status.is_success() && !is_gone(status) {
            bail!("the host does not remove it: {status}");
        }
        Ok(())
    }

    /// Whether a folder is there. Of what is not, no file has to be asked for.
    fn has_folder(&self, folder: &str) -> anyhow::Result<bool> {
        if let Some(known) = lock(&self.folders).get(folder) {
            return Ok(*known);
        }
        let depth = [("depth", "0".to_owned())];
        let status = self
            .ask("PROPFIND", &format!("{folder}/"), &depth, Vec::new())?
            .status;
        // Where it cannot be known, each file is asked for.
        let there = !is_gone(status);
        lock(&self.folders).insert(folder.to_owned(), there);
        Ok(there)
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

fn is_gone(status: StatusCode) -> bool {
    matches!(status, StatusCode::NOT_FOUND | StatusCode::GONE)
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
        let kind = headers::content_type(path);
        self.parts
            .with(|part| self.put_whole(part, path.as_str(), bytes, kind))
    }

    fn holds(&self, path: &HostPath) -> anyhow::Result<bool> {
        for folder in path.folders() {
            if !self.has_folder(folder)? {
                return Ok(false);
            }
        }
        let status = self.ask("HEAD", path.as_str(), &[], Vec::new())?.status;
        if !status.is_success() && !is_gone(status) {
            bail!("the host does not say whether `{path}` is there: {status}");
        }
        Ok(status.is_success())
    }

    fn parts(&self, count: usize) -> Vec<HostPath> {
        self.parts.paths(count)
    }

    fn delete(&self, path: &HostPath) -> anyhow::Result<()> {
        self.remove(path.as_str())
    }

    /// What could not be moved into place stands there still.
    fn finish(&self) -> anyhow::Result<()> {
        self.parts.used().iter().try_for_each(|it| self.remove(it))
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::http::tests::answering;
    use super::*;

    #[test]
    fn a_redirect_is_no_success_and_what_was_sent_on_is_not_done_elsewhere() {
        let (url, asked) = answering(|request| match request {
            "DELETE /site/a.html" | "PUT /site/vestochka" | "MKCOL /site/ru/" => {
                "301 Moved\r\nlocation: https://me:pw@dav.example.org/new/?key=1"
            }
            _ => "200 OK",
        });
        let dav = Webdav::new(&format!("{url}/site"), None, Http::default());
        let path = |text| HostPath::new(text).unwrap();
        let put = |to| dav.put(&path(to), &Item::text("a"));
        for done in [dav.delete(&path("a.html")), put("a.html"), put("ru/a.html")] {
            let said = format!("{:#}", done.unwrap_err());
            assert!(said.contains("`https://dav.example.org/new/`"), "{said}");
        }
        drop(dav);
        let asked = asked();
        assert_eq!(asked.len(), 3, "{asked:?}");
    }

    #[test]
    fn of_a_folder_that_is_not_there_no_file_is_asked_for() {
        let (url, asked) = answering(|request| match request {
            "PROPFIND /r/" | "HEAD /ru/b.html" => "404 Not Found",
            "PROPFIND /ru/" => "207 Multi-Status",
            _ => "200 OK",
        });
        let dav = Webdav::new(&url, None, Http::default());
        let holds = |text| dav.holds(&HostPath::new(text).unwrap()).unwrap();
        let there = ["r/1/a", "r/2/a", "ru/a.html", "ru/b.html"].map(holds);
        assert_eq!(there, [false, false, true, false]);
        drop(dav);
        assert_eq!(
            asked(),
            [
                "PROPFIND /r/",
                "PROPFIND /ru/",
                "HEAD /ru/a.html",
                "HEAD /ru/b.html"
            ]
        );
    }
}
